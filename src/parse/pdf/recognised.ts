import type { OcrWord } from "../ocr/result.ts";
import { type Font, fontOf } from "./font.ts";
import type { PageRuns, Run } from "./run.ts";
import { withoutSpecks } from "./specks.ts";
import { hangOf, settledSize, sizeOfLine, usualSize } from "./word-sizes.ts";

/** A page that was read off its picture: its size and the words, in points from the top left as shown. */
export type RecognisedPage = { number: number; width: number; height: number; words: readonly OcrWord[] };

/** A gap between words wider than this, in sizes of the letters, parts a line in two. */
const WIDE = 1.2;

/** The words of recognised pages as runs, each page straightened by its `skew` (radians clockwise); all sizes of the document settled together. */
export function runsOfRecognised(pages: readonly RecognisedPage[]): { page: PageRuns; skew: number }[] {
  const straightened = pages.map((page) => {
    const skew = skewOf(page.words);
    return { page, skew, lines: withoutSpecks(linesOf(page.words.map((word) => turned(word, page, -skew)))) };
  });
  const usual = usualSize(
    straightened.flatMap(({ lines }) =>
      lines.map((words) => ({
        size: sizeOfLine(words),
        letters: words.reduce((sum, { text }) => sum + text.length, 0),
      })),
    ),
  );
  return straightened.map(({ page, skew, lines }) => ({
    page: pageOfRuns(
      page,
      lines.flatMap((words) => runsOf(words, settledSize(sizeOfLine(words), usual))),
    ),
    skew,
  }));
}

const pageOfRuns = ({ number, width, height }: RecognisedPage, runs: Run[]): PageRuns => ({
  number,
  width,
  height,
  turn: 0,
  runs,
  frames: [],
  elements: [],
  unmapped: 0,
  untagged: 0,
  sideways: 0,
});

/** Words by their printed line, from left to right. */
function linesOf(words: readonly OcrWord[]): OcrWord[][] {
  const lines = Map.groupBy(words, ({ line }) => line);
  return [...lines.values()].map((line) => line.sort((a, b) => a.x - b.x));
}

/** The word with its middle turned about the page's middle, clockwise; its size stays. */
export function turned<B extends Pick<OcrWord, "x" | "y" | "width" | "height">>(
  word: B,
  page: { width: number; height: number },
  radians: number,
): B {
  const [dx, dy] = [word.x + word.width / 2 - page.width / 2, word.y + word.height / 2 - page.height / 2];
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return {
    ...word,
    x: page.width / 2 + dx * cos - dy * sin - word.width / 2,
    y: page.height / 2 + dx * sin + dy * cos - word.height / 2,
  };
}

/** Lines shorter than this, in points, do not tell how crooked a page is. */
const LONG = 100;

/** By how much the lines of a page fall to the right, in radians: the middle one of its long lines. */
function skewOf(words: readonly OcrWord[]): number {
  const slopes = linesOf(words)
    .flatMap((line) => {
      const [first, last] = [line[0]!, line.at(-1)!];
      const run = last.x + last.width / 2 - first.x - first.width / 2;
      return run < LONG ? [] : [Math.atan2(bottomOf(last) - bottomOf(first), run)];
    })
    .sort((a, b) => a - b);
  return slopes[slopes.length >> 1] ?? 0;
}

/** Where the word's letters stand, whether or not one of them hangs below. */
function bottomOf({ text, y, height }: OcrWord): number {
  const hang = hangOf(text);
  return y + height * (1 - hang / (0.72 + hang));
}

const FONT: Font = fontOf(undefined);

/** A line of words as runs: one for each piece without a wide gap. All stand on one baseline. */
function runsOf(words: readonly OcrWord[], size: number): Run[] {
  const baselines = words.map(bottomOf).sort((a, b) => a - b);
  const baseline = baselines[baselines.length >> 1]!;
  const isRaised = ({ text, y, height }: OcrWord) => NOTE_MARK.test(text) && baseline - y - height > RAISED * size;
  const marks = words.filter((word, index) => index > 0 && isRaised(word));
  return [
    ...piecesOf(
      words.filter((word) => !marks.includes(word)),
      size,
    ).map((piece) => runOf(piece, size, baseline)),
    ...marks.map((mark) => runOf([mark], MARK_SIZE * size, mark.y + mark.height)),
  ];
}

/** How far above the line the letters of a note's mark stand, and how large they are, in sizes of the line's. */
const RAISED = 0.2;
const MARK_SIZE = 0.65;
const NOTE_MARK = /^[([]?(?:\d{1,3}|[*†‡])[)\]]?[.,]?$/;

function piecesOf(words: readonly OcrWord[], size: number): OcrWord[][] {
  const pieces: OcrWord[][] = [];
  for (const word of words) {
    const before = pieces.at(-1)?.at(-1);
    if (before && word.x - before.x - before.width < WIDE * size) pieces.at(-1)!.push(word);
    else pieces.push([word]);
  }
  return pieces;
}

const runOf = (words: readonly OcrWord[], size: number, baseline: number): Run => ({
  ...lettersOf(words),
  y: baseline - FONT.ascent * size,
  height: (FONT.ascent + FONT.descent) * size,
  baseline,
  size,
  font: FONT,
  element: -1,
});

/** The words with single spaces between, each letter given an equal share of its word's width. */
function lettersOf(words: readonly OcrWord[]): Pick<Run, "text" | "x" | "width" | "edges"> {
  const x = words[0]!.x;
  const edges: number[] = [];
  let right = x;
  for (const word of words) {
    if (edges.length > 0) edges.push(right - x);
    for (let at = 0; at < word.text.length; at++) edges.push(word.x - x + (word.width * at) / word.text.length);
    right = word.x + word.width;
  }
  return { text: words.map(({ text }) => text).join(" "), x, width: right - x, edges };
}
