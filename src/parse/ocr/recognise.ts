import { recogniseWithPackaged } from "./packaged-tesseract.ts";
import type { Picture } from "./picture.ts";
import type { OcrResult, OcrWord } from "./result.ts";
import type { OcrEngine } from "./settings.ts";
import { recogniseWithSystem, systemTesseract } from "./system-tesseract.ts";

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
