import { Unreadable } from "./unreadable.ts";

type Kind = { code: string; what: string; advice: string };

const SAVE_AS = "Save it as .docx or PDF";

/** What is known and not read, by the media type of its signature. */
const BY_TYPE: [RegExp, Kind][] = [
  [/rtf$/, { code: "unsupported-rtf", what: "a Rich Text document", advice: SAVE_AS }],
  [/opendocument\.text/, { code: "unsupported-odt", what: "an OpenDocument text", advice: SAVE_AS }],
  [
    /opendocument\.spreadsheet/,
    { code: "unsupported-ods", what: "an OpenDocument spreadsheet", advice: "Save the sheet as PDF" },
  ],
  [
    /opendocument\.presentation/,
    { code: "unsupported-odp", what: "an OpenDocument presentation", advice: "Save it as PDF" },
  ],
  [/spreadsheetml/, { code: "unsupported-xlsx", what: "an Excel workbook", advice: "Save the sheet as PDF" }],
  [/presentationml/, { code: "unsupported-pptx", what: "a PowerPoint presentation", advice: "Save it as PDF" }],
  [/epub/, { code: "unsupported-epub", what: "an e-book", advice: "Save it as HTML" }],
  [/^image\//, { code: "unsupported-image", what: "a picture", advice: "Make a PDF of it that has a text layer" }],
  [/^(?:audio|video)\//, { code: "unsupported-recording", what: "a recording", advice: "Use its transcript" }],
  [
    /zip|gzip|x-7z|x-rar|x-tar|bzip2|x-xz|lzip|zstd/,
    { code: "unsupported-archive", what: "an archive", advice: "Unpack it, or give a zip archive by its own name" },
  ],
];

/** What old Office files hold, by the name of a stream in them (MS-CFB, 2.6.1: names are UTF-16LE). */
const BY_STREAM: [string, Kind][] = [
  [
    "EncryptedPackage",
    { code: "encrypted-docx", what: "a document locked with a password", advice: "Save it without the password" },
  ],
  ["__substg1.0_", { code: "unsupported-msg", what: "an Outlook message", advice: "Save it as .eml" }],
  ["WordDocument", { code: "unsupported-doc", what: "an old Word document (.doc)", advice: SAVE_AS }],
  ["Workbook", { code: "unsupported-xls", what: "an old Excel workbook (.xls)", advice: "Save the sheet as PDF" }],
  [
    "PowerPoint Document",
    { code: "unsupported-ppt", what: "an old PowerPoint presentation (.ppt)", advice: "Save it as PDF" },
  ],
];

/** Why bytes with a signature, or with no text in them, are not read. */
export function unsupported(bytes: Uint8Array, signature: string | null, name: string): Unreadable {
  const kind =
    signature === "application/x-cfb"
      ? streamKind(bytes, name)
      : BY_TYPE.find(([type]) => type.test(signature ?? ""))?.[1];
  if (kind) return new Unreadable(kind.code, `The file is ${kind.what}, which is not read. ${kind.advice}.`);
  if (/\.docx$/i.test(name))
    return new Unreadable("not-a-docx", `The file is called .docx but is no Word document. ${SAVE_AS}.`);
  const known = signature ? ` (${signature})` : "";
  return new Unreadable(
    "binary-data",
    `The file holds no text and no format that is read${known}. Check that it is the right file.`,
  );
}

function streamKind(bytes: Uint8Array, name: string): Kind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = BY_STREAM.find(([stream]) => buffer.includes(Buffer.from(stream, "utf16le")));
  if (found) return found[1];
  const ending = /\.(doc|msg|xls|ppt)$/i.exec(name)?.[1]?.toLowerCase();
  return { code: `unsupported-${ending ?? "ole"}`, what: "a file of an old Office program", advice: SAVE_AS };
}
