import { expect, it } from "vitest";
import { boxesOf } from "../../../src/document/anchor.ts";
import { written } from "../../support/pdf-source.ts";
import { readMadePdf } from "../../support/read-made-pdf.ts";

const PRINTED = [
  "BT /F1 11 Tf 70 700 Td (Decision:) Tj ET",
  "BT /F1 11 Tf 70 670 Td (Reasons:) Tj ET",
  "BT /F1 11 Tf 70 560 Td (Signed:) Tj ET",
].join("\n");
const field = (entries: string) => `<< /Type /Annot /Subtype /Widget /P 3 0 R /F 4 ${entries} >>`;

const form = written([
  "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 8 0 R 9 0 R] /DA (/F1 11 Tf 0 g) >> >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R 7 0 R 8 0 R 9 0 R] >>",
  `<< /Length ${PRINTED.length} >>\nstream\n${PRINTED}\nendstream`,
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  field("/FT /Tx /T (decision) /V (The board will pay for the slipway.) /Rect [130 696 500 712]"),
  field("/FT /Tx /T (reasons) /Ff 4096 /V (It is the board's own.\\nNobody else will.) /Rect [130 600 500 682]"),
  field("/FT /Btn /T (tick) /V /Yes /AS /Yes /Rect [300 550 310 560]"),
  field("/FT /Tx /T (name) /F 2 /V (Not to be seen) /Rect [130 556 500 572]"),
]);

it("reads what was typed into the fields of a form where it stands, and neither ticks nor what is hidden", async () => {
  const { text, glyphs } = await readMadePdf(form);
  const words = "The board will pay for the slipway.";
  expect(text.replace(/\s+/g, " ")).toBe(
    `Decision: ${words} Reasons: It is the board's own. Nobody else will. Signed:`,
  );
  const start = text.indexOf(words);
  const [box, ...more] = boxesOf(glyphs, { start, end: start + words.length });
  expect(more).toEqual([]);
  expect(box!.x).toBeCloseTo(130, 0);
  expect(box!.y).toBeGreaterThan(842 - 714);
  expect(box!.y + box!.height).toBeLessThan(842 - 694);
});
