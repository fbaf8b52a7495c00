import type { PartKind } from "../records/part.ts";
import { blockOf, isWhole, type Range, textOf, type View, within, wordCount } from "./view.ts";

/** How many lines at the head of a part say what kind it is. */
const OPENING_LINES = 25;

/** As many headings as a paper has before its text begins: of the body, the meeting, the item, and the paper itself. */
const TITLES = 5;

/** A part's kind must have this much to say for itself; one strong signal, or two weak ones. */
export const ENOUGH = 2;

/** A heading, or a line of capitals, as typed papers have theirs. */
function isTitle(view: View, index: number): boolean {
  const { text } = view.lines[index]!;
  const capitals = /\p{Lu}{3}/u.test(text) && text === text.toUpperCase() && wordCount(text) >= 3;
  return ["title", "heading"].includes(blockOf(view, index).kind) || (capitals && isWhole(view, index));
}

/** A long title in plain text looks like any paragraph: the first one, where it ends with no stop. */
function firstWords(view: View, { from }: Range): string[] {
  const text = textOf(view, blockOf(view, from)).replace(/\s+/g, " ");
  return wordCount(text) <= LONGEST_TITLE && !/[.:;,]$/.test(text) ? [text] : [];
}

const LONGEST_TITLE = 30;

const isQuoted = (view: View, index: number): boolean => {
  const { kind, groupKind } = blockOf(view, index);
  return kind === "quotation" || groupKind === "quotation";
};

/**
 * What the signals of each kind add up to over a range of lines: each signal counts once, however often it fits. `said` is the
 * subject and the opening paragraphs of a letter; of other papers they are the first titles and lines.
 */
export function scoreKinds(
  view: View,
  range: Range,
  said?: { titles: readonly string[]; opening: readonly string[] },
): Map<PartKind, number> {
  const scores = new Map<PartKind, number>();
  const lines = within(view, range);
  const opening = said?.opening ?? lines.slice(0, OPENING_LINES).map(({ line }) => line.text);
  const titles = lines.filter(({ index }) => isTitle(view, index)).slice(0, TITLES);
  const looked = {
    title: [
      ...new Set([
        ...(range.from === 0 && said === undefined && view.document.title ? [view.document.title] : []),
        ...(said ? said.titles : titles.map(({ line }) => line.text)),
        ...(said || view.document.title ? [] : firstWords(view, range)),
      ]),
    ],
    opening,
    // what is quoted are another's words
    line: lines.filter(({ index }) => !isQuoted(view, index)).map(({ line }) => line.text),
  };
  for (const { kind, on, weight, fits } of view.rules.kinds)
    if (looked[on].some((text) => fits.test(text))) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  return scores;
}

/** The kind with most to say for it among those asked about, and how much; null where none has enough. */
export function bestKind(
  scores: ReadonlyMap<PartKind, number>,
  kinds: readonly PartKind[],
): { kind: PartKind; score: number } | null {
  const best = kinds.map((kind) => ({ kind, score: scores.get(kind) ?? 0 })).sort((a, b) => b.score - a.score)[0];
  return best && best.score >= ENOUGH ? best : null;
}
