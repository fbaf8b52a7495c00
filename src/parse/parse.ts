import type { Document } from "../document/document.ts";
import { assemble, type Reading } from "./assemble.ts";
import { readDocx } from "./docx.ts";
import { decodeText, looksBinary } from "./encoding.ts";
import { readHtml } from "./html.ts";
import { withoutLeftovers } from "./leftovers.ts";
import { readMail } from "./mail.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";
import { isPdf, signatureOf, textFormat } from "./sniff.ts";
import { DEFAULT_LIMITS, type ParseLimits, type ParseOptions, type RawSource } from "./source.ts";
import { Unreadable } from "./unreadable.ts";
import { unsupported } from "./unsupported.ts";

export { DEFAULT_LIMITS, type ParseLimits, type ParseOptions, type RawSource, Unreadable };

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
