// Compares what our boxes cover with what an independent reader finds there: for random runs of words of each PDF, the words that
// `pdftotext -bbox` (poppler-utils) has under the boxes must be the words of the anchor, hyphens, ligatures and note marks folded.
//   node scripts/second-reader.ts FILE.pdf [FILE.pdf …] [--runs 1000] [--verbose]
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_LIMITS } from "../src/parse/parse.ts";
import { readPdf } from "../src/parse/pdf/read-pdf.ts";
import { sha256 } from "../src/records/ids.ts";
import { chances, compareRuns, readWords } from "../test/support/second-reader.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "1000" }, verbose: { type: "boolean", default: false } },
});

const ocr = { use: "never", engine: "packaged" } as const;
const random = chances(7);
let same = 0;
let all = 0;
for (const path of positionals) {
  const bytes = readFileSync(path);
  const source = { id: sha256(bytes), name: basename(path), bytes };
  const document = await readPdf(source, { profiles: [], limits: DEFAULT_LIMITS, ocr });
  const count = Math.ceil(Number(values.runs) / positionals.length);
  for (const each of compareRuns(document, readWords(path), { count, random })) {
    all++;
    if (each.same) same++;
    else if (values.verbose) console.log(`${basename(path)}\n  ours   ${each.ours}\n  theirs ${each.theirs}`);
  }
}
console.log(
  `${same} of ${all} runs of words are found under their boxes by the other reader (${((100 * same) / all).toFixed(1)} %)`,
);
if (same < 0.99 * all) process.exitCode = 1;
