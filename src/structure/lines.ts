import type { Block, Document } from "../document/document.ts";
import { overlapping } from "../document/span.ts";
import type { Compiled } from "./rules.ts";
import type { Line } from "./view.ts";

/** The lines of a document, in order: where a block has line ends, where a page shows that its short lines are meant, and after a greeting before other words. */
export function linesOf(document: Document, rules: Compiled): Line[] {
  const full = fullWidth(document);
  return document.blocks.flatMap((block, index) => {
    const greeting = greetingIn(document, block, rules);
    const bounds = [block.start, ...greeting, ...lineEnds(document.text, block), ...shortLines(document, block, full)];
    const starts = [...new Set(bounds)].sort((a, b) => a - b);
    return starts.flatMap((start, nth): Line[] => {
      const text = document.text.slice(start, starts[nth + 1] ?? block.end).trimEnd();
      return text === "" ? [] : [{ start, end: start + text.length, text, block: index }];
    });
  });
}

/** What all greetings in a line begin with. */
const GREETS = /^[DGH]\p{Ll}/u;

/** Where the words after a greeting begin ("Dear Clerk, could you …"). */
function greetingIn(document: Document, block: Block, rules: Compiled): number[] {
  if (block.kind !== "paragraph" || !GREETS.test(document.text.slice(block.start, block.start + 2))) return [];
  const [line = ""] = document.text.slice(block.start, block.end).split("\n", 1);
  const length = rules.read("greeting-in-line", line)?.[0].length ?? 0;
  return length === 0 ? [] : [block.start + length + /^\s*/.exec(line.slice(length))![0].length];
}

const lineEnds = (text: string, block: Block): number[] =>
  [...text.slice(block.start, block.end).matchAll(/\n/g)].map(({ index }) => block.start + index + 1);

/** An address or a signature of a page has lines well short of the column. */
const SHORT_OF_FULL = 0.62;
/** The longest address has about this many words; a longer block is running text set narrow. */
const MOST_CHARACTERS = 320;

/** Where printed lines begin inside a block whose lines, but for the last, all end well before the column does. */
function shortLines(document: Document, block: Block, full: number): number[] {
  if (full === 0 || block.kind !== "paragraph" || block.end - block.start > MOST_CHARACTERS) return [];
  const lines = new Map<number, { start: number; right: number; left: number }>();
  for (const run of overlapping(document.glyphs, block)) {
    const line = lines.get(run.line) ?? { start: run.start, left: run.x, right: run.x };
    lines.set(run.line, { ...line, left: Math.min(line.left, run.x), right: Math.max(line.right, run.x + run.width) });
  }
  const printed = [...lines.values()];
  const short = printed.every(({ left, right }) => right - left < full * SHORT_OF_FULL);
  return short ? printed.slice(1).map(({ start }) => start) : [];
}

/** How wide the lines of running text are, in points: wider than nine in ten printed lines; 0 without geometry. */
function fullWidth({ glyphs }: Document): number {
  const widths = new Map<number, { left: number; right: number }>();
  for (const { line, x, width } of glyphs) {
    const known = widths.get(line);
    widths.set(line, { left: Math.min(known?.left ?? x, x), right: Math.max(known?.right ?? 0, x + width) });
  }
  const sorted = [...widths.values()].map(({ left, right }) => right - left).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
}
