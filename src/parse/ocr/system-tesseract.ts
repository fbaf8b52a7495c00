import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { graymapOf, type Picture } from "./picture.ts";
import type { OcrResult, OcrWord } from "./result.ts";
import { OCR_DPI } from "./settings.ts";

const run = promisify(execFile);

/** "tesseract 5.3.0" where the machine has it on its PATH and with English data, else null. */
export async function systemTesseract(): Promise<string | null> {
  try {
    const { stdout: languages } = await run("tesseract", ["--list-langs"]);
    const { stdout: version } = await run("tesseract", ["--version"]);
    return /^eng$/m.test(languages) ? (version.split("\n")[0] ?? "tesseract").trim() : null;
  } catch {
    // not installed is the ordinary case, and the packaged engine is there
    return null;
  }
}

/** Reads pictures with the machine's own tesseract, one process a picture. Throws what tesseract says when it fails. */
export async function* recogniseWithSystem(
  pictures: AsyncIterable<Picture> | Iterable<Picture>,
  engine: string,
): AsyncGenerator<OcrResult> {
  for await (const picture of pictures) yield { words: readTable(await tesseract(graymapOf(picture))), engine };
}

function tesseract(picture: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    // one thread a process: its own threads get in one another's way (28 times slower on four cores)
    const child = spawn("tesseract", ["-", "-", "-l", "eng", "--dpi", String(OCR_DPI), "tsv"], {
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
    });
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.on("data", (piece) => complaints.push(piece));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(Buffer.concat(out).toString("utf8"))
        : reject(
            new Error(`tesseract ended with ${code}: ${Buffer.concat(complaints).toString("utf8").slice(0, 500)}`),
          ),
    );
    child.stdin.on("error", reject);
    child.stdin.end(picture);
  });
}

/** The words of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function readTable(table: string): OcrWord[] {
  const words: OcrWord[] = [];
  let line = -1;
  let lineKey = "";
  for (const row of table.split("\n").slice(1)) {
    const [level, page, block, paragraph, lineNumber, , x, y, width, height, confidence, text] = row.split("\t");
    if (level !== "5" || text === undefined) continue;
    const key = [page, block, paragraph, lineNumber].join(".");
    if (key !== lineKey) line++;
    lineKey = key;
    words.push({
      text,
      confidence: Number(confidence),
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
      line,
    });
  }
  return words;
}
