// What the stages cost alone: reads the documents of folders, links and makes records, one after another in one thread, and keeps nothing but what linking
// reads. Beside it stands what a worker needs for the same documents (bench/queue.ts), which does the same tasks: with each folder all documents
// so far are linked, and the records made again that change. Prints what it has measured when it starts, and after each folder.
//   node bench/stages-alone.ts FOLDER…        (or as a thread: `argv` are the folders)
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { Settings } from "../src/cli/settings.ts";
import { createComparison } from "../src/pipeline/compare-cards.ts";
import { loadPipelines } from "../src/pipeline/load.ts";
import { shippedPipelines } from "../src/pipeline/shipped.ts";
import { perform } from "../src/pipeline/task.ts";
import { setupFor } from "../src/pipeline/thread-setup.ts";
import { sha256 } from "../src/records/ids.ts";

const pipelines = loadPipelines(shippedPipelines());
const setup = setupFor(pipelines, Settings.parse({}).limits);
const rules = pipelines.at(-1)!.link;

/** The processor's seconds so far, and those of the clock, and the tasks done: documents read, records made. */
export type Measured = { cpu: number; clock: number; read: number; published: number };

type Read = Awaited<ReturnType<typeof readAll>>[number];
const known = new Map<string, Read>();
const done = { read: 0, published: 0 };
/** What each record was made of: the documents that answer, the document that it is a copy of. */
const made = new Map<string, string>();

async function readAll(folder: string) {
  const read = [];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    const id = sha256(bytes);
    done.read++;
    const result = await perform({ kind: "read", id, extension: extname(name), bytes, parsed: null }, setup);
    if (!("failure" in result) && result.parsed)
      read.push({ ...result, parsed: result.parsed, id, name, size: bytes.length });
  }
  return read;
}

async function linkAll(): Promise<void> {
  const read = [...known.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const comparison = createComparison();
  for (const { card } of read) comparison.add(card);
  const { pairs, copies } = await comparison.compare({ declared: [], rules });
  const answering = Map.groupBy(pairs, ({ asking }) => asking);
  for (const asking of read) {
    const answers = (answering.get(asking.id) ?? []).map((pair) => known.get(pair.answering)!);
    const copyOf = copies.get(asking.id) ?? null;
    const from = JSON.stringify([copyOf, answers.map(({ id }) => id).sort()]);
    if (made.get(asking.id) === from) continue;
    await publish(asking, answers, copyOf);
    done.published++;
    made.set(asking.id, from);
  }
}

const publish = (asking: Read, answering: Read[], copyOf: string | null) =>
  perform(
    {
      kind: "publish",
      asking,
      answering,
      link: true,
      pipeline: { version: asking.pipeline, source: null },
      inputs: [{ location: asking.name, uri: asking.name, name: asking.name }],
      bytes: asking.size,
      copyOf,
      names: answering.map(({ id, name }) => [id, name]),
    },
    setup,
  );

function measure(): Measured {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6, clock: performance.now() / 1e3, ...done };
}

const measured = [measure()];
for (const folder of process.argv.slice(2)) {
  for (const read of await readAll(folder)) known.set(read.id, read);
  await linkAll();
  measured.push(measure());
}
console.log(JSON.stringify(measured));
