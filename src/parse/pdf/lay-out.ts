import type { Block, GlyphRun, Mark } from "../../document/document.ts";
import { firstEndingAfter } from "../../document/span.ts";
import type { Page } from "../../records/document-record.ts";
import { assemble } from "./assemble.ts";
import { classify, type Manner, outlineKey } from "./classify.ts";
import { markContents } from "./contents.ts";
import { joinCut } from "./continuation.ts";
import { findFurniture, findLoneEdges, firstPagesOf } from "./furniture.ts";
import { hangLabels } from "./hanging.ts";
import { vocabularyOf } from "./hyphens.ts";
import { settleItalicHeadings } from "./italic-headings.ts";
import type { Line } from "./line.ts";
import { settleLists } from "./lists.ts";
import type { PdfFile } from "./open.ts";
import type { PageContent } from "./page-content.ts";
import { draftsOf, placeNotes } from "./page-drafts.ts";
import { shownGlyphs } from "./shown.ts";
import { settleTables } from "./tables.ts";

/** What pages become: the text, its blocks, and the way back to the page. */
export type LaidOut = { text: string; blocks: Block[]; marks: Mark[]; glyphs: GlyphRun[]; pages: Page[] };

/** Makes one text of all pages: without furniture, with notes after what they belong to, with paragraphs whole over page ends. */
export function layOut(contents: readonly PageContent[], file: Pick<PdfFile, "outline">): LaidOut {
  const { pages, firstPages } = withoutFurniture(contents);
  const lines = linesIn(pages);
  const manner: Manner = {
    bodySize: bodySizeOf(lines),
    outline: new Map(file.outline.map(({ title, level }) => [outlineKey(title), level])),
  };
  const { drafts, notes } = draftsOf(pages, manner.bodySize);
  const settled = settleItalicHeadings(hangLabels(settleTables(drafts)).map((draft) => classify(draft, manner)));
  const whole = settleLists(joinCut(markContents(settled)));
  const made = assemble(placeNotes(whole, notes, firstPages), vocabularyOf(lines.map((line) => line.text)));
  return { ...made, glyphs: shownGlyphs(made, contents), pages: pageSpans(contents, made) };
}

const linesIn = (pages: readonly Pick<PageContent, "regions">[]): Line[] =>
  pages.flatMap(({ regions }) => regions.flatMap((region) => region.lines));

/** Structure types whose text is no furniture, wherever it stands: headings, items, cells. */
const NO_FURNITURE = /^(?:H|L)/;

/** The pages without heads, feet and numbers, and the pages on which their numbers begin anew. */
function withoutFurniture(contents: readonly PageContent[]): { pages: PageContent[]; firstPages: number[] } {
  const bodySize = bodySizeOf(linesIn(contents));
  const shown = contents.map(({ number, width, height, turn, regions }) => ({
    number,
    height: turn % 2 === 1 ? width : height,
    lines: linesIn([
      {
        regions: regions.filter(
          ({ element, loose }) => loose || !element || (!element.cell && !NO_FURNITURE.test(element.role)),
        ),
      },
    ]),
    cells: new Set(linesIn([{ regions: regions.filter(({ loose }) => loose) }])),
  }));
  const repeated = findFurniture(shown, bodySize);
  const left = shown.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !repeated.has(line) && !page.cells.has(line)),
  }));
  const furniture = repeated.union(findLoneEdges(left, bodySize));
  const pages = contents.map((page) => ({
    ...page,
    regions: page.regions
      .map((region) => ({ ...region, lines: region.lines.filter((line) => !furniture.has(line)) }))
      .filter(({ lines }) => lines.length > 0),
  }));
  return { pages, firstPages: firstPagesOf(shown.map(({ lines }) => lines.filter((line) => furniture.has(line)))) };
}

/** The size in which most characters are printed. */
function bodySizeOf(lines: readonly { size: number; text: string }[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) characters.set(size, (characters.get(size) ?? 0) + text.length);
  let best = 12;
  for (const [size, count] of characters) if (count > (characters.get(best) ?? 0)) best = size;
  return best;
}

/** Pages follow one another without gaps: each begins with its first words in the text that is no note. */
function pageSpans(
  contents: readonly PageContent[],
  { text, glyphs, blocks }: Omit<LaidOut, "marks" | "pages">,
): Page[] {
  const starts = new Map<number, number>();
  for (const run of glyphs) {
    if (starts.has(run.page)) continue;
    if (blocks[firstEndingAfter(blocks, run.start)]?.kind !== "note") starts.set(run.page, run.start);
  }
  let end = text.length;
  const pages: Page[] = [];
  for (const { number, width, height, recognised } of [...contents].reverse()) {
    const start = number === 1 ? 0 : Math.min(end, starts.get(number) ?? end);
    pages.unshift({ number, start, end, width, height, ocr: recognised !== null });
    end = start;
  }
  return pages;
}
