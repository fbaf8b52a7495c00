import { createRequire } from "node:module";

/** pdf.js as it comes. */
export type Bare = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** pdf.js with the worker that it would load at the first document. */
export async function loadBare(): Promise<Bare> {
  // @ts-expect-error the worker has no types; it sets a global
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** The text of every page, nothing made of it. The number of pages. */
export async function bareText(bytes: Uint8Array, pdfjs: Bare): Promise<number> {
  const home = createRequire(import.meta.url)
    .resolve("pdfjs-dist/package.json")
    .replace(/package\.json$/, "");
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: `${home}standard_fonts/`,
    cMapUrl: `${home}cmaps/`,
    verbosity: 0,
  });
  const file = await task.promise;
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  const pages = file.numPages;
  await task.destroy();
  return pages;
}
