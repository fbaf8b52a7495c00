import { withoutLineNumbers } from "./line-numbers.ts";
import type { PdfFile } from "./open.ts";
import { type Region, withPackedEdges } from "./region.ts";
import { regionsOf } from "./regions.ts";
import type { PageRuns } from "./run.ts";
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
  /** Words of three letters and more, and how many of them have a vowel. */
  words: number;
  withVowel: number;
  /** How much of the page pictures cover (a share of it), and how many strokes are drawn on it. */
  pictured: number;
  strokes: number;
  /** Characters left out because they stand sideways. */
  sideways: number;
  /** Whether the library could not read the page. */
  broken: boolean;
  /** Where the page was read off its picture: by which engine, how sure it was on average (0–100), how far the lines fall (radians). */
  recognised: { by: string; confidence: number; skew: number } | null;
};

/** Text outside every element up to this share is taken for forgotten; more of it means that the page is not tagged. */
const MOST_UNTAGGED = 0.2;

/** Reads one page into lines; nothing of the library's is kept. */
export function readContent(raw: RawPage, file: Pick<PdfFile, "tagged" | "suspect">): PageContent {
  const { broken } = raw;
  return contentOf(readRuns(raw), { tagged: file.tagged && !file.suspect, broken, ...drawingsOf(raw) });
}

/** What is known of a page besides its text. */
type About = Pick<PageContent, "broken" | "pictured" | "strokes"> & { tagged?: boolean };

/** Makes regions of a page's runs. */
export function contentOf(given: PageRuns, { broken, pictured, strokes, tagged: mayTag }: About): PageContent {
  const page = { ...given, runs: withoutLineNumbers(given.runs) };
  const characters = page.runs.reduce((sum, run) => sum + run.text.length, 0);
  const byTags = mayTag && page.elements.length > 0 && page.untagged < MOST_UNTAGGED * characters;
  const tagged = byTags ? regionsOf(page, true) : null;
  const doubted = tagged !== null && areTagsNonsense(tagged);
  const regions = tagged && !doubted ? tagged : regionsOf(page, false);
  const { number, width, height, turn, unmapped, sideways } = page;
  return {
    number,
    width,
    height,
    turn,
    regions: withPackedEdges(regions),
    unmapped,
    characters,
    doubted,
    ...wordsIn(page.runs),
    pictured,
    strokes,
    sideways,
    broken,
    recognised: null,
  };
}

/** Names and abbreviations need no vowel; words of a language do. "w" and "y" are vowels in some. */
function wordsIn(runs: readonly { text: string }[]): Pick<PageContent, "words" | "withVowel"> {
  let words = 0;
  let withVowel = 0;
  for (const { text } of runs) {
    for (const [word] of text.matchAll(/[a-z]{3,}/gi)) {
      words++;
      if (/[aeiouyw]/i.test(word)) withVowel++;
    }
  }
  return { words, withVowel };
}

/** What a page shows that is no text. */
function drawingsOf({ items, width, height }: RawPage): Pick<PageContent, "pictured" | "strokes"> {
  let area = 0;
  let strokes = 0;
  for (const { type, box } of items) {
    if (type === "rule") strokes++;
    // a picture without a place still is one
    else if (type === "picture") area += box ? Math.abs((box[2] - box[0]) * (box[3] - box[1])) : 1;
  }
  return { pictured: Math.min(1, area / (width * height)), strokes };
}
