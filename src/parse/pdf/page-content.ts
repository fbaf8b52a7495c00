import type { PdfFile } from "./open.ts";
import { type Region, regionsOf } from "./region.ts";
import { type RawPage, readRuns } from "./runs.ts";

/** What is kept of a page once it has been read: lines in regions, in reading order. */
export type PageContent = {
  number: number;
  width: number;
  height: number;
  turn: number;
  regions: Region[];
  unmapped: number;
};

/** Reads one page into lines; nothing of the library's is kept. */
export function readContent(raw: RawPage, file: Pick<PdfFile, "tagged" | "suspect">): PageContent {
  const page = readRuns(raw);
  const characters = page.runs.reduce((sum, run) => sum + run.text.length, 0);
  const byTags = file.tagged && !file.suspect && page.elements.length > 0 && page.untagged < 0.2 * characters;
  const { number, width, height, turn, unmapped } = page;
  return { number, width, height, turn, regions: regionsOf(page, byTags), unmapped };
}
