import type { Finding } from "../../records/finding.ts";
import type { PdfFile } from "./open.ts";
import type { PageContent } from "./page-content.ts";

/** From this share of its letters without a meaning on, a page's text says nothing. */
const MOST_UNMAPPED = 0.2;

/** A stamp or a heading in the margin is no loss. Characters. */
const MOST_SIDEWAYS = 80;

/** What a person should know about a PDF before believing what was read from it. */
export function findingsOf(contents: readonly PageContent[], file: Pick<PdfFile, "suspect">): Finding[] {
  return [
    ...contents
      .filter(({ broken }) => broken)
      .map(({ number }) => finding("broken-page", number, "is damaged and was left out.")),
    ...contents
      .filter(isPicture)
      .map(({ number }) =>
        finding("no-text-layer", number, "has no text layer: it is a picture. Its words were not read."),
      ),
    ...contents
      .filter(isNonsense)
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

const isPicture = ({ characters, pictures }: PageContent): boolean => characters === 0 && pictures;

const isNonsense = ({ characters, unmapped }: PageContent): boolean =>
  characters > 0 && unmapped > MOST_UNMAPPED * characters;

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
