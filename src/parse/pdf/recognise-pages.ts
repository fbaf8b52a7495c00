import { recognise } from "../ocr/recognise.ts";
import { OCR_DPI, type OcrOptions } from "../ocr/settings.ts";
import type { PdfFile } from "./open.ts";
import { contentOf, type PageContent } from "./page-content.ts";
import { type RecognisedPage, runsOfRecognised } from "./recognised.ts";
import { isReadable } from "./worth.ts";

/** The pages, those that need it (or all, or none) read off their pictures. */
export async function recognisePages(
  contents: readonly PageContent[],
  file: Pick<PdfFile, "drawPage">,
  ocr: OcrOptions,
): Promise<PageContent[]> {
  const chosen = contents.filter((page) => ocr.use === "always" || (ocr.use === "auto" && !isReadable(page)));
  if (chosen.length === 0) return [...contents];
  ocr.announce?.(chosen.length);
  const read = new Map((await readPictures(chosen, file, ocr)).map((page) => [page.number, page]));
  return contents.map((page) => read.get(page.number) ?? page);
}

async function readPictures(
  chosen: readonly PageContent[],
  file: Pick<PdfFile, "drawPage">,
  ocr: OcrOptions,
): Promise<PageContent[]> {
  const scales: number[] = [];
  async function* pictures() {
    for (const { number } of chosen) {
      const { picture, scale } = await file.drawPage(number, OCR_DPI);
      scales.push(scale);
      yield picture;
    }
  }
  const pages: RecognisedPage[] = [];
  let by = "";
  for await (const { words, engine } of recognise(pictures(), ocr.engine)) {
    const { number, width, height } = chosen[pages.length]!;
    const points = 1 / scales[pages.length]!;
    by = engine;
    pages.push({ number, width, height, words: words.map((word) => ({ ...word, ...scaled(word, points) })) });
  }
  return runsOfRecognised(pages).map(({ page, skew }, index) => ({
    ...contentOf(page, chosen[index]!),
    recognised: { by, skew, confidence: meanOf(pages[index]!.words.map(({ confidence }) => confidence)) },
  }));
}

type Box = { x: number; y: number; width: number; height: number };

const scaled = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x * by,
  y: y * by,
  width: width * by,
  height: height * by,
});

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
