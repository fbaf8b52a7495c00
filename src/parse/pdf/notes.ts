import type { Line } from "./line.ts";
import type { Region } from "./region.ts";

/** How much smaller than the text notes are printed, at the least. */
const SMALLER = 0.93;
/** "12 Words", "12. Words", "* Words": the label of a note. */
const NOTE_LABEL = /^[([]?(\d{1,3}|[*†‡§¶]{1,3})[)\].]?\s*(?=\S)/;

/** One note of a page: its lines, and its label; null where it carries on from the page before. */
export type PageNote = { label: string | null; lines: Line[] };

/** Whether a line begins a note, and with which label. */
export const noteLabelAt = (text: string): { label: string; end: number } | null => {
  const found = NOTE_LABEL.exec(text);
  return found && { label: found[1]!, end: found[0].length };
};

/** What the page before left: whether it ended in its notes, and the labels marked in its text. */
export type NotesBefore = { openNote: boolean; marked: readonly string[] };

/** The labels that stand raised in the text of regions. */
export const marksIn = (regions: readonly Region[]): string[] =>
  regions.flatMap(({ lines }) => lines.flatMap(({ marks }) => marks.map(({ label }) => label)));

/**
 * Takes the notes off the foot of a page: what is tagged so; and small print below the text, some line of which bears a number that
 * is marked in the text of this page or the one before. Where that one ended in its notes, what comes before the first label
 * carries on. Returns the regions without them, and the notes.
 */
export function takeNotes(
  regions: readonly Region[],
  bodySize: number,
  before: NotesBefore,
): { regions: Region[]; notes: PageNote[] } {
  const { openNote } = before;
  const marked = new Set([...before.marked, ...marksIn(regions)]);
  const lowest = lowestText(regions, bodySize);
  const notes: PageNote[] = [];
  const kept: Region[] = [];
  for (const region of regions) {
    const from = region.element?.role === "Note" ? 0 : footFrom(region.lines, bodySize, lowest);
    const found = splitNotes(region.lines.slice(from), marked);
    const isFoot = from === 0 && region.element?.role === "Note" ? found.length > 0 : areNotes(found, notes, openNote);
    if (!isFoot) kept.push(region);
    else {
      notes.push(...found);
      if (from > 0) kept.push({ ...region, lines: region.lines.slice(0, from) });
    }
  }
  return { regions: kept, notes };
}

/** Where the last line of text in full size stands. */
function lowestText(regions: readonly Region[], bodySize: number): number {
  const lines = regions.flatMap((region) => region.lines).filter((line) => line.size >= SMALLER * bodySize);
  return Math.max(0, ...lines.filter((line) => line.text.length > 4).map((line) => line.baseline));
}

/** Where the small print at the end of a region begins: in another column of the page text may stand beside it. */
function footFrom(lines: readonly Line[], bodySize: number, lowest: number): number {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < SMALLER * bodySize) from--;
  const below = from > 0 || (lines[0]?.baseline ?? 0) > lowest;
  return below ? from : lines.length;
}

/** Small print at the foot is notes where one is marked in the text; without a label, where a note was open before it. */
function areNotes(found: readonly PageNote[], before: readonly PageNote[], openNote: boolean): boolean {
  if (found.length === 0) return false;
  const opens = found[0]!.label !== null || before.length > 0 || openNote;
  return opens && (found.some(({ label }) => label !== null) || before.length > 0 || openNote);
}

/** A line begins a note where its label is marked in the page's text, or is the next number after the note before it. */
function splitNotes(lines: readonly Line[], marked: ReadonlySet<string>): PageNote[] {
  const notes: PageNote[] = [];
  for (const line of lines) {
    const found = noteLabelAt(line.text);
    const last = notes.at(-1);
    const begins =
      found && (marked.has(found.label) || (last?.label && Number(found.label) === Number(last.label) + 1));
    if (begins) notes.push({ label: found.label, lines: [line] });
    else if (last) last.lines.push(line);
    else notes.push({ label: null, lines: [line] });
  }
  return notes;
}
