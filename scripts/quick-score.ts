// Reads every document of some folders through all the stages, without store or queue, and scores what comes out.
//   node scripts/quick-score.ts DIR [DIR …] [--format html,md] [--only NAME,…] [--out DIR] [--scorer FILE] [-- SCORER OPTIONS]
// For whoever changes a rule: seconds, not minutes. `npm run score` is the measured way, through the store.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { cardOf, findCorrespondence } from "../src/link/correspondence.ts";
import type { ExtractedDocument } from "../src/link/link.ts";
import { loadPipeline } from "../src/pipeline/load.ts";
import { extractRecords, linkItems, readDocument } from "../src/pipeline/run.ts";
import { DOCUMENT_SCHEMA } from "../src/records/document-record.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    format: { type: "string" },
    only: { type: "string" },
    out: { type: "string" },
    scorer: { type: "string", default: "../shared/eval/score.mjs" },
  },
});
const dirs = positionals.filter((each) => !each.startsWith("--"));
const options = positionals.filter((each) => each.startsWith("--"));
const out = values.out ?? mkdtempSync(join(tmpdir(), "quick-score-"));
mkdirSync(out, { recursive: true });
const pipeline = loadPipeline("gla-correspondence");
const formats = values.format?.split(",");
const only = values.only?.split(",");

const files = dirs
  .flatMap((dir) => readdirSync(dir).map((name) => join(dir, name)))
  .filter((path) => !/\.json$|README\.md$|about\.md$/.test(path))
  .filter((path) => !formats || formats.includes(extname(path).slice(1)))
  .filter((path) => !only || only.includes(basename(path, extname(path))));

const read: ExtractedDocument[] = [];
for (const path of files) {
  const bytes = readFileSync(path);
  try {
    const document = await readDocument({ name: basename(path), bytes }, pipeline);
    read.push(extractRecords(document, pipeline));
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
}
const byId = new Map(read.map((each) => [each.document.id, each]));
const pairs = findCorrespondence(
  read.map((each) => cardOf(each, pipeline.link)),
  [],
  pipeline.link,
);
for (const each of read) {
  const answering = pairs.filter((p) => p.asking === each.document.id).flatMap((p) => byId.get(p.answering) ?? []);
  const { document, structure, ...found } = each;
  const record = {
    schema: DOCUMENT_SCHEMA,
    id: document.id,
    source: { name: document.name },
    title: document.title,
    text: document.text,
    pages: document.pages,
    parts: structure.parts,
    ...found,
    links: linkItems(each, answering, pipeline),
    findings: document.findings,
  };
  writeFileSync(join(out, `${document.name}.json`), JSON.stringify(record, null, 1));
}
for (const pair of pairs)
  console.log(`pair: ${byId.get(pair.asking)?.document.name} ← ${byId.get(pair.answering)?.document.name}`);
spawnSync(
  process.execPath,
  [values.scorer, ...dirs.flatMap((dir) => ["--gold", dir]), "--records", out, "--present", ...options],
  { stdio: "inherit" },
);
