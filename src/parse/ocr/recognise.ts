import { recogniseWithPackaged } from "./packaged-tesseract.ts";
import type { Picture } from "./picture.ts";
import { recogniseWithSystem, systemTesseract } from "./system-tesseract.ts";

/** A word read off a picture. The box is in pixels of the picture as given, from its top left; `confidence` is 0–100. */
export type OcrWord = {
  text: string;
  confidence: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Numbers the printed lines of the picture, from the top; words of a line come from left to right. */
  line: number;
};

/** What was read off one picture, and by which engine in which version. */
export type OcrResult = { words: OcrWord[]; engine: string };

/** What pictures should be drawn at, in dots per inch: 300 costs up to 1.8 times as much and reads no better (measured on grey scans). */
export const OCR_DPI = 200;

/** `packaged` reads alike on every machine; `system` is about twice as fast; `auto` takes the system's where there is one. */
export type OcrEngine = "auto" | "packaged" | "system";

/** Whether pages are read off their pictures: those that need it, none, or all. */
export type OcrUse = "auto" | "never" | "always";

/** Which pages are read off their pictures, and by what. */
export type OcrSettings = { use: OcrUse; engine: OcrEngine };

/** The same, and who is told how many pages will be read so, before the first one is: they take seconds each. */
export type OcrOptions = OcrSettings & { announce?: (pages: number) => void };

/** Only where it is needed, and alike on every machine (docs/decisions/0007-scans.md). */
export const DEFAULT_OCR: OcrSettings = { use: "auto", engine: "packaged" };

/**
 * Signs without a letter or digit below this confidence are specks, rules and punch holes, not writing (seen on grey scans at
 * 200 dpi). Words are kept however doubtful: a lost word is worse than a misread one.
 */
const LEAST_CONFIDENCE_OF_SIGNS = 75;

/**
 * Reads the pictures one after another, skewed ones too.
 * Throws where `system` is asked for and there is none.
 */
export async function* recognise(
  pictures: AsyncIterable<Picture> | Iterable<Picture>,
  engine: OcrEngine,
): AsyncGenerator<OcrResult> {
  const system = engine === "packaged" ? null : await systemTesseract();
  if (engine === "system" && !system)
    throw new Error('No "tesseract" on the PATH: install it, or use the packaged engine.');
  const results = system ? recogniseWithSystem(pictures, system) : recogniseWithPackaged(pictures);
  for await (const { words, ...rest } of results) yield { words: words.filter(isWriting), ...rest };
}

const isWriting = ({ text, confidence }: OcrWord): boolean =>
  /[\p{L}\p{N}]/u.test(text) || (text.trim() !== "" && confidence >= LEAST_CONFIDENCE_OF_SIGNS);
