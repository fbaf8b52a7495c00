import { execFileSync } from "node:child_process";
import { boxesOf } from "../../src/document/anchor.ts";
import type { Document } from "../../src/document/document.ts";
import type { Box, Span } from "../../src/records/anchor.ts";

/** A word of the other reader: where its middle is, in points from the top left. */
export type Word = { text: string; page: number; x: number; y: number };

/** Letters of a run of words as we have them, and as the other reader finds them under its boxes. */
export type Comparison = { ours: string; theirs: string; same: boolean };

/** Numbers between 0 and 1 that are the same at every run (mulberry32). */
export function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The words that `pdftotext -bbox` (poppler-utils) finds in a file. Throws where it is not installed: `node scripts/set-up.mjs` does that. */
export function readWords(path: string): Word[] {
  const html = execFileSync("pdftotext", ["-q", "-bbox", path, "-"], { encoding: "utf8", maxBuffer: 1 << 30 });
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

/** Up to `count` random runs of one to thirty words of a document, each compared with what the other reader has under its boxes. */
export function compareRuns(
  document: Document,
  words: readonly Word[],
  { count, random }: { count: number; random: Generator<number, never> },
): Comparison[] {
  const ours = [...document.text.matchAll(/\S+/g)];
  return Array.from({ length: Math.min(count, ours.length) }, () => {
    const from = Math.floor(random.next().value * ours.length);
    const to = Math.min(ours.length - 1, from + Math.floor(random.next().value * 30));
    const span = { start: ours[from]!.index, end: ours[to]!.index + ours[to]![0].length };
    const theirs = under(boxesOf(document.glyphs, span), words);
    const [plain, withMarks] = expected(document, span);
    return {
      ours: withMarks,
      theirs,
      same: theirs === plain || theirs === withMarks || theirs === withMarks.replace(/\d+$/, ""),
    };
  });
}

/** How far into a page heads and feet reach, as a share of its height. */
const EDGE = 0.12;

/** The words of the other reader, of three letters and more, not at the edge of a page and in no header that a table prints again, under which nothing of the document stands. */
export function lostWords(document: Document, words: readonly Word[]): Word[] {
  const headers = document.blocks
    .filter(({ cell }) => cell?.header)
    .flatMap(({ start, end }) => document.text.slice(start, end).split(/\s+/));
  const onPage = Map.groupBy(document.glyphs, ({ page }) => page);
  return words.filter((word) => {
    const { height } = document.pages[word.page - 1]!;
    const isInner = word.y > EDGE * height && word.y < (1 - EDGE) * height;
    const counts = isInner && /\p{L}{3}/u.test(word.text) && !headers.includes(word.text);
    return counts && !(onPage.get(word.page) ?? []).some((box) => isIn(word, box));
  });
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Letters of what stands under the boxes, box by box, left to right. */
const under = (boxes: readonly Box[], words: readonly Word[]): string =>
  boxes
    .flatMap((box) => words.filter((word) => isIn(word, box)).sort((a, b) => a.x - b.x))
    .map(({ text }) => fold(text))
    .join("");

const isIn = (word: Word, { page, x, y, width, height }: Box): boolean =>
  word.page === page && word.x > x && word.x < x + width && word.y > y - 1 && word.y < y + height + 1;

/** Letters of the anchor, with the note marks that the other reader sees in it. */
function expected(document: Document, { start, end }: Span): [plain: string, withMarks: string] {
  const marks = document.marks.filter((mark) => mark.kind === "note-mark" && mark.start > start && mark.start <= end);
  let text = document.text.slice(start, end);
  for (const mark of [...marks].reverse())
    text = text.slice(0, mark.start - start) + (mark.target ?? "") + text.slice(mark.start - start);
  return [fold(document.text.slice(start, end)), fold(text)];
}
