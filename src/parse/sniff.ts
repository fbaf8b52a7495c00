import { fileTypeFromBuffer } from "file-type";
import { looksBinary } from "./encoding.ts";

/** The formats that have no signature. */
export type TextFormat = "html" | "mail" | "markdown" | "text";

const MAIL_HEADER =
  /^(?:from|to|cc|subject|date|message-id|received|mime-version|return-path|delivered-to|reply-to|content-type|x-[\w-]+|dkim-signature|authentication-results):/i;

/** How far into a file its PDF header may stand behind other bytes (Acrobat's rule; ISO 32000-2, annex C). */
const PDF_HEADER = 1024;

/** Whether the bytes are a PDF. A text that only speaks of the header has it in a line, not among control characters. */
export function isPdf(bytes: Uint8Array): boolean {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_HEADER)).indexOf("%PDF-");
  return at === 0 || (at > 0 && looksBinary(bytes));
}

/** The media type that the bytes have by their signature, or null where they bear none (text has none). */
export async function signatureOf(bytes: Uint8Array): Promise<string | null> {
  return (await fileTypeFromBuffer(bytes))?.mime ?? null;
}

/** Which kind of text it is: by its own words, and by its name only where they leave it open. */
export function textFormat(text: string, name: string): TextFormat {
  const head = text.slice(0, 20_000);
  if (isMail(head)) return "mail";
  if (isHtml(head) || (/\.x?html?$/i.test(name) && TAGS.test(head))) return "html";
  if (/\.(?:md|markdown)$/i.test(name)) return "markdown";
  if (/\.(?:txt|text)$/i.test(name)) return "text";
  return isMarkdown(head) ? "markdown" : "text";
}

/** Header lines from the first line to a blank one, among them some that every message has. */
function isMail(head: string): boolean {
  const lines = head.replace(/^From .*\r?\n/, "").split(/\r?\n/);
  const end = lines.indexOf("");
  const headers = lines.slice(0, end < 0 ? lines.length : end);
  const known = headers.filter((line) => MAIL_HEADER.test(line)).length;
  const odd = headers.some((line) => !/^(?:[\w-]+:|[ \t])/.test(line));
  const certain = headers.some((line) => /^(?:message-id|mime-version|received):/i.test(line));
  return !odd && (certain ? known >= 2 : known >= 3 && headers.some((line) => /^from:/i.test(line)));
}

/** Elements in which pages hold their text. */
const TAGS = /<\/(?:p|div|span|h[1-6]|ul|ol|li|table|td|article|section|main|body)>/i;

function isHtml(head: string): boolean {
  const start = head.trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  return (
    start.startsWith("<") &&
    (start.match(/<\/?(?:p|div|span|h[1-6]|ul|li|table|td|article|section|main)\b/gi)?.length ?? 0) >= 4
  );
}

function isMarkdown(head: string): boolean {
  const signs = [
    /^#{1,6} \S/m,
    /^\[\^?[\w-]+\]: /m,
    /\[[^\]\n]+\]\([^)\s]+\)/,
    /\*\*[^*\n]+\*\*/,
    /^(?:\*|-) \S.*\n(?:\*|-) \S/m,
    /^\|.*\|\s*\n\|[-: |]+\|/m,
  ];
  return signs.filter((sign) => sign.test(head)).length >= 2;
}
