import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../../src/document/document.ts";
import { readMadePdf } from "./read-made-pdf.ts";

/** Folders with PDFs of our own making: those for this reader, and those whose first run has been kept: a batch that is still blind is read by nobody. */
const folders = (): string[] => [
  "samples",
  "test/corpus/pdf",
  ...readdirSync("docs/first-runs").flatMap((name) => {
    const folder = `test/corpus/${name.replace(/\.json$/, "")}`;
    return existsSync(folder) ? [folder] : [];
  }),
];
/** One asks for a password, one is a picture. */
const NO_TEXT = /encrypted\.pdf$|scanned-letter\.pdf$/;

/** The paths of the project's own PDFs that have a text layer. */
export const ownPdfs = (): string[] =>
  folders()
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".pdf") && !NO_TEXT.test(path))
    .sort();

/** Reads a PDF's text layer as ingest does. */
export const readOwnPdf = (path: string): Promise<Document> =>
  readMadePdf(new Uint8Array(readFileSync(path)), {}, { use: "never", engine: "packaged" });
