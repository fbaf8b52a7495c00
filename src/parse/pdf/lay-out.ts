import type { Block, GlyphRun, Mark } from "../../document/document.ts";
import type { Page } from "../../records/document-record.ts";
import { assemble } from "./assemble.ts";
import { classify, type Manner, outlineKey } from "./classify.ts";
import { markContents } from "./contents.ts";
import { joinCut } from "./continuation.ts";
import { type Draft, draftOf } from "./draft.ts";
import { findFurniture, findLoneEdges, type PageLines } from "./furniture.ts";
import { hangLabels } from "./hanging.ts";
import { vocabularyOf } from "./hyphens.ts";
import { type Line, rightOf } from "./line.ts";
import { settleLists } from "./lists.ts";
import { marksIn, type NotesBefore, noteLabelAt, takeNotes } from "./notes.ts";
import type { PdfFile } from "./open.ts";
import type { PageContent } from "./page-content.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { shownGlyphs } from "./shown.ts";
import { settleTables } from "./tables.ts";

/** What pages become: the text, its blocks, and the way back to the page. */
export type LaidOut = { text: string; blocks: Block[]; marks: Mark[]; glyphs: GlyphRun[]; pages: Page[] };

/** Makes one text of all pages: without furniture, with notes at the end, with paragraphs whole over page ends. */
export function layOut(contents: readonly PageContent[], file: Pick<PdfFile, "outline">): LaidOut {
  const pages = withoutFurniture(contents);
  const lines = pages.flatMap(({ regions }) => regions.flatMap((region) => region.lines));
  const manner: Manner = {
    bodySize: bodySizeOf(lines),
    outline: new Map(file.outline.map(({ title, level }) => [outlineKey(title), level])),
  };
  const { drafts, notes } = draftsOf(pages, manner.bodySize);
  const settled = hangLabels(settleTables(drafts)).map((draft) => classify(draft, manner));
  const made = assemble(
    [...settleLists(joinCut(markContents(settled))), ...notes],
    vocabularyOf(lines.map((line) => line.text)),
  );
  return { ...made, glyphs: shownGlyphs(made.glyphs, contents), pages: pageSpans(contents, made) };
}

/** The paragraphs of all pages in reading order, and the notes taken from their feet. */
function draftsOf(pages: readonly PageContent[], bodySize: number): { drafts: Draft[]; notes: Draft[] } {
  const drafts: Draft[] = [];
  const notes: Draft[] = [];
  let before: NotesBefore = { openNote: false, marked: [] };
  for (const page of pages) {
    const taken = takeNotes(page.regions, bodySize, before);
    let item: number | null = null;
    for (const region of taken.regions) {
      const here = region.element?.item ?? null;
      const within = region.box === null && !region.element?.cell ? taken.regions : [region];
      const columnRight = columnRightOf(region.lines, within);
      drafts.push(...paragraphsOf(region, { columnRight, opensItem: here !== null && here !== item }));
      item = here;
    }
    for (const note of taken.notes) {
      if (note.label === null && notes.length > 0) notes.at(-1)!.lines.push(...note.lines);
      else notes.push(noteDraft(note.lines));
    }
    before = { openNote: taken.notes.length > 0, marked: marksIn(taken.regions) };
  }
  return { drafts, notes };
}

/** Lines of fewer characters say nothing of how wide their column is. */
const LONG_LINE = 30;

/** How far the long lines reach to the right that stand over or under these: nine in ten of them, as one may stick out. */
function columnRightOf(lines: readonly Line[], regions: PageContent["regions"]): number {
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map(rightOf));
  const rights = regions
    .flatMap((region) => region.lines)
    .filter((line) => line.text.length >= LONG_LINE && line.x < right && rightOf(line) > left)
    .map(rightOf)
    .sort((a, b) => a - b);
  return rights[Math.floor(rights.length * 0.9)] ?? right;
}

function noteDraft(lines: Draft["lines"]): Draft {
  const label = noteLabelAt(lines[0]!.text);
  return { ...draftOf([...lines]), kind: "note", label: label?.label ?? null, labelEnd: label?.end ?? 0 };
}

/** Heads, feet and numbers; then, looked for in what is left, the feet of single pages. */
function furnitureOf(pages: readonly PageLines[], bodySize: number): Set<Line> {
  const found = findFurniture(pages, bodySize);
  const left = pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !found.has(line)) }));
  return found.union(findLoneEdges(left, bodySize));
}

/** The pages without their furniture. What the tags call a heading, an item or a cell is none, wherever it stands. */
function withoutFurniture(contents: readonly PageContent[]): PageContent[] {
  const furniture = furnitureOf(
    contents.map(({ number, width, height, turn, regions }) => ({
      number,
      height: turn % 2 === 1 ? width : height,
      lines: regions
        .filter(({ element }) => !element || (!element.cell && !/^(?:H|L)/.test(element.role)))
        .flatMap((region) => region.lines),
    })),
    bodySizeOf(contents.flatMap(({ regions }) => regions.flatMap((region) => region.lines))),
  );
  return contents.map((page) => ({
    ...page,
    regions: page.regions
      .map((region) => ({ ...region, lines: region.lines.filter((line) => !furniture.has(line)) }))
      .filter(({ lines }) => lines.length > 0),
  }));
}

/** The size in which most characters are printed. */
function bodySizeOf(lines: readonly { size: number; text: string }[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) characters.set(size, (characters.get(size) ?? 0) + text.length);
  let best = 12;
  for (const [size, count] of characters) if (count > (characters.get(best) ?? 0)) best = size;
  return best;
}

/** Pages follow one another without gaps: each begins with its first words in the text before the notes. */
function pageSpans(
  contents: readonly PageContent[],
  { text, glyphs, blocks }: Pick<LaidOut, "text" | "glyphs" | "blocks">,
): Page[] {
  const firstNote = blocks.find((block) => block.kind === "note")?.start ?? text.length;
  const starts = new Map<number, number>();
  for (const run of glyphs) if (run.start < firstNote && !starts.has(run.page)) starts.set(run.page, run.start);
  let end = text.length;
  const pages: Page[] = [];
  for (const { number, width, height } of [...contents].reverse()) {
    const start = number === 1 ? 0 : Math.min(end, starts.get(number) ?? end);
    pages.unshift({ number, start, end, width, height, ocr: false });
    end = start;
  }
  return pages;
}
