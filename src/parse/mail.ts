import type { Address, Attachment, Email } from "postal-mime";
import type { BlockDraft } from "../document/text-builder.ts";
import type { Finding } from "../records/finding.ts";
import type { Reading } from "./assemble.ts";
import { readMarkup } from "./html.ts";
import { isDocument, isRealAttachment, parseMime } from "./mail-attachments.ts";
import { settleHistory } from "./mail-history.ts";
import { readMailText } from "./mail-text.ts";
import type { ParseOptions } from "./source.ts";

/** An e-mail to blocks; its headers become metadata, its quoted history quotations. Throws `Unreadable`: "broken-mail", "too-deep". */
export async function readMail(bytes: Uint8Array, { limits }: ParseOptions): Promise<Reading> {
  const email = await parseMime(bytes);
  return {
    mediaType: "message/rfc822",
    drafts: settleHistory(bodyOf(email, limits.depth)),
    title: email.subject?.trim() || null,
    metadata: metadataOf(email),
    findings: email.attachments.filter(isRealAttachment).map(attachmentFinding),
  };
}

/** Paragraphs are whole in HTML; a text alternative was broken into lines. The text is read where the HTML says less than it. */
function bodyOf({ html, text }: Email, depth: number): BlockDraft[] {
  if (!html?.trim()) return readMailText(text ?? "");
  const { drafts } = readMarkup(html, depth);
  if (text && lettersIn(drafts) < letterCount(text) * 0.6) return readMailText(text);
  return drafts;
}

const letterCount = (text: string): number => text.replace(/[^\p{L}]+/gu, "").length;

const lettersIn = (drafts: readonly BlockDraft[]): number =>
  drafts.reduce(
    (sum, { pieces }) =>
      sum + pieces.reduce((n, piece) => n + (piece.kind === "text" ? letterCount(piece.text) : 0), 0),
    0,
  );

function metadataOf(email: Email): Record<string, string> {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value;
  const fields = {
    // a message saved as text may say when it was sent as its program shows it, in no fixed form
    date: localDate(header("date")) ?? email.date ?? header("sent"),
    from: SURNAME_FIRST.test(header("from") ?? "") ? header("from") : email.from && addressText(email.from),
    to: email.to && addressesText(email.to),
    cc: email.cc && addressesText(email.cc),
    subject: email.subject,
    "message-id": email.messageId,
    "in-reply-to": email.inReplyTo,
    references: email.references,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]?.trim())),
  );
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A header's date in ISO 8601 with the sender's own offset: in another zone the day may be another. Null where it is not as RFC 5322 says. */
function localDate(value = ""): string | null {
  const found = /(\d{1,2})\s+([a-z]{3})\w*\s+(\d{4})\s+(\d{2}:\d{2})(:\d{2})?\s+([+-]\d{2})(\d{2})/i.exec(value);
  const month = MONTHS.indexOf(found?.[2]?.toLowerCase() ?? "") + 1;
  if (!found || month === 0) return null;
  const [, day, , year, time, seconds = ":00", hours, minutes] = found;
  return `${year}-${String(month).padStart(2, "0")}-${day!.padStart(2, "0")}T${time}${seconds}${hours}:${minutes}`;
}

/** `Moss, Ada <ada@example.org>`: a name as an address book has it, which without quotation marks reads as two addresses. */
const SURNAME_FIRST = /^[\p{L}'’-]+,\s+[\p{L}][^<>,;]*<[^<>]+>\s*$/u;

/** Several addresses, with semicolons between them; a surname that was cut off from its forename goes back before it. */
function addressesText(addresses: readonly Address[]): string {
  const isSurname = ({ name, address, group }: Address) => !group && !address && /^[\p{L}'’-]+$/u.test(name);
  return addresses
    .map(addressText)
    .map((text, at) => (at > 0 && isSurname(addresses[at - 1]!) ? `, ${text}` : at > 0 ? `; ${text}` : text))
    .join("");
}

function addressText({ name, address, group }: Address): string {
  if (group) return group.map(addressText).join("; ");
  return name && address ? `${name} <${address}>` : name || address || "";
}

function attachmentFinding(attached: Attachment): Finding {
  const what = attached.filename ? `“${attached.filename}”` : `without a name (${attached.mimeType})`;
  return isDocument(attached)
    ? {
        code: "attachment",
        level: "note",
        message: `The attachment ${what} is a document of its own, and ingested as one.`,
        page: null,
      }
    : {
        code: "attachment-not-read",
        level: "warning",
        message: `The attachment ${what} was not read: it is of no kind that letters come in.`,
        page: null,
      };
}
