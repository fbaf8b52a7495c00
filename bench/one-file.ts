// What one file costs from its bytes to the store, as it grows: a list of questions, a transcript, and many letters that are all between the same
// two, each of which has to be compared with each. In a program of its own each, by the clock, its start of about two seconds included.
//   node bench/one-file.ts [--sizes 1000,4000]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const PROGRAM = fileURLToPath(new URL("../bin/answerable.js", import.meta.url));
const { values } = parseArgs({ options: { sizes: { type: "string", default: "1000,4000" } } });

const entries: Record<string, (at: number) => string> = {
  "questions with answers": (at) =>
    `Question ${at + 1}: Will you tell us about item ${at}?\n\nAnswer: We will publish figures for ${at} by March 2025.\n`,
  "questions in a transcript": (at) =>
    `Ada Penrose AM: Can you say why it is ${at}?\n\nJoan Moss (Director): We will look at ${at}.\n`,
  "letters to one office": (at) => `Dear Mayor,\n\nWill you publish item ${at}?\n\nYours sincerely,\n\nAda Penrose\n\n`,
};

/** Seconds that a file of so many entries takes. Throws where the run fails. */
function seconds(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), "answerable-one-file-"));
  try {
    writeFileSync(join(folder, "file.txt"), text);
    const started = performance.now();
    const args = [PROGRAM, "ingest", join(folder, "file.txt"), "--store", join(folder, "store.db")];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
    return (performance.now() - started) / 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

console.log("| one file of | how many | seconds | ms each |\n| --- | --: | --: | --: |");
for (const [name, entry] of Object.entries(entries))
  for (const size of values.sizes.split(",").map(Number)) {
    const took = seconds(Array.from({ length: size }, (_, at) => entry(at)).join("\n"));
    console.log(`| ${name} | ${size} | ${took.toFixed(1)} | ${((took / size) * 1000).toFixed(2)} |`);
  }
