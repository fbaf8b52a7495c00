import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The program as a user starts it. */
export const BIN = fileURLToPath(new URL("../../bin/answerable.js", import.meta.url));

/** What a run of the program said and how it ended. */
export type Run = { code: number | null; out: string; errors: string };

/** Starts the program. */
export function startCli(args: readonly string[], cwd: string, env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [BIN, ...args], { cwd, env: { ...process.env, NO_COLOR: "1", ...env } });
}

/** Runs the program to its end. */
export function runCli(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = startCli(args, cwd, env);
    const said = { out: "", errors: "" };
    child.stdout!.on("data", (words) => {
      said.out += words;
    });
    child.stderr!.on("data", (words) => {
      said.errors += words;
    });
    child.on("error", reject).on("close", (code) => resolve({ code, ...said }));
  });
}

/** A folder for one test file, gone when its tests are done. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `answerable-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Everything that `--out` promises to be the same each time: paths and contents, without `summary.json`. */
export function promisedFiles(out: string): Record<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1)).sort();
  return Object.fromEntries(
    paths.filter((path) => path !== "summary.json").map((path) => [path, readFileSync(join(out, path), "utf8")]),
  );
}

/** The values of a file of JSON lines. */
export const readJsonl = (path: string): Record<string, unknown>[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
