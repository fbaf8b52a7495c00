import type { Line } from "./line.ts";
import type { Region } from "./region.ts";

/** How much smaller than the text notes are printed, at the least. */
const SMALLER = 0.93;
/** "12 Words", "12. Words", "* Words": the label of a note. */
const NOTE_LABEL = /^[([]?(\d{1,3}|[*†‡§¶]{1,3})[)\].]?\s+(?=\S)/;

/** One note of a page: its lines, and its label; null where it carries on from the page before. */
export type PageNote = { label: string | null; lines: Line[] };

/** Whether a line begins a note, and with which label. */
export const noteLabelAt = (text: string): { label: string; end: number } | null => {
  const found = NOTE_LABEL.exec(text);
  return found && { label: found[1]!, end: found[0].length };
};

/**
 * Takes the notes off the foot of a page: small print below the text of which some line bears a number that is marked in the
 * page's text. `openNote` says that the page before ended inside a note. Returns the regions without them, and the notes.
 */
export function takeNotes(
  regions: readonly Region[],
  bodySize: number,
  openNote: boolean,
): { regions: Region[]; notes: PageNote[] } {
  const marked = new Set(regions.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks.map(({ label }) => label))));
  const notes: PageNote[] = [];
  const kept = regions.map((region) => {
    if (region.element?.role === "Note") {
      notes.push(...splitNotes(region.lines, null));
      return { ...region, lines: [] };
    }
    const from = footFrom(region.lines, bodySize);
    const foot = region.lines.slice(from);
    const labels = foot.flatMap((line) => noteLabelAt(line.text)?.label ?? []);
    const first = noteLabelAt(foot[0]?.text ?? "");
    if (foot.length === 0 || !labels.some((label) => marked.has(label)) || (!first && !openNote)) return region;
    notes.push(...splitNotes(foot, marked));
    return { ...region, lines: region.lines.slice(0, from) };
  });
  return { regions: kept.filter(({ lines }) => lines.length > 0), notes };
}

/** Where the small print at the end of a region begins. */
function footFrom(lines: readonly Line[], bodySize: number): number {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < SMALLER * bodySize) from--;
  return from;
}

/** A line begins a note where its label is marked in the text (or, in tagged notes, where it has one). */
function splitNotes(lines: readonly Line[], marked: ReadonlySet<string> | null): PageNote[] {
  const notes: PageNote[] = [];
  for (const line of lines) {
    const found = noteLabelAt(line.text);
    if (found && (marked === null ? notes.length === 0 : marked.has(found.label)))
      notes.push({ label: found.label, lines: [line] });
    else if (notes.length > 0) notes.at(-1)!.lines.push(line);
    else notes.push({ label: null, lines: [line] });
  }
  return notes;
}
