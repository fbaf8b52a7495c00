import { type Draft, textOf } from "./draft.ts";
import { isOnlyLabel, labelAt } from "./label.ts";
import { joinLines } from "./line.ts";

/** How far from its words in the order of the page a label may come. */
const NEAR = 40;

/**
 * Gives labels that were set apart (in the margin, in a frame of their own, on a line of their own) back to their words:
 * those on the same height to the right, wherever they came in the order; else those that come next, below.
 */
export function hangLabels(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts];
  for (let at = 0; at < out.length; at++) {
    const label = out[at]!;
    if (label.lines.length !== 1 || label.cell || !isOnlyLabel(textOf(label))) continue;
    const around = out.slice(Math.max(0, at - NEAR), at + NEAR);
    const beside = around.find((each) => each !== label && !each.cell && isBeside(label, each));
    const below = out[at + 1];
    const words = beside ?? (below && isBelow(label, below) ? below : null);
    if (!words) continue;
    out[out.indexOf(words, Math.max(0, at - NEAR))] = beside
      ? withLabelBeside(label, words)
      : withLabelAbove(label, words);
    out.splice(at, 1);
    at--;
  }
  return out;
}

function isBeside(label: Draft, words: Draft): boolean {
  const mark = label.lines[0]!;
  const first = words.lines[0]!;
  const gap = first.x - mark.x - mark.width;
  return (
    first.page === mark.page &&
    Math.abs(first.baseline - mark.baseline) < 0.4 * first.size &&
    gap > -1 &&
    gap < 8 * first.size &&
    !isOnlyLabel(first.text)
  );
}

function isBelow(label: Draft, words: Draft): boolean {
  const mark = label.lines[0]!;
  const first = words.lines[0]!;
  const drop = first.baseline - mark.baseline;
  return (
    !words.cell &&
    first.page === mark.page &&
    drop > 0 &&
    drop < 2.5 * first.size &&
    first.x > mark.x - 2 &&
    !isOnlyLabel(first.text)
  );
}

function withLabelBeside(label: Draft, words: Draft): Draft {
  const [first, ...rest] = words.lines;
  return { ...words, lines: [joinLines(label.lines[0]!, first!), ...rest] };
}

/** A bullet on a line of its own is no text, and only says what comes below it. */
function withLabelAbove(label: Draft, words: Draft): Draft {
  const mark = label.lines[0]!;
  if (labelAt(mark.text)?.label === null) return { ...words, kind: "list-item", level: 1 };
  return { ...words, lines: [mark, ...words.lines] };
}
