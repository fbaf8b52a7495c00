import { type Command, InvalidArgumentError } from "commander";
import { exportFolder } from "../export/folder.ts";
import { ingest } from "../pipeline/ingest.ts";
import { findInputs } from "../pipeline/input/find.ts";
import { loadPipeline, pipelineSource, shippedPipelines } from "../pipeline/load.ts";
import { createInProcessRunner } from "../queue/in-process.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { EXIT } from "./exit.ts";
import { loadSettings, type SettingFlags, type Settings } from "./settings.ts";

type Flags = SettingFlags & { force?: boolean; quiet?: boolean; json?: boolean; dryRun?: boolean; pairs?: string };

/** `answerable ingest INPUT…` */
export function addIngest(program: Command): void {
  program
    .command("ingest")
    .description("read documents, and link what they ask to what answers it")
    .argument("<input...>", "files, folders (walked), globs in quotes, zip archives")
    .option("--out <dir>", "write the records of the whole store into this folder")
    .option("--store <path>", "the store's file (default ./answerable.db)")
    .option("--pipeline <name>", "a pipeline's name or file (default: each document chooses)")
    .option("--workers <n>", "threads that read documents", toNumber)
    .option("--ignore <glob>", "leave such files out (may be given again)", collect)
    .option(
      "--limit <name=n>",
      "a limit: bytes, characters, pages, depth, unpackedBytes, seconds, heapMegabytes",
      collectLimit,
    )
    .option("--force", "read again what has been read")
    .option("--quiet", "print only what failed")
    .addHelpText("after", "\nExample:\n  answerable ingest letters/ minutes.pdf --out records\n")
    .action(runIngest);
}

async function runIngest(inputs: string[], flags: Flags): Promise<void> {
  const settings = loadSettings(flags);
  const store = await openSqliteStore(settings.store);
  try {
    process.exitCode = await run(inputs, flags, settings, store);
  } finally {
    await store.close();
  }
}

async function run(inputs: string[], flags: Flags, settings: Settings, store: Store): Promise<number> {
  const { limits } = settings;
  const names = settings.pipeline ? [settings.pipeline] : shippedPipelines();
  const pipelines = names.map((name) => loadPipeline(name));
  const setup = { pipelines: names.map((name) => ({ json: pipelineSource(name), origin: name })), limits };
  for (const [at, pipeline] of pipelines.entries())
    await store.savePipeline(pipeline.version, pipeline.name, setup.pipelines[at]!.json);
  const runner = createInProcessRunner(store, { workers: settings.workers, pipelines, setup, limits });
  const states = { read: 0, unchanged: 0, failed: 0 };
  try {
    await ingest({
      store,
      runner,
      pipelines,
      limits,
      inputs: findInputs(inputs, { bytes: limits.bytes, ignore: settings.ignore }),
      force: flags.force ?? false,
      events: {
        input(outcome) {
          states[outcome.state]++;
          if (outcome.state === "failed")
            console.error(`${outcome.uri}: ${outcome.failure.code}: ${outcome.failure.message}`);
          else if (!flags.quiet) console.log(`${outcome.state}\t${outcome.uri}`);
        },
        linking: () => undefined,
        linked: () => undefined,
      },
    });
  } finally {
    await runner.close();
  }
  if (settings.out) await exportFolder(store, settings.out, { totals: await store.totals() });
  if (!flags.quiet) console.log({ ...states, ...(await store.totals()) });
  if (states.failed === 0) return EXIT.done;
  return states.read + states.unchanged > 0 ? EXIT.someFailed : EXIT.nothing;
}

function toNumber(words: string): number {
  const number = Number(words);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number above 0.");
  return number;
}

const collect = (value: string, before: string[] = []): string[] => [...before, value];

function collectLimit(words: string, before: Record<string, number> = {}): Record<string, number> {
  const [name = "", number = ""] = words.split("=");
  return { ...before, [name]: toNumber(number) };
}
