import { visibleLine } from "../../document/text-builder.ts";
import type { Picture } from "../ocr/picture.ts";
import { Unreadable } from "../unreadable.ts";
import { drawGrey } from "./draw.ts";
import { readElements, type TreeNode } from "./elements.ts";
import type { FontStyle } from "./font.ts";
import { type Annotation, typedInFields } from "./form-fields.ts";
import { loadPdfLibrary, type OpenFile, RESOURCES } from "./library.ts";
import type { Matrix } from "./matrix.ts";
import type { RawPage, TextItem } from "./runs.ts";

/** An open PDF: one page at a time, nothing kept. Must be closed. */
export type PdfFile = {
  pageCount: number;
  /** Whether the producer says that the file is tagged, and that the tags may be wrong. */
  tagged: boolean;
  suspect: boolean;
  language: string | null;
  /** Keys of the information dictionary, in lower case. */
  info: Readonly<Record<string, string>>;
  outline: readonly OutlineEntry[];
  readPage(number: number): Promise<RawPage>;
  /** The page in grey, at so many dots an inch; `scale` is pixels a point. */
  drawPage(number: number, dpi: number): Promise<{ picture: Picture; scale: number }>;
  close(): Promise<void>;
};

/** A bookmark: a heading's words and how deep it stands, from 1. */
export type OutlineEntry = { title: string; level: number };

type OutlineNode = { title: string; items?: OutlineNode[] };

/** Opens a PDF for reading its text. Throws `Unreadable` with "encrypted-pdf" or "broken-pdf". */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { file, close } = await openForDrawing(bytes);
  const marks = (await file.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const { info } = (await file.getMetadata()) as { info: Record<string, unknown> };
  const tagged = marks?.get("Marked") === true;
  const has = {
    tags: tagged && marks?.get("Suspects") !== true,
    fields: (await file.getFieldObjects()) !== null,
  };
  return {
    pageCount: file.numPages,
    tagged,
    suspect: marks?.get("Suspects") === true,
    language: typeof info.Language === "string" ? info.Language : null,
    info: textsOf(info),
    outline: flatten((await file.getOutline()) ?? []),
    readPage: (number) => readPage(file, number, has),
    drawPage: async (number, dpi) => {
      const page = await file.getPage(number);
      try {
        return await drawGrey(page, dpi);
      } finally {
        page.cleanup();
      }
    },
    close,
  };
}

/** Opens a PDF and hands out the library's own document, which draws pages. Throws as `openPdf` does. */
export async function openForDrawing(bytes: Uint8Array): Promise<{ file: OpenFile; close: () => Promise<void> }> {
  const pdfjs = await loadPdfLibrary();
  const task = pdfjs.getDocument({
    // the library takes the buffer for its own
    data: new Uint8Array(bytes),
    ...RESOURCES,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return { file: await task.promise, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw asUnreadable(error);
  }
}

/** A page that cannot be read is an empty one, and marked as broken: the rest of the document can. */
async function readPage(file: OpenFile, number: number, has: Has): Promise<RawPage> {
  try {
    return await readSoundPage(file, number, has);
  } catch (error) {
    if (!(asUnreadable(error) instanceof Unreadable)) throw error;
    const elements = { elements: [], ofContent: new Map() };
    return {
      number,
      width: 595,
      height: 842,
      toShown: [1, 0, 0, 1, 0, 0],
      items: [],
      styles: {},
      elements,
      broken: true,
    };
  }
}

/** Whether a file has tags that may be believed, and fields of a form. */
type Has = { tags: boolean; fields: boolean };

async function readSoundPage(file: OpenFile, number: number, has: Has): Promise<RawPage> {
  const page = await file.getPage(number);
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const [content, tree, annotations] = await Promise.all([
      page.getTextContent({ includeMarkedContent: true, disableNormalization: true }),
      has.tags ? page.getStructTree() : null,
      has.fields ? page.getAnnotations() : [],
    ]);
    return {
      number,
      width,
      height,
      toShown: transform as unknown as Matrix,
      items: [...(content.items as TextItem[]), ...typedInFields(annotations as Annotation[])],
      styles: content.styles as Record<string, FontStyle>,
      elements: readElements(tree as TreeNode | null),
      broken: false,
    };
  } finally {
    page.cleanup();
  }
}

function textsOf(info: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(info).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  return Object.fromEntries(texts.map(([key, value]) => [key.toLowerCase(), visibleLine(value)]));
}

function flatten(nodes: readonly OutlineNode[], level = 1): OutlineEntry[] {
  return nodes.flatMap(({ title, items }) => [
    { title: title.replace(/\s+/g, " ").trim(), level },
    ...flatten(items ?? [], level + 1),
  ]);
}

function asUnreadable(error: unknown): unknown {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException")
    return new Unreadable("encrypted-pdf", "The PDF asks for a password. Save a copy without one and add that.", {
      cause: error,
    });
  if (/^(InvalidPDFException|FormatError|UnknownErrorException|ResponseException)$/.test(name))
    return new Unreadable("broken-pdf", "The PDF is damaged or cut off. Fetch it again.", { cause: error });
  return error;
}
