import type { Line } from "./line.ts";
import type { Region } from "./region.ts";

/** How much of a page's order or paragraphs may be odd before its tags are taken for nonsense. Few lines prove nothing. */
const MOST_ODD = 0.3;
const FEWEST = 6;

/**
 * Whether a page's tags contradict the page: text that jumps up again and again in one column, or paragraphs that stop in the middle
 * of a sentence at line after line. Then geometry knows better.
 */
export function areTagsNonsense(regions: readonly Region[]): boolean {
  const text = regions.filter(({ element }) => !element?.cell && element?.role !== "Note");
  const lines = text.flatMap((region) => region.lines);
  if (lines.length < FEWEST) return false;
  return share(lines, jumpsUp) > MOST_ODD || cutShare(text) > MOST_ODD;
}

/** The share of neighbours for which something holds. */
function share(lines: readonly Line[], holds: (before: Line, line: Line) => boolean): number {
  return lines.slice(1).filter((line, index) => holds(lines[index]!, line)).length / lines.length;
}

/** The next words stand above the last ones, and over or under them. */
const jumpsUp = (before: Line, line: Line): boolean =>
  line.baseline < before.baseline - 0.5 * line.size &&
  line.x < before.x + before.width &&
  before.x < line.x + line.width;

/** The share of lines after which a paragraph ends although its sentence and its line go on. */
function cutShare(regions: readonly Region[]): number {
  let cut = 0;
  let lines = 0;
  regions.forEach((region, index) => {
    const last = region.lines.at(-1);
    const next = regions[index + 1]?.lines[0];
    lines += region.lines.length;
    if (!last || !next || region.element?.role === "Div") return;
    const close = next.baseline > last.baseline && next.baseline - last.baseline < 1.6 * last.size;
    if (close && /[\p{Ll},]$/u.test(last.text) && /^\p{Ll}/u.test(next.text)) cut++;
  });
  return lines === 0 ? 0 : cut / lines;
}
