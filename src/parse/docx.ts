import mammoth from "mammoth";
import type { Reading } from "./assemble.ts";
import { readMarkup } from "./html.ts";
import type { ParseOptions } from "./source.ts";
import { unpack } from "./unpacked.ts";
import { Unreadable } from "./unreadable.ts";
import { withWordLabels, wordLabels } from "./word-numbering.ts";

/** What mammoth drops unless told: underlining. Word's own title style is the document's title. */
const STYLES = ["u => u", "p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];

/**
 * A Word document to blocks. Headers, footers and pictures are furniture and not read. Throws `Unreadable`: "not-a-docx",
 * "too-large", "too-deep".
 */
export async function readDocx(bytes: Uint8Array, { limits }: ParseOptions): Promise<Reading> {
  const entries = await unpack(bytes, limits.unpackedBytes, () => notDocx("it is a damaged archive"));
  if (!entries.has("word/document.xml")) throw notDocx("it holds no word/document.xml");
  const html = await convert(bytes);
  const reading = readMarkup(html, limits.depth);
  return {
    ...reading,
    drafts: withWordLabels(reading.drafts, wordLabels(entries)),
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  };
}

async function convert(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
        externalFileAccess: false,
      },
    );
    return value;
  } catch (error) {
    if (error instanceof RangeError)
      throw new Unreadable("too-deep", "The document's elements are nested too deep to be read.", { cause: error });
    throw Object.assign(notDocx("its XML cannot be read"), { cause: error });
  }
}

const notDocx = (why: string): Unreadable =>
  new Unreadable(
    "not-a-docx",
    `The file has the name or the signature of a Word document, but ${why}. Save it again as .docx or PDF.`,
  );
