import type { Finding } from "../../records/finding.ts";
import type { PdfFile } from "./open.ts";
import type { PageContent } from "./page-content.ts";
import { isNonsense, isPicture } from "./worth.ts";

/** Below this mean confidence a page was hardly readable. */
const DOUBTFUL = 70;

/** A stamp or a heading in the margin is no loss. Characters. */
const MOST_SIDEWAYS = 80;

/** What a person should know about a PDF before believing what was read from it. */
export function findingsOf(contents: readonly PageContent[], file: Pick<PdfFile, "suspect">): Finding[] {
  return [
    ...contents
      .filter(({ broken }) => broken)
      .map(({ number }) => finding("broken-page", number, "is damaged and was left out.")),
    ...contents
      .filter((page) => isPicture(page) && !page.recognised)
      .map(({ number }) =>
        finding("no-text-layer", number, "has no text layer: it is a picture. Its words were not read."),
      ),
    ...recognitionFindings(contents),
    ...contents
      .filter((page) => isNonsense(page) && !page.recognised)
      .map(({ number }) =>
        finding(
          "nonsense-text",
          number,
          "is set in a font that does not say which letters its shapes are. Its words cannot be trusted.",
        ),
      ),
    ...contents
      .filter(({ sideways }) => sideways > MOST_SIDEWAYS)
      .map(({ number }) =>
        finding("sideways-text", number, "has text that stands sideways beside the rest. It was left out."),
      ),
    ...tagFindings(contents, file),
  ];
}

const finding = (code: string, page: number, message: string): Finding => ({
  code,
  level: "warning",
  message: `Page ${page} ${message}`,
  page,
});

/** One finding for all pages that were read off their pictures, and one for each of those that could hardly be read. */
function recognitionFindings(contents: readonly PageContent[]): Finding[] {
  const pages = contents.flatMap(({ number, characters, recognised }) =>
    recognised ? [{ number, characters, ...recognised }] : [],
  );
  const read = pages.filter(({ characters }) => characters > 0);
  return [
    ...(read.length === 0 ? [] : [recognitionFinding(read, contents.length)]),
    ...read
      .filter(({ confidence }) => confidence < DOUBTFUL)
      .map(({ number, confidence }) =>
        finding(
          "ocr-doubtful",
          number,
          `could hardly be read off its picture (mean confidence ${Math.round(confidence)} %).`,
        ),
      ),
    ...pages
      .filter(({ characters }) => characters === 0)
      .map(({ number }) => finding("no-text-layer", number, "has no text layer, and no words were found on it.")),
  ];
}

type ReadPage = { number: number; characters: number; by: string; confidence: number };

function recognitionFinding(pages: readonly ReadPage[], pageCount: number): Finding {
  const characters = pages.reduce((sum, page) => sum + page.characters, 0);
  const confidence = pages.reduce((sum, page) => sum + page.confidence * page.characters, 0) / characters;
  const which =
    pages.length === pageCount
      ? pageCount === 1
        ? "The page was"
        : `All ${pageCount} pages were`
      : `${pages.length === 1 ? "Page" : "Pages"} ${rangesOf(pages.map(({ number }) => number))} of ${pageCount} ${pages.length === 1 ? "was" : "were"}`;
  return {
    code: "ocr",
    level: "note",
    message: `${which} read off the picture by ${pages[0]!.by}, with a mean confidence of ${Math.round(confidence)} %. Compare quotations with the page.`,
    page: pages.length === 1 ? pages[0]!.number : null,
  };
}

/** "1–3, 7" */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

function tagFindings(contents: readonly PageContent[], { suspect }: Pick<PdfFile, "suspect">): Finding[] {
  const pages = contents.filter(({ doubted }) => doubted).map(({ number }) => number);
  if (!suspect && pages.length === 0) return [];
  const where = suspect
    ? "The PDF says of its own tags that they may be wrong"
    : `The tags of ${pages.length} pages contradict the page (first on page ${pages[0]})`;
  return [
    {
      code: "suspect-tags",
      level: "note",
      message: `${where}; the order there was read off the page.`,
      page: suspect ? null : pages[0]!,
    },
  ];
}
