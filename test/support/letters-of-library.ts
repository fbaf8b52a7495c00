// What pdf.js as it comes says of the letters of PDFs, as JSON: `node letters-of-library.ts FILE.pdf …` (a process of its own, as the
// library can be loaded once only), and the function that asks it.
import { readFileSync } from "node:fs";
import { type Bare, loadBare } from "../../bench/bare-text.ts";

/** The library's document, as it comes or as edited. */
type LibraryFile = Awaited<ReturnType<Bare["getDocument"]>["promise"]>;

/** Letters that are drawn together, and where: page, words, and the matrix to a hundredth of a point. */
export async function lettersOf(file: LibraryFile): Promise<string[]> {
  const out: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    for (const item of items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const numbers = [...item.transform, item.width].map((each: number) => each.toFixed(2));
      out.push(`${number} ${item.fontName.replace(/^g_d\d+_/, "")} ${numbers.join(" ")} ${item.str}`);
    }
  }
  return out;
}

if (process.argv[1] === import.meta.filename) {
  const pdfjs = await loadBare();
  const all: Record<string, string[]> = {};
  for (const path of process.argv.slice(2)) {
    const task = pdfjs.getDocument({ data: new Uint8Array(readFileSync(path)), disableFontFace: true, verbosity: 0 });
    all[path] = await lettersOf(await task.promise);
    await task.destroy();
  }
  process.stdout.write(JSON.stringify(all));
}
