import type { Attachment, Email } from "postal-mime";
import { Unreadable } from "./unreadable.ts";

/** The parts of an e-mail. Throws `Unreadable`: "broken-mail". */
export async function parseMime(bytes: Uint8Array): Promise<Email> {
  // most e-mails have nothing attached, and a run over unchanged ones takes none apart
  const { default: PostalMime } = await import("postal-mime");
  try {
    return await PostalMime.parse(bytes);
  } catch (error) {
    throw new Unreadable("broken-mail", "The e-mail's parts cannot be told apart. Save it again as .eml.", {
      cause: error,
    });
  }
}

/** A file that came with an e-mail. */
export type Attached = { name: string; bytes: Uint8Array };

/** What is attached to an e-mail and may be a letter, a report or a further message, in its order. Throws `Unreadable`: "broken-mail". */
export async function attachedDocuments(bytes: Uint8Array): Promise<Attached[]> {
  if (!/^content-disposition:\s*attachment|^content-type:\s*message\//im.test(Buffer.from(bytes).toString("latin1")))
    return [];
  const { attachments } = await parseMime(bytes);
  return attachments
    .filter(isRealAttachment)
    .filter(isDocument)
    .map((attached) => ({
      name: nameOf(attached),
      bytes: bytesOf(attached.content),
    }));
}

const bytesOf = (content: Attachment["content"]): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);

const isMessage = ({ mimeType }: Attachment): boolean => mimeType === "message/rfc822";

/** Kinds of files in which bodies write to one another, those that cannot be read yet too: they are named as failures. */
export const isDocument = (attached: Attachment): boolean =>
  isMessage(attached) || /\.(?:pdf|docx?|odt|rtf|html?|txt|md|eml|msg)$/i.test(attached.filename ?? "");

function nameOf(attached: Attachment): string {
  const name = attached.filename?.replace(/^.*[\\/]/, "") || "message";
  return isMessage(attached) && !/\.eml$/i.test(name) ? `${name}.eml` : name;
}

/** Pictures of a signature are part of the message's dress; what has a name or is said to be attached is a document. */
export const isRealAttachment = ({ related, disposition, mimeType }: Attachment): boolean =>
  !related && !(disposition === "inline" && mimeType.startsWith("image/"));
