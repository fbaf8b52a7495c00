import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, type Line } from "tesseract.js";
import { graymapOf, type Picture } from "./picture.ts";
import type { OcrResult, OcrWord } from "./result.ts";
import { OCR_DPI } from "./settings.ts";

const require = createRequire(import.meta.url);

/** The English data of the npm package; "best_int" reads as well as the full model at half the time. */
const LANGUAGE_DATA = join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int");
const VERSION = (require("tesseract.js/package.json") as { version: string }).version;

/** The thread's file lies beside this one: TypeScript in a clone, JavaScript in the published package. */
const THREAD = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./tesseract-thread.ts" : "./tesseract-thread.js", import.meta.url),
);

/** Reads pictures with tesseract compiled to WebAssembly and the packaged data: nothing to install, no network. */
export async function* recogniseWithPackaged(
  pictures: AsyncIterable<Picture> | Iterable<Picture>,
): AsyncGenerator<OcrResult> {
  const worker = await createWorker("eng", 1, {
    workerPath: THREAD,
    langPath: LANGUAGE_DATA,
    gzip: true,
    cacheMethod: "none",
  });
  try {
    await worker.setParameters({ user_defined_dpi: String(OCR_DPI) });
    for await (const picture of pictures) {
      // rotateAuto straightens the picture first; the boxes that come back are those of the straightened one
      const { data } = await worker.recognize(
        Buffer.from(graymapOf(picture)),
        { rotateAuto: true },
        { blocks: true, text: false },
      );
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
      const words = lines.flatMap((line, index) => wordsOf(line, index));
      yield {
        words: words.map((word) => turnBack(word, data.rotateRadians ?? 0, picture)),
        engine: `tesseract.js ${VERSION}`,
      };
    }
  } finally {
    await worker.terminate();
  }
}

function wordsOf(line: Line, index: number): OcrWord[] {
  return line.words.map(({ text, confidence, bbox }) => ({
    text,
    confidence,
    x: bbox.x0,
    y: bbox.y0,
    width: bbox.x1 - bbox.x0,
    height: bbox.y1 - bbox.y0,
    line: index,
  }));
}

/** The word's box on the picture as it was given: its middle is turned back about the picture's middle, its size kept. */
function turnBack(word: OcrWord, radians: number, { width, height }: Picture): OcrWord {
  if (radians === 0) return word;
  const dx = word.x + word.width / 2 - width / 2;
  const dy = word.y + word.height / 2 - height / 2;
  const cos = Math.cos(-radians);
  const sin = Math.sin(-radians);
  const x = width / 2 + dx * cos - dy * sin;
  const y = height / 2 + dx * sin + dy * cos;
  return { ...word, x: x - word.width / 2, y: y - word.height / 2 };
}
