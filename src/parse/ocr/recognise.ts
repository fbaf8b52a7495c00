import { recogniseWithPackaged } from "./packaged-tesseract.ts";
import type { Picture } from "./picture.ts";
import type { OcrEngine } from "./settings.ts";
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
