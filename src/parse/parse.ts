import type { Document } from "../document/document.ts";
import { assemble, type Reading } from "./assemble.ts";
import { readDocx } from "./docx.ts";
import { decodeText, looksBinary } from "./encoding.ts";
import { readHtml } from "./html.ts";
import { withoutLeftovers } from "./leftovers.ts";
import { readMail } from "./mail.ts";
import { readMarkdown } from "./markdown.ts";
import type { OcrOptions } from "./ocr/settings.ts";
import { readPlainText } from "./plain-text.ts";
import type { SiteProfile } from "./site-profile.ts";
import { isPdf, signatureOf, textFormat } from "./sniff.ts";
import { Unreadable } from "./unreadable.ts";
import { unsupported } from "./unsupported.ts";

export { Unreadable };

/** Bytes and what is known of them before they are read. */
export type RawSource = { id: string; name: string; bytes: Uint8Array };

/** What parsing may be told. Limits are bytes, pages, levels and characters; see `DEFAULT_LIMITS`. `ocr` is `DEFAULT_OCR` where it is not given. */
export type ParseOptions = { profiles: readonly SiteProfile[]; limits: ParseLimits; ocr?: OcrOptions };

/** Where reading stops with "too-large" or "too-deep". */
export type ParseLimits = { bytes: number; characters: number; pages: number; depth: number; unpackedBytes: number };

/** Stated in the README and settable in `answerable.config.yaml`. */
export const DEFAULT_LIMITS: ParseLimits = {
  bytes: 100_000_000,
  characters: 20_000_000,
  pages: 5_000,
  depth: 1_000,
  unpackedBytes: 200_000_000,
};

/** Bytes to the text everyone works on. Throws `Unreadable` with a code of its own for each way of being unreadable. */
export async function parse(source: RawSource, options: ParseOptions): Promise<Document> {
  const { bytes } = source;
  if (bytes.length === 0) throw new Unreadable("empty-file", "The file is empty.");
  if (bytes.length > options.limits.bytes)
    throw new Unreadable(
      "too-large",
      `The file has ${bytes.length} bytes; the limit is ${options.limits.bytes}. Split it, or raise limits.bytes.`,
    );
  const reader = await readerOf(source);
  if (reader === "pdf") return (await import("./pdf/read-pdf.ts")).readPdf(source, options);
  const reading = reader === "docx" ? await readDocx(bytes, options) : await readText(source, options);
  return assemble(source, { ...reading, drafts: withoutLeftovers(reading.drafts, options.profiles) });
}

/** Who reads such bytes: decided by what they hold, not by what they are called. Throws `Unreadable` where nobody does. */
export async function readerOf({ bytes, name }: Pick<RawSource, "bytes" | "name">): Promise<"pdf" | "docx" | "text"> {
  if (isPdf(bytes)) return "pdf";
  if (!looksBinary(bytes)) return "text";
  const signature = await signatureOf(bytes);
  if (signature?.includes("wordprocessingml") || (signature === "application/zip" && /\.docx$/i.test(name)))
    return "docx";
  throw unsupported(bytes, signature, name);
}

function readText({ bytes, name }: RawSource, options: ParseOptions): Promise<Reading> | Reading {
  const text = decodeText(bytes);
  const { characters } = options.limits;
  if (text.trim() === "") throw new Unreadable("empty-file", "The file holds nothing but white space.");
  if (text.length > characters)
    throw new Unreadable(
      "too-large",
      `The text has ${text.length} characters; the limit is ${characters}. Split it, or raise limits.characters.`,
    );
  if (text.startsWith("{\\rtf")) throw unsupported(bytes, "application/rtf", name);
  const format = textFormat(text, name);
  if (format === "mail") return readMail(bytes, options);
  if (format === "html") return readHtml(text, options);
  return format === "markdown" ? readMarkdown(text, options.limits.depth) : readPlainText(text);
}
