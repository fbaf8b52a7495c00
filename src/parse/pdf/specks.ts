import type { OcrWord } from "../ocr/result.ts";

/** A word that was surely read: this confident, of this many letters. */
const SURE = 60;
const LETTERS = 3;
/** Signs this short may be specks and punch holes; whoever is less sure than this of them takes them for such. */
const SHORT = 2;
const DOUBTED = 75;
/** So much taller than most words it is a hole or a stain, however sure the engine is of its letters. */
const TALLER = 1.6;
/** A line of nothing but short signs and no certainty is a speck wherever it stands. */
const HARDLY = 45;

/** Lines of words without what the scanner saw beside them: specks, holes and edges, which are read as a letter or two in the margin. */
export function withoutSpecks(lines: readonly (readonly OcrWord[])[]): OcrWord[][] {
  const sure = lines.flat().filter(({ text, confidence }) => confidence >= SURE && lettersIn(text) >= LETTERS);
  const lefts = sure.map(({ x }) => x).sort((a, b) => a - b);
  const rights = sure.map(({ x, width }) => x + width).sort((a, b) => a - b);
  // the outermost words may be misread specks themselves
  const [left, right] = [lefts[Math.floor(lefts.length / 100)] ?? 0, rights[Math.ceil(rights.length * 0.99) - 1] ?? 0];
  const heights = sure.map(({ height }) => height).sort((a, b) => a - b);
  const tall = TALLER * (heights[heights.length >> 1] ?? 0);
  const isSpeck = ({ text, confidence, x, width, height }: OcrWord): boolean =>
    text.length <= SHORT && (confidence < DOUBTED || height > tall) && (x + width < left || x > right);
  return lines
    .map((line) => line.filter((word) => !isSpeck(word)))
    .filter((line) => line.some(({ text, confidence }) => lettersIn(text) > SHORT || confidence >= HARDLY));
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
