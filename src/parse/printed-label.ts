import type { Block } from "../document/document.ts";

/**
 * Labels as they are printed before a paragraph: "8.12", "4.", "3)", "(a)", "(a)(iv)", "a)", "iv.", "1(a)", "4. (a) (iv)".
 * A bare number is a label only where white space wide enough to hang, or a capital, follows: see `printedLabel`.
 */
const LABEL =
  /^(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?(?:\s?\([a-z\d]{1,4}\))?|\d{1,3}[.)](?:\s?\([a-z]{1,4}\)){0,2}|\(?(?:\d{1,3}|[a-zA-Z]|[ivxl]{1,6})\)(?:\s?\([a-z\d]{1,4}\)){0,2}|\d{1,3}\([a-z]{1,4}\)|[a-z]\.(?=\s)|[ivxl]{2,6}\.)(?=\s|$)/;

/** The label that words begin with, as printed, and its length with the white space after it; null where there is none. */
export function printedLabel(words: string): { label: string; length: number } | null {
  const label = LABEL.exec(words)?.[0];
  if (label === undefined) return null;
  const rest = words.slice(label.length);
  const space = rest.length - rest.trimStart().length;
  // a sum of money or a decimal fraction is no label
  if (/^\d+\.\d+$/.test(label) && /^\s(?:per cent|million|billion|%|[ap]\.?m\b)/.test(rest)) return null;
  return { label, length: label.length + space };
}

/** "A. Your part", "B. The bridge": capitals count headings and paragraphs, but an initial before a surname looks the same. */
const CAPITAL = /^([A-Z])\.\s+(?=\S)/;
/** "3 Getting home": a bare number counts headings, where no month follows it. */
const BARE = /^(\d{1,2})\s+(?=\p{Lu})(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/iu;

/** "1 - not yet", "2: in May": numbers that count points in a hurry, where sums and ranges look the same. */
const HASTY = /^(\d{1,2}) ?[-–—:]\s+(?=\p{L}|["“‘'£])/u;

/** Blocks with the labels printed before their words. A label that a list counted stays. */
export function labelBlocks(text: string, blocks: readonly Block[]): Block[] {
  const head = (block: Block) => text.slice(block.start, Math.min(block.end, block.start + 40));
  const series = SERIES.map(({ mark, members }) => {
    const met = new Set(blocks.map((block) => mark.exec(head(block))?.[1]));
    return (words: string) => counted(mark.exec(words), met, members);
  });
  return blocks.map((block) => {
    if (block.label !== null || block.kind === "note" || block.kind === "contents") return block;
    const words = head(block);
    const bare = block.kind === "heading" ? BARE.exec(words) : null;
    const inSeries = () => series.map((labelled) => labelled(words)).find((label) => label !== null);
    const found = printedLabel(words) ?? inSeries() ?? (bare && labelIn(bare));
    if (!found || block.start + found.length >= block.end) return block;
    return { ...block, label: found.label, body: block.start + found.length };
  });
}

const labelIn = ([all]: RegExpExecArray): { label: string; length: number } => ({
  label: all.trim(),
  length: all.length,
});

/** Marks that are labels only where they count up from the first of their series. */
const SERIES = [
  { mark: CAPITAL, members: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("") },
  { mark: HASTY, members: Array.from({ length: 99 }, (_, at) => String(at + 1)) },
];

/** A mark that is one of a series of two at least which goes up to it from its first without a gap; null where it is none. */
function counted(mark: RegExpExecArray | null, met: ReadonlySet<string | undefined>, series: readonly string[]) {
  if (mark === null || !met.has(series[1])) return null;
  return series.slice(0, series.indexOf(mark[1]!) + 1).every((each) => met.has(each)) ? labelIn(mark) : null;
}
