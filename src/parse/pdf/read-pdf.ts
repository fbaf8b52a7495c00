import type { Document } from "../../document/document.ts";
import type { Finding } from "../../records/finding.ts";
import { type ParseOptions, type RawSource, Unreadable } from "../parse.ts";
import { layOut } from "./lay-out.ts";
import { openPdf, type PdfFile } from "./open.ts";
import { type PageContent, readContent } from "./page-content.ts";

/**
 * Reads a PDF's text layer as a person reads the page. Pages without text are a finding. Throws `Unreadable`:
 * "encrypted-pdf", "broken-pdf", "too-large".
 */
export async function readPdf(source: RawSource, options: ParseOptions): Promise<Document> {
  const file = await openPdf(source.bytes);
  try {
    if (file.pageCount > options.limits.pages)
      throw new Unreadable(
        "too-large",
        `The PDF has ${file.pageCount} pages; the limit is ${options.limits.pages}. Raise limits.pages or split it.`,
      );
    const contents: PageContent[] = [];
    for (let number = 1; number <= file.pageCount; number++)
      contents.push(readContent(await file.readPage(number), file));
    return documentOf(source, file, contents);
  } finally {
    await file.close();
  }
}

function documentOf(source: RawSource, file: PdfFile, contents: readonly PageContent[]): Document {
  const laidOut = layOut(contents, file);
  return {
    id: source.id,
    name: source.name,
    mediaType: "application/pdf",
    title: file.info.title?.trim() || null,
    language: file.language?.slice(0, 2).toLowerCase() ?? "und",
    ...laidOut,
    sourceRuns: [],
    metadata: file.info,
    findings: findingsOf(contents, file),
  };
}

function findingsOf(contents: readonly PageContent[], file: PdfFile): Finding[] {
  const empty = contents.filter(({ regions }) => regions.length === 0).map(({ number }) => number);
  const findings: Finding[] = empty.map((page) => ({
    code: "no-text-layer",
    level: "warning",
    message: `Page ${page} has no text layer: it is a picture, or empty.`,
    page,
  }));
  if (file.suspect)
    findings.push({
      code: "suspect-tags",
      level: "note",
      message: "The PDF says of its own tags that they may be wrong; the order was read off the page.",
      page: null,
    });
  return findings;
}
