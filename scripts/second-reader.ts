// Compares what our boxes cover with what an independent reader finds there: for random runs of words of each PDF, the words that
// `pdftotext -bbox` (poppler-utils) has under the boxes must be the words of the anchor, hyphens, ligatures and note marks folded.
//   node scripts/second-reader.ts FILE.pdf [FILE.pdf …] [--runs 1000] [--verbose]
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { boxesOf } from "../src/document/anchor.ts";
import type { Document } from "../src/document/document.ts";
import { DEFAULT_LIMITS } from "../src/parse/parse.ts";
import { readPdf } from "../src/parse/pdf/read-pdf.ts";
import type { Box, Span } from "../src/records/anchor.ts";
import { sha256 } from "../src/records/ids.ts";

type Word = { text: string; page: number; x: number; y: number };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "1000" }, verbose: { type: "boolean", default: false } },
});

/** Numbers between 0 and 1 that are the same at every run (mulberry32). */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The words of the other reader, with the middle of each. */
function readWords(path: string): Word[] {
  const html = execFileSync("pdftotext", ["-bbox", path, "-"], { encoding: "utf8", maxBuffer: 1 << 30 });
  let page = 0;
  return html.split("\n").flatMap((line) => {
    if (line.includes("<page ")) page++;
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(line);
    if (!word) return [];
    const [left, top, right, bottom] = word.slice(1, 5).map(Number) as [number, number, number, number];
    const text = word[5]!.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
    return [{ text, page, x: (left + right) / 2, y: (top + bottom) / 2 }];
  });
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Letters of what stands under the boxes, box by box, left to right. */
function under(boxes: readonly Box[], words: readonly Word[]): string {
  const inside = (box: Box) =>
    words.filter(
      (word) =>
        word.page === box.page &&
        word.x > box.x &&
        word.x < box.x + box.width &&
        word.y > box.y - 1 &&
        word.y < box.y + box.height + 1,
    );
  return boxes
    .map((box) =>
      inside(box)
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => fold(text))
        .join(""),
    )
    .join("");
}

/** Letters of the anchor, with the note marks that the other reader sees in it. */
function expected(document: Document, { start, end }: Span): [plain: string, withMarks: string] {
  const marks = document.marks.filter((mark) => mark.kind === "note-mark" && mark.start > start && mark.start <= end);
  let text = document.text.slice(start, end);
  for (const mark of [...marks].reverse())
    text = text.slice(0, mark.start - start) + (mark.target ?? "") + text.slice(mark.start - start);
  return [fold(document.text.slice(start, end)), fold(text)];
}

let same = 0;
let all = 0;
const random = chances(7);
for (const path of positionals) {
  const bytes = readFileSync(path);
  const document = await readPdf(
    { id: sha256(bytes), name: basename(path), bytes },
    { profiles: [], limits: DEFAULT_LIMITS },
  );
  const words = readWords(path);
  const ours = [...document.text.matchAll(/\S+/g)];
  for (let run = 0; run < Math.min(Number(values.runs) / positionals.length, ours.length); run++) {
    const from = Math.floor(random.next().value * ours.length);
    const to = Math.min(ours.length - 1, from + Math.floor(random.next().value * 30));
    const span = { start: ours[from]!.index, end: ours[to]!.index + ours[to]![0].length };
    const found = under(boxesOf(document.glyphs, span), words);
    const [plain, withMarks] = expected(document, span);
    all++;
    if (found === plain || found === withMarks || found === withMarks.replace(/\d+$/, "")) same++;
    else if (values.verbose) console.log(`${basename(path)}\n  ours   ${withMarks}\n  theirs ${found}`);
  }
}
console.log(
  `${same} of ${all} runs of words are found under their boxes by the other reader (${((100 * same) / all).toFixed(1)} %)`,
);
if (same < 0.99 * all) process.exitCode = 1;
