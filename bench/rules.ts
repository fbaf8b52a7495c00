// What the rules cost: structure, extraction and linking against pdf.js' bare text of the same PDFs, and how that grows with a document.
//   node bench/rules.ts [FILE.pdf …] [--rounds N]     (default: the PDFs of the samples and corpora that are there)
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ownRuns, sharedRuns } from "../scripts/corpora.ts";
import type { Document } from "../src/document/document.ts";
import type { Structure } from "../src/document/structure.ts";
import { extract } from "../src/extract/extract.ts";
import { linkItems } from "../src/link/link.ts";
import { loadPipeline } from "../src/pipeline/load.ts";
import { readDocument } from "../src/pipeline/run.ts";
import { structure } from "../src/structure/structure.ts";
import { bareText, loadBare } from "./bare-text.ts";
import { median } from "./median.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "9" } },
});
const rounds = Number(values.rounds);
const pipeline = loadPipeline("gla-correspondence");
const files = positionals.length > 0 ? positionals : shippedPdfs();

function shippedPdfs(): string[] {
  const runs = [...sharedRuns(join(ROOT, "../shared")), ...ownRuns(ROOT)].filter(
    ({ name }) => !name.startsWith("test/"),
  );
  return runs.flatMap((run) => run.files).filter((path) => path.endsWith(".pdf") && !/scan/.test(path));
}

/** Milliseconds of the processor that some work takes: other things may go on meanwhile. */
async function cost(work: () => unknown): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** What was made of a document is remembered for as long as the document is there: each round has a document of its own. */
const afresh = <Read extends { document: Document; structure: Structure }>(read: Read): Read => ({
  ...read,
  document: { ...read.document },
  structure: { ...read.structure },
});

/** Rounds that are not counted: the compiler is warm then, as it is in a long run. */
const UNCOUNTED = 3;

/** Steps one after another, round by round, so that what else goes on meets them alike: milliseconds of the processor, by step, for each round. */
async function inRounds(steps: Record<string, () => unknown>): Promise<Record<string, number[]>> {
  const costs: Record<string, number[]> = Object.fromEntries(Object.keys(steps).map((name) => [name, []]));
  for (let round = -UNCOUNTED; round < rounds; round++)
    for (const [name, step] of Object.entries(steps)) {
      const ms = await cost(step);
      if (round >= 0) costs[name]!.push(ms);
    }
  return costs;
}

const BARE = "pdf.js, bare text";

async function againstBareText(): Promise<void> {
  const pdfjs = await loadBare();
  const sources = files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  const read = await Promise.all(sources.map((source) => readDocument(source, pipeline)));
  let found = read.map((document) => ({ document, structure: structure(document, pipeline.structure) }));
  let extracted = found.map((each) => ({ ...each, ...extract(each.document, each.structure, pipeline.extract) }));
  const costs = await inRounds({
    [BARE]: async () => {
      for (const { bytes } of sources) await bareText(bytes, pdfjs);
    },
    structure: () => read.map((document) => structure(document, pipeline.structure)),
    extraction: () => {
      found = found.map(afresh);
      extracted = found.map((each) => ({ ...each, ...extract(each.document, each.structure, pipeline.extract) }));
    },
    "linking, within documents": () => extracted.map((each) => linkItems(each, [], pipeline.link)),
    "linking, all with all": () => extracted.map((each) => linkItems(each, extracted, pipeline.link)),
  });
  costs["extraction and linking"] = costs.extraction!.map(
    (ms, round) => ms + costs["linking, within documents"]![round]!,
  );
  const pages = read.reduce((sum, document) => sum + document.pages.length, 0);
  console.log(`${files.length} PDFs, ${pages} pages; milliseconds of the processor, medians of ${rounds} rounds\n`);
  console.log("| step | ms | of pdf.js in the same round |\n| --- | --: | --: |");
  for (const [name, all] of Object.entries(costs)) {
    const share = median(all.map((ms, round) => ms / costs[BARE]![round]!));
    console.log(`| ${name} | ${median(all).toFixed(0)} | ${share.toFixed(2)} |`);
  }
}

/**
 * A list of so many written questions with their answers. Within one letter what is compared is the product of its asks and the reply's
 * sentences; what grows in practice is the number of letters and questions.
 */
const questions = (times: number): string =>
  Array.from(
    { length: times },
    (_, at) =>
      `Question No: 2024/${String(at + 1000).padStart(4, "0")}\n\nLifts at pier ${at}\n\nMember: Ada Penrose\n\n` +
      `How often was lift ${at} out of use last winter? Will you publish its log by the end of June?\n\nAnswer by the Mayor\n\n` +
      `Lift ${at} was out of use on ${at + 2} days, and I will publish the log in May. The Trust keeps forty piers between the two bridges, ` +
      "most of them built before the war, and it mends what it can with the people it has.",
  ).join("\n\n");

async function growth(): Promise<void> {
  console.log(
    "\n| characters | structure, ms | extraction, ms | linking, ms | ms a 100,000 characters |\n| --: | --: | --: | --: | --: |",
  );
  for (const times of [100, 200, 400, 800]) {
    const bytes = Buffer.from(`Mayor's Questions\n\n${questions(times)}\n`);
    const document = await readDocument({ name: "questions.txt", bytes }, pipeline);
    const found = { document, structure: structure(document, pipeline.structure) };
    const extracted = { ...found, ...extract(document, found.structure, pipeline.extract) };
    const rounds = await inRounds({
      structure: () => structure(document, pipeline.structure),
      extraction: () => {
        const { document, structure } = afresh(found);
        return extract(document, structure, pipeline.extract);
      },
      linking: () => linkItems(extracted, [], pipeline.link),
    });
    const costs = Object.values(rounds).map(median);
    const each = (costs.reduce((sum, ms) => sum + ms, 0) / document.text.length) * 100_000;
    console.log(`| ${document.text.length} | ${costs.map((ms) => ms.toFixed(0)).join(" | ")} | ${each.toFixed(0)} |`);
  }
}

await againstBareText();
await growth();
