import { type Draft, draftOf } from "./draft.ts";
import { type Line, rightOf } from "./line.ts";
import { marksIn, type NotesBefore, noteLabelAt, takeNotes } from "./notes.ts";
import type { PageContent } from "./page-content.ts";
import { paragraphsOf, relativePitch } from "./paragraphs.ts";
import type { Region } from "./region.ts";

/** The paragraphs of all pages in reading order, and the notes taken from their feet. */
export function draftsOf(pages: readonly PageContent[], bodySize: number): { drafts: Draft[]; notes: Draft[] } {
  const drafts: Draft[] = [];
  const notes: Draft[] = [];
  const lines = pages.flatMap(({ regions }) => regions.flatMap((region) => region.lines));
  const usual = { right: farRight(lines) ?? 0, pitch: relativePitch(lines) };
  let before: NotesBefore = { openNote: false, marked: [] };
  let openBox: string | null = null;
  for (const page of pages) {
    const taken = takeNotes(page.regions, bodySize, before);
    const onPage = inBoxBefore(paragraphsOfPage(taken.regions, usual), taken.regions[0], openBox);
    openBox = taken.regions.at(-1)?.cut?.bottom ? onPage.at(-1)!.group : null;
    drafts.push(...onPage);
    for (const note of taken.notes) {
      if (note.label === null && notes.length > 0) notes.at(-1)!.lines.push(...note.lines);
      else notes.push(noteDraft(note.lines));
    }
    before = { openNote: taken.notes.length > 0, marked: marksIn(taken.regions) };
  }
  return { drafts, notes };
}

/** A box that is open at the foot of one page and one that is open at the head of the next are one box. */
function inBoxBefore(drafts: readonly Draft[], first: Region | undefined, openBox: string | null): readonly Draft[] {
  if (openBox === null || !first?.cut?.top) return drafts;
  const own = drafts[0]!.group;
  return drafts.map((draft) => (draft.group === own ? { ...draft, group: openBox } : draft));
}

function paragraphsOfPage(regions: readonly Region[], usual: { right: number; pitch: number }): Draft[] {
  let item: number | null = null;
  const onPage = regions.flatMap((region) => region.lines);
  return regions.flatMap((region) => {
    const here = region.element?.item ?? null;
    const opensItem = here !== null && here !== item;
    item = here;
    const apart = region.box !== null || region.element?.cell;
    const columnRight = apart
      ? columnRightOf(region.lines, region.lines, 0)
      : columnRightOf(region.lines, onPage, usual.right);
    return paragraphsOf(region, { columnRight, usualPitch: usual.pitch, opensItem });
  });
}

/** Lines of fewer characters say nothing of how wide their column is. */
const LONG_LINE = 36;

/** How far the long lines reach to the right: nine in ten of them, as one may stick out. Undefined where all are short. */
function farRight(lines: readonly Line[]): number | undefined {
  const rights = lines
    .filter((line) => line.text.length >= LONG_LINE)
    .map(rightOf)
    .sort((a, b) => a - b);
  return rights[Math.floor(rights.length * 0.9)];
}

/** Where the column of some lines ends: by the lines over and under them, or, on a page of short ones, by the whole document's. */
function columnRightOf(lines: readonly Line[], around: readonly Line[], usual: number): number {
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map(rightOf));
  const near = around.filter((line) => line.x < right && rightOf(line) > left);
  return farRight(near) ?? Math.max(right, usual);
}

function noteDraft(lines: readonly Line[]): Draft {
  const label = noteLabelAt(lines[0]!.text);
  return { ...draftOf([...lines]), kind: "note", label: label?.label ?? null, labelEnd: label?.end ?? 0 };
}

/**
 * Puts notes after what they belong to: at the end; where a file holds several documents (`firstPages` says on which pages they begin),
 * at the end of each.
 */
export function placeNotes(drafts: readonly Draft[], notes: readonly Draft[], firstPages: readonly number[]): Draft[] {
  const documentOf = ({ lines }: Draft): number => firstPages.filter((page) => page <= lines[0]!.page).length;
  const out: Draft[] = [];
  for (let document = 0; document <= firstPages.length; document++) {
    for (const draft of drafts) if (documentOf(draft) === document) out.push(draft);
    for (const note of notes) if (documentOf(note) === document) out.push(note);
  }
  return out;
}
