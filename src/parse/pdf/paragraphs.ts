import { type Draft, draftOf, type Tags } from "./draft.ts";
import { labelAt } from "./label.ts";
import { isAll, type Line, rightOf } from "./line.ts";
import type { Region } from "./region.ts";

/** From baseline to baseline, in sizes, where a region has too few lines to tell. */
const USUAL_PITCH = 1.25;

/**
 * What is known of a region from around it: where its column ends on the right, from baseline to baseline in the document in sizes
 * of the letters, and whether it opens a tagged list item.
 */
export type Setting = { columnRight: number; usualPitch: number; opensItem: boolean };

/** The paragraphs of a region. Tagged text is one paragraph an element, unless the page says loudly that it is more. */
export function paragraphsOf(region: Region, { columnRight, usualPitch, opensItem }: Setting): Draft[] {
  const pitch = pitchOf(region.lines);
  const size = middleSize(region.lines);
  const right = Math.max(...region.lines.map(rightOf));
  const breaks = region.element === null || LOOSE.test(region.element.role) ? beginsParagraph : beginsInTagged;
  const pieces: Line[][] = [];
  for (const line of region.lines) {
    const last = pieces.at(-1);
    if (!last || breaks({ before: last, line, pitch, size, right, usualPitch, columnRight })) pieces.push([line]);
    else last.push(line);
  }
  return pieces.map((lines, index) => ({
    ...draftOf(lines),
    ...taggedAs(region, opensItem && index === 0),
    broken: isBrokenByHand(lines, columnRight),
  }));
}

/** How much of their column the lines of an address or a sign-off fill at the most. */
const NARROW = 0.7;

/** Whether two pieces of a line stand so far apart, in sizes of its letters, that no justifying does it. */
const isParted = ({ gaps, edges, size }: Line): boolean => gaps.some((at) => edges[at + 1]! - edges[at]! > 3 * size);

/** Whether most lines stop where the next one's first word would have fitted, and none goes far. */
function isBrokenByHand(lines: readonly Line[], right: number): boolean {
  const left = lines[0]!.x;
  // two addresses side by side
  if (lines.length > 2 && lines.filter(isParted).length > 0.5 * lines.length) return true;
  if (isSetRight(lines)) return true;
  if (lines.some((line) => rightOf(line) - left > NARROW * (right - left))) return false;
  const short = lines.slice(1).filter((line, index) => wouldFit(lines[index]!, line, right)).length;
  return short > 0.5 * (lines.length - 1);
}

/** Longer lines are those of a paragraph, in characters. */
const ADDRESS_LINE = 48;

/** Whether short lines end at one edge on the right and begin anywhere. */
function isSetRight(lines: readonly Line[]): boolean {
  const right = rightOf(lines[0]!);
  const atEdge = lines.every((line) => Math.abs(rightOf(line) - right) < 1 && line.text.length <= ADDRESS_LINE);
  const moved = lines.slice(1).filter((line, index) => Math.abs(line.x - lines[index]!.x) > 1);
  return lines.length > 2 && atEdge && moved.length >= 0.5 * (lines.length - 1);
}

/** Structure types that may hold several paragraphs. */
const LOOSE = /^(?:Div|TD|TH|LI|LBody)$/;

function taggedAs({ element, label, lines, box }: Region, opensItem: boolean): Partial<Draft> {
  const { page } = lines[0]!;
  const boxed = box === null || element?.cell ? {} : { group: `box ${box} of page ${page}`, groupKind: "box" as const };
  if (element === null) return boxed;
  const tags: Tags = { role: element.role, label: opensItem ? label : null, depth: element.depth, opensItem };
  const group = element.group === null ? null : `${element.groupKind} ${element.group} of page ${page}`;
  return { tags, group, groupKind: element.groupKind, cell: element.cell, ...boxed };
}

type Place = Pick<Setting, "columnRight" | "usualPitch"> & {
  before: readonly Line[];
  line: Line;
  pitch: number;
  size: number;
  right: number;
};

/** The same for a whole document, in sizes of its letters. */
export const relativePitch = (lines: readonly Line[]): number => pitchOf(lines) / middleSize(lines);

function middleSize(lines: readonly Line[]): number {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 12;
}

