import { type Draft, textOf } from "./draft.ts";
import { isOnlyLabel } from "./label.ts";
import { joinLines } from "./line.ts";

/**
 * Gives labels that were set apart (in the margin, in a frame of their own, on a line of their own) back to their words:
 * those on the same height to the right, wherever they came in the order; else those that come next, below.
 */
export function hangLabels(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts];
  for (let at = 0; at < out.length; at++) {
    const label = out[at]!;
    if (label.lines.length !== 1 || label.cell || !isOnlyLabel(textOf(label))) continue;
    const beside = out.findIndex((each, index) => index !== at && !each.cell && isBeside(label, each));
    const owner = beside >= 0 ? beside : out[at + 1] && isBelow(label, out[at + 1]!) ? at + 1 : -1;
    if (owner < 0) continue;
    const joined =
      beside >= 0
        ? withLabelBeside(label, out[owner]!)
        : { ...out[owner]!, lines: [label.lines[0]!, ...out[owner]!.lines] };
    out[owner] = { ...joined, tags: joined.tags ?? label.tags };
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
