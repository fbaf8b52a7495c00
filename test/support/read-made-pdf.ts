import type { Document } from "../../src/document/document.ts";
import { DEFAULT_OCR } from "../../src/parse/ocr/settings.ts";
import { DEFAULT_LIMITS } from "../../src/parse/parse.ts";
import { readPdf } from "../../src/parse/pdf/read-pdf.ts";
import { sha256 } from "../../src/records/ids.ts";

/** Reads the bytes of a PDF with the limits that hold by default. */
export const readMadePdf = (bytes: Uint8Array, limits = {}, ocr = DEFAULT_OCR): Promise<Document> =>
  readPdf(
    { id: sha256(bytes), name: "made.pdf", bytes },
    { profiles: [], limits: { ...DEFAULT_LIMITS, ...limits }, ocr },
  );

/** A document's blocks as rows: kind (with level), label, words. */
export const rowsOf = ({ blocks, text }: Document): string[] =>
  blocks.map((block) => {
    const words = text.slice(block.start, block.end);
    return `${block.kind}${block.level > 0 ? ` ${block.level}` : ""}: ${words}`;
  });
