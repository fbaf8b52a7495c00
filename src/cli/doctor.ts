import { access, constants, stat } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Command } from "commander";
import { loadPipeline } from "../pipeline/load.ts";
import { shippedPipelines } from "../pipeline/shipped.ts";
import { withoutPassword } from "../records/address.ts";
import { EXIT } from "./exit.ts";
import { packageVersion } from "./package-version.ts";
import { loadSettings, type Settings } from "./settings.ts";
import { style } from "./style.ts";
import { isShared, openStore } from "./with-store.ts";
import { wrap } from "./wrap.ts";

/** What one look found: whether it is well, what there is, and what to do where it is not. */
type Check = { well: boolean; what: string; todo?: string };

/** `answerable doctor` */
export function addDoctor(program: Command): void {
  program
    .command("doctor")
    .description("look whether everything is there, and say what is missing and how to get it")
    .option("--store <path>", "the store: a file, or postgres://… (default: DATABASE_URL or ./answerable.db)")
    .option("--redis <url>", "where Redis is, for workers (default: REDIS_URL)")
    .addHelpText("after", "\nExample:\n  answerable doctor\n")
    .action(async (flags: { store?: string; redis?: string }) => {
      const settings = loadSettings(flags);
      const checks = [
        checkNode(),
        checkSearch(),
        checkMachine(settings),
        ...checkPipelines(),
        ...(await checkStore(settings.store)),
        ...(await checkQueue(settings)),
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

/** Redis is looked at where workers are meant to be used: by a shared store, or by its address. */
async function checkQueue({ store, redis }: Settings): Promise<Check[]> {
  if (!isShared(store) && !process.env.REDIS_URL) return [];
  const { checkRedis } = await import("../queue/check.ts");
  return checkRedis(redis);
}

async function checkStore(path: string): Promise<Check[]> {
  if (isShared(path)) {
    const { checkPostgres } = await import("../store/check-postgres.ts");
    const checks = await checkPostgres(path);
    return checks.every((check) => check.well) ? [...checks, await checkContents(path)] : checks;
  }
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
  const shown = isShared(path) ? withoutPassword(path) : path;
  try {
    const store = await openStore(path);
    const missing: string[] = [];
    const totals = await store.totals();
    for await (const { id, uri } of store.documents()) if (!(await store.originals.has(id))) missing.push(uri);
    await store.close();
    const what = `store ${shown}: ${totals.documents} documents, ${totals.copies} copies`;
    if (missing.length === 0) return { well: true, what };
    return {
      well: false,
      what,
      todo: `The originals of ${missing.length} documents are missing (${missing[0]}). Ingest them again with --force.`,
    };
  } catch (error) {
    return { well: false, what: `store ${shown}`, todo: (error as Error).message };
  }
}
