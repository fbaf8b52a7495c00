// Reading PDFs whole against the library's own bare text, in processes of their own, one after the other in turn. Loading the
// code is not counted on either side. Scanned pages are left unread: what is compared is the reading of text layers.
//   node bench/pdf.ts FILE.pdf [FILE.pdf …] [--rounds N]
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DEFAULT_LIMITS } from "../src/parse/parse.ts";
import { loadPdfLibrary } from "../src/parse/pdf/library.ts";
import { readPdf } from "../src/parse/pdf/read-pdf.ts";
import { sha256 } from "../src/records/ids.ts";
import { bareText, loadBare } from "./bare-text.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "3" }, side: { type: "string" } },
});

async function whole(bytes: Uint8Array, name: string): Promise<number> {
  const source = { id: sha256(bytes), name, bytes };
  const ocr = { use: "never", engine: "packaged" } as const;
  return (await readPdf(source, { profiles: [], limits: DEFAULT_LIMITS, ocr })).pages.length;
}

if (values.side) {
  let pages = 0;
  const pdfjs = values.side === "bare" ? await loadBare() : null;
  if (!pdfjs) await loadPdfLibrary();
  const before = process.cpuUsage();
  const from = performance.now();
  for (const path of positionals)
    pages += await (pdfjs ? bareText(readFileSync(path), pdfjs) : whole(readFileSync(path), path));
  const ms = Math.round(performance.now() - from);
  const { user, system } = process.cpuUsage(before);
  const cpu = Math.round((user + system) / 1000);
  console.log(JSON.stringify({ pages, ms, cpu, mb: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else {
  const runs = { bare: [] as number[], whole: [] as number[] };
  const cpus = { bare: [] as number[], whole: [] as number[] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const side of ["bare", "whole"] as const) {
      const out = execFileSync(process.execPath, [import.meta.filename, "--side", side, ...positionals], {
        encoding: "utf8",
      });
      const { pages, ms, cpu, mb } = JSON.parse(out) as Record<"pages" | "ms" | "cpu" | "mb", number>;
      runs[side].push(ms);
      cpus[side].push(cpu);
      console.log(
        `${side.padEnd(6)} ${pages} pages ${ms} ms (${cpu} ms of processor) ${Math.round((1000 * pages) / ms)} pages/s, peak ${mb} MB`,
      );
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  const ratio = (list: typeof runs) => (median(list.whole) / median(list.bare)).toFixed(2);
  // the processor's time counts on a machine that does other things meanwhile
  console.log(
    `whole / bare: ${ratio(runs)} by the clock, ${ratio(cpus)} of the processor (medians of ${values.rounds})`,
  );
  comparePoppler(median(cpus.whole));
}

/** pdftotext over the same files, where the machine has it. */
function comparePoppler(own: number): void {
  if (spawnSync("pdftotext", ["-v"]).error) return;
  const from = performance.now();
  for (const path of positionals) execFileSync("pdftotext", ["-q", path, "-"], { maxBuffer: 1 << 30 });
  const ms = Math.round(performance.now() - from);
  console.log(`pdftotext ${ms} ms: we take ${(own / ms).toFixed(1)} times as long`);
}
