// What the stages cost alone: reads the documents of folders, links and makes records, one after another in one thread, and keeps nothing. Beside it
// stands what a worker needs for the same documents (bench/queue.ts). Prints the processor's seconds when it starts, and after each folder.
//   node bench/stages-alone.ts FOLDER…
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { Settings } from "../src/cli/settings.ts";
import type { CorrespondenceCard } from "../src/link/card.ts";
import { findCopies } from "../src/link/copy.ts";
import { findCorrespondence } from "../src/link/correspondence.ts";
import { loadPipelines } from "../src/pipeline/load.ts";
import { shippedPipelines } from "../src/pipeline/shipped.ts";
import { perform } from "../src/pipeline/task.ts";
import { setupFor } from "../src/pipeline/thread-setup.ts";
import { sha256 } from "../src/records/ids.ts";

const pipelines = loadPipelines(shippedPipelines());
const setup = setupFor(pipelines, Settings.parse({}).limits);
const rules = pipelines.at(-1)!.link;

async function readAll(folder: string) {
  const read = [];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    const id = sha256(bytes);
    const result = await perform({ kind: "read", id, extension: extname(name), bytes, parsed: null }, setup);
    if (!("failure" in result) && result.parsed)
      read.push({ ...result, parsed: result.parsed, id, name, size: bytes.length });
  }
  return read;
}

async function linkAll(read: Awaited<ReturnType<typeof readAll>>): Promise<void> {
  const cards = read.map(({ card }) => JSON.parse(card) as CorrespondenceCard);
  const byId = new Map(read.map((each) => [each.id, each]));
  const answering = Map.groupBy(findCorrespondence(cards, [], rules), ({ asking }) => asking);
  const copies = findCopies(cards);
  for (const asking of read) {
    const answers = (answering.get(asking.id) ?? []).map((pair) => byId.get(pair.answering)!);
    await perform(
      {
        kind: "publish",
        asking,
        answering: answers,
        link: true,
        pipeline: { version: asking.pipeline, source: null },
        inputs: [{ location: asking.name, uri: asking.name, name: asking.name }],
        bytes: asking.size,
        copyOf: copies.get(asking.id) ?? null,
        names: answers.map(({ id, name }) => [id, name]),
      },
      setup,
    );
  }
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const seconds = [cpuSeconds()];
for (const folder of process.argv.slice(2)) {
  await linkAll(await readAll(folder));
  seconds.push(cpuSeconds());
}
console.log(JSON.stringify(seconds));
