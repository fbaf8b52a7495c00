import type { Document } from "../../document/document.ts";
import { languageFindings, languageOf } from "../language.ts";
import { DEFAULT_OCR } from "../ocr/settings.ts";
import type { ParseLimits, ParseOptions, RawSource } from "../source.ts";
import { Unreadable } from "../unreadable.ts";
import { findingsOf } from "./findings.ts";
import { layOut } from "./lay-out.ts";
import { openPdf, type PdfFile } from "./open.ts";
import { type PageContent, readContent } from "./page-content.ts";
import { recognisePages } from "./recognise-pages.ts";
import type { RawPage } from "./runs.ts";

/**
 * Reads a PDF as a person reads the page: its text layer, and off their pictures the pages that have none. Throws `Unreadable`:
 * "encrypted-pdf", "broken-pdf", "too-large".
 */
export async function readPdf(source: RawSource, options: ParseOptions): Promise<Document> {
  const file = await openPdf(source.bytes);
  try {
    if (file.pageCount < 1) throw new Unreadable("broken-pdf", "The PDF says that it has no pages. Fetch it again.");
    if (file.pageCount > options.limits.pages)
      throw new Unreadable(
        "too-large",
        `The PDF has ${file.pageCount} pages; the limit is ${options.limits.pages}. Raise limits.pages or split it.`,
      );
    const contents: PageContent[] = [];
    let characters = 0;
    for await (const page of pagesOf(file)) {
      const content = readContent(page, file);
      contents.push(content);
      characters += content.characters;
      if (characters > options.limits.characters) throw tooMuchText(content.number, file, options.limits);
    }
    return documentOf(source, file, await recognisePages(contents, file, options.ocr ?? DEFAULT_OCR));
  } finally {
    await file.close();
  }
}

const tooMuchText = (page: number, { pageCount }: PdfFile, { characters }: ParseLimits): Unreadable =>
  new Unreadable(
    "too-large",
    `The PDF has more than ${characters} characters by page ${page} of ${pageCount}. Split it, or raise limits.characters.`,
  );

/** How many pages are asked for at once: the library unpacks streams in other threads while this one works. */
const PAGES_AHEAD = 3;

async function* pagesOf(file: PdfFile): AsyncGenerator<RawPage> {
  const asked: Promise<RawPage>[] = [];
  for (let number = 1; number <= file.pageCount + PAGES_AHEAD; number++) {
    if (number <= file.pageCount) {
      const page = file.readPage(number);
      // whoever awaits it hears of the error; until then nobody does
      page.catch(() => undefined);
      asked.push(page);
    }
    if (number >= PAGES_AHEAD && asked.length > 0) yield await asked.shift()!;
  }
}

function documentOf(source: RawSource, file: PdfFile, contents: readonly PageContent[]): Document {
  const laidOut = layOut(contents, file);
  const language = laidOut.text ? languageOf(laidOut.text) : (file.language?.slice(0, 2).toLowerCase() ?? "und");
  return {
    id: source.id,
    name: source.name,
    mediaType: "application/pdf",
    title: titleOf(file, laidOut),
    language,
    ...laidOut,
    sourceRuns: [],
    metadata: metadataOf(file),
    findings: [...findingsOf(contents, file), ...languageFindings(language)],
  };
}

/** What the file calls itself, unless that is the name of a file or program; else its first heading. */
function titleOf({ info }: PdfFile, { text, blocks }: Pick<Document, "text" | "blocks">): string | null {
  const given = info.title?.trim();
  if (given && !/^(?:untitled|microsoft |document\d*$)|\.(?:docx?|pdf|indd|odt)$/i.test(given)) return given;
  const heading = blocks.find((block) => block.kind === "heading");
  return heading ? text.slice(heading.start, heading.end) : null;
}

/** The information dictionary under the names that all formats share. */
function metadataOf({ info }: PdfFile): Record<string, string> {
  const date = /^D:(\d{4})(\d\d)(\d\d)/.exec(info.creationdate ?? "");
  const entries = {
    author: info.author,
    subject: info.subject,
    date: date ? date.slice(1).join("-") : undefined,
    producer: info.producer,
  };
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
