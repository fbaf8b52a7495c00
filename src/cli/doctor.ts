import { access, constants, stat } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Command } from "commander";
import { loadPipeline, shippedPipelines } from "../pipeline/load.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { EXIT } from "./exit.ts";
import { packageVersion } from "./package-version.ts";
import { loadSettings, type Settings } from "./settings.ts";
import { style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** What one look found: whether it is well, what there is, and what to do where it is not. */
type Check = { well: boolean; what: string; todo?: string };

/** `answerable doctor` */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("look whether everything is there, and say what is missing and how to get it")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", "\nExample:\n  answerable doctor\n")
    .action(async (flags: { store?: string }) => {
      const settings = loadSettings(flags);
      const checks = [
        checkNode(),
        checkSearch(),
        checkMachine(settings),
        ...checkPipelines(),
        ...(await checkStore(settings.store)),
      ];
      console.log(`answerable ${packageVersion()}`);
      for (const { well, what, todo } of checks) {
        console.log(`${well ? style.good("✓") : style.bad("✗")} ${what}`);
        if (todo) console.log(wrap(todo, "    "));
      }
      if (checks.some((check) => !check.well)) process.exitCode = EXIT.nothing;
    });
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const well = major > 22 || (major === 22 && minor >= 19);
  return {
    well,
    what: `Node ${process.version}`,
    ...(well ? {} : { todo: "Install Node 22.19 or later, or run `npm ci` in a clone." }),
  };
}

function checkSearch(): Check {
  const db = new DatabaseSync(":memory:");
  try {
    const { version } = db.prepare("select sqlite_version() as version").get() as { version: string };
    db.exec("create virtual table words using fts5(word)");
    return { well: true, what: `SQLite ${version} with full-text search` };
  } catch {
    return {
      well: false,
      what: "SQLite without full-text search",
      todo: "Use a Node built with its own SQLite (nodejs.org, or `npm ci` in a clone).",
    };
  } finally {
    db.close();
  }
}

function checkMachine({ workers, limits }: Settings): Check {
  const memory = Math.round(totalmem() / 1e6);
  const most = workers * limits.heapMegabytes;
  const what = `${availableParallelism()} cores, ${memory.toLocaleString("en-GB")} MB of memory; ${workers} workers of at most ${limits.heapMegabytes} MB`;
  return most <= memory
    ? { well: true, what }
    : {
        well: true,
        what,
        todo: `All workers together may need ${most} MB, more than there is. Use --workers ${Math.max(1, Math.floor(memory / limits.heapMegabytes))}.`,
      };
}

function checkPipelines(): Check[] {
  return shippedPipelines().map((name) => {
    try {
      return { well: true, what: `pipeline ${name} ${style.faint(loadPipeline(name).version.slice(0, 8))}` };
    } catch (error) {
      return { well: false, what: `pipeline ${name}`, todo: (error as Error).message };
    }
  });
}

async function checkStore(path: string): Promise<Check[]> {
  const folder = dirname(resolve(path));
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const place: Check = writable
    ? { well: true, what: `${folder} may be written` }
    : {
        well: false,
        what: `${folder} may not be written`,
        todo: "Change its rights, or name another place with --store.",
      };
  if (
    !(await stat(path).then(
      () => true,
      () => false,
    ))
  )
    return [place, { well: true, what: `no store at ${path} yet`, todo: "`answerable ingest` makes it." }];
  return [place, await checkContents(path)];
}

async function checkContents(path: string): Promise<Check> {
  try {
    const store = await openSqliteStore(path);
    const missing: string[] = [];
    const totals = await store.totals();
    for await (const { id, uri } of store.documents()) if (!(await store.originals.has(id))) missing.push(uri);
    await store.close();
    const what = `store ${path}: ${totals.documents} documents, ${totals.copies} copies`;
    if (missing.length === 0) return { well: true, what };
    return {
      well: false,
      what,
      todo: `The originals of ${missing.length} documents are missing (${missing[0]}). Ingest them again with --force.`,
    };
  } catch (error) {
    return { well: false, what: `store ${path}`, todo: (error as Error).message };
  }
}
