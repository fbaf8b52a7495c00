import type { Document } from "../document/document.ts";
import { assemble, type Reading } from "./assemble.ts";
import { readDocx } from "./docx.ts";
import { decodeText, looksBinary } from "./encoding.ts";
import { readHtml } from "./html.ts";
import { withoutLeftovers } from "./leftovers.ts";
import { readMail } from "./mail.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";
import type { SiteProfile } from "./site-profile.ts";
import { signatureOf, textFormat } from "./sniff.ts";
import { Unreadable } from "./unreadable.ts";

export { Unreadable };

/** Bytes and what is known of them before they are read. */
export type RawSource = { id: string; name: string; bytes: Uint8Array };

/** What parsing may be told. Limits are bytes, pages, levels and characters; see `DEFAULT_LIMITS`. */
export type ParseOptions = { profiles: readonly SiteProfile[]; limits: ParseLimits };

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
    throw new Unreadable("too-large", `The file has ${bytes.length} bytes; the limit is ${options.limits.bytes}.`);
  const signature = await signatureOf(bytes);
  if (signature === "application/pdf") return (await import("./pdf/read-pdf.ts")).readPdf(source, options);
  if (signature?.includes("wordprocessingml")) return assemble(source, await readDocx(bytes, options));
  if (looksBinary(bytes)) throw new Unreadable("binary-data", "The bytes are no text and no format that is read.");
  return assemble(source, await readText(decodeText(bytes), source, options));
}

async function readText(text: string, { bytes, name }: RawSource, options: ParseOptions): Promise<Reading> {
  const format = textFormat(text, name);
  if (format === "mail") return readMail(bytes, options);
  const reading =
    format === "html" ? readHtml(text, options) : format === "markdown" ? readMarkdown(text) : readPlainText(text);
  return { ...reading, drafts: withoutLeftovers(reading.drafts, options.profiles) };
}
