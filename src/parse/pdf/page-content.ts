import type { PdfFile } from "./open.ts";
import { type Region, regionsOf } from "./region.ts";
import { type RawPage, readRuns } from "./runs.ts";
import { areTagsNonsense } from "./tag-check.ts";

/** What is kept of a page once it has been read: lines in regions, in reading order. */
export type PageContent = {
  number: number;
  width: number;
  height: number;
  turn: number;
  regions: Region[];
  /** Characters that the font gives no meaning to, of all. */
  unmapped: number;
  characters: number;
  /** Whether the page has tags that were not believed. */
  doubted: boolean;
  /** Whether the page shows pictures. */
  pictures: boolean;
  /** Characters left out because they stand sideways. */
  sideways: number;
  /** Whether the library could not read the page. */
  broken: boolean;
};

/** Text outside every element up to this share is taken for forgotten; more of it means that the page is not tagged. */
const MOST_UNTAGGED = 0.2;

/** Reads one page into lines; nothing of the library's is kept. */
export function readContent(raw: RawPage, file: Pick<PdfFile, "tagged" | "suspect">): PageContent {
  const page = readRuns(raw);
  const characters = page.runs.reduce((sum, run) => sum + run.text.length, 0);
  const byTags = file.tagged && !file.suspect && page.elements.length > 0 && page.untagged < MOST_UNTAGGED * characters;
  const tagged = byTags ? regionsOf(page, true) : null;
  const doubted = tagged !== null && areTagsNonsense(tagged);
  const regions = tagged && !doubted ? tagged : regionsOf(page, false);
  const { number, width, height, turn, unmapped, sideways } = page;
  return {
    number,
    width,
    height,
    turn,
    regions,
    unmapped,
    characters,
    doubted,
    pictures: raw.items.some(({ type }) => type === "picture"),
    sideways,
    broken: raw.broken,
  };
}
