import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openForDrawing } from "../../../src/parse/pdf/open.ts";
import { lettersOf } from "../../support/letters-of-library.ts";
import { ownPdfs } from "../../support/own-pdfs.ts";

it("has the library say of all own PDFs, with its hot spots rewritten, what it says as it comes", async () => {
  const script = join(import.meta.dirname, "../../support/letters-of-library.ts");
  const paths = ownPdfs();
  const out = execFileSync(process.execPath, [script, ...paths], { encoding: "utf8", maxBuffer: 1 << 28 });
  const asItComes = JSON.parse(out) as Record<string, string[]>;
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) {
    const { file, close } = await openForDrawing(readFileSync(path));
    expect(await lettersOf(file), path).toEqual(asItComes[path]);
    await close();
  }
});