/** The usual distance between baselines of neighbours. */
function pitchOf(lines: readonly Line[]): number {
  const pitches = lines
    .slice(1)
    .map((line, index) => ({ line, gap: line.baseline - lines[index]!.baseline }))
    .filter(({ line, gap }) => gap > 0.9 * line.size && gap < 2.2 * line.size)
    .map(({ gap }) => gap)
    .sort((a, b) => a - b);
  // the lower third: gaps between paragraphs are the larger ones
  return pitches[Math.floor(pitches.length / 3)] ?? (lines[0]?.size ?? 12) * USUAL_PITCH;
}

function beginsInTagged({ before, line, pitch }: Place): boolean {
  const last = before.at(-1)!;
  if (countsOn(before[0]!, line) && /[.?!;:]["'”’)]?$/.test(last.text)) return true;
  return isContentsEntry(last) || line.baseline - last.baseline > 2.2 * Math.max(pitch, line.size * USUAL_PITCH);
}

/** Whether a line bears the number after the one that a paragraph begins with: points that were typed into one. */
function countsOn(first: Line, line: Line): boolean {
  const [one, next] = [first, line].map(({ text }) => Number.parseInt(labelAt(text)?.label ?? "", 10));
  return next === one! + 1;
}

function beginsParagraph(place: Place): boolean {
  const { before, line } = place;
  const last = before.at(-1)!;
  const gap = line.baseline - last.baseline;
  // the lines of a title stand farther apart
  const pitch = place.pitch * (/^\p{Ll}/u.test(line.text) ? Math.max(1, line.size / place.size) : 1);
  if (gap > 1.25 * Math.max(pitch, line.size * USUAL_PITCH) || gap < 0) return true;
  if (isContentsEntry(last) || (gap > 1.15 * pitch && endsShort(place))) return true;
  const wide = gap > 1.25 * place.usualPitch * line.size;
  if (wide && wouldFit(last, line, place.columnRight)) return true;
  if (Math.abs(line.size - last.size) > 0.08 * last.size) return true;
  if (boldChanges(last, line) && (wide || endsShort(place) || !/[\p{Ll},]$/u.test(last.text))) return true;
  if (beginsItem(place)) return true;
  if (isIndented(place)) return true;
  if (!endsShort(place)) return false;
  // points that lost their bullets end so
  if (/;(?: and| or)?$/.test(last.text)) return true;
  return /[.?!:”"’)\]]\W?$/.test(last.text) && /^[^\p{Ll}]/u.test(line.text);
}

/** Bold stops or begins with the line end: what goes on in bold, if only for a word, is not parted there. */
const boldChanges = (last: Line, line: Line): boolean =>
  isAll(last, "bold") !== isAll(line, "bold") && last.styles.at(-1)?.bold !== line.styles[0]?.bold;

/** "What was found … 12": a title and a page number, wide apart or with dots between. */
const isContentsEntry = ({ text, gaps }: Line): boolean => {
  const last = gaps.at(-1);
  return last !== undefined && /^\s(?:\d{1,4}|[ivxl]{1,6})$/.test(text.slice(last));
};

/** A label at the left of what is around it begins an item; a number that a sentence happened to put there does not. */
function beginsItem({ before, line }: Place): boolean {
  const label = labelAt(line.text);
  if (!label) return false;
  const last = before.at(-1)!;
  const hangs =
    before.length === 1 ? line.x <= last.x + 1 : line.x < Math.min(...before.slice(1).map((each) => each.x)) - 2;
  return label.label === null || hangs || line.x > last.x + line.size || /[.:;,]$|\band$|\bor$/.test(last.text);
}

/** The last line stops where the next line's first word would still have fitted. */
const endsShort = ({ before, line, right }: Place): boolean => wouldFit(before.at(-1)!, line, right);

function wouldFit(last: Line, line: Line, right: number): boolean {
  const space = line.text.indexOf(" ");
  const word = space < 0 ? line.width : line.edges[space]!;
  return rightOf(last) + word + 0.6 * line.size < right;
}

function isIndented({ before, line }: Place): boolean {
  const last = before.at(-1)!;
  if (before.length === 1)
    return line.x > last.x + 0.8 * line.size && !labelAt(last.text) && /[.?!:”]$/.test(last.text);
  return line.x > last.x + 0.8 * line.size && Math.abs(last.x - before.at(-2)!.x) < 1;
}
