import { join, resolve } from "node:path";
import type { Command } from "commander";
import { exportFolder } from "../export/folder.ts";
import { type IngestEvents, ingest } from "../pipeline/ingest.ts";
import { countInputs, findInputs } from "../pipeline/input/find.ts";
import type { Store } from "../store/store.ts";
import { closingTable } from "./closing-table.ts";
import { EXIT } from "./exit.ts";
import { inputOptions } from "./input-options.ts";
import { listenForInterruption } from "./interruption.ts";
import { collect, collectLimit, toNumber } from "./options.ts";
import { createProgress, formatSeconds, type Progress } from "./progress.ts";
import { DEFAULT_STORE, loadSettings, type SettingFlags, type Settings } from "./settings.ts";
import { style } from "./style.ts";
import { createTally, summarise, type Tally } from "./tally.ts";
import { withStore } from "./with-store.ts";
import { type Workshop, withRunner } from "./workshop.ts";

type Flags = SettingFlags & {
  force?: boolean;
  quiet?: boolean;
  json?: boolean;
  dryRun?: boolean;
  pairs?: string;
  queue?: boolean;
  wait?: boolean;
  priority?: number;
};

const EXAMPLES = `
Examples:
  answerable ingest letters/ minutes.pdf --out records
  answerable ingest "2024/**/*.html" archive.zip --pairs who-answers-what.csv
`;

/** `answerable ingest INPUT…` */
export function addIngest(program: Command): void {
  program
    .command("ingest")
    .description("read documents, and link what they ask to what answers it")
    .argument("<input...>", "files, folders (walked), globs in quotes, zip archives")
    .option("--out <dir>", "write the records of the whole store into this folder")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .option("--pipeline <name>", "a pipeline's name or file (default: each document chooses)")
    .option("--pairs <csv>", 'a file with the header "asking,answering": which document answers which')
    .option("--workers <n>", "threads that read documents", toNumber)
    .option("--ignore <glob>", "leave such files out (may be given again)", collect)
    .option(
      "--limit <name=n>",
      "bytes, characters, pages, depth, unpackedBytes, seconds or heapMegabytes",
      collectLimit,
    )
    .option("--queue", "let workers read them (needs a PostgreSQL store and Redis)")
    .option("--wait", "with --queue: stay until they have")
    .option("--priority <n>", "with --queue: 1 goes first (default: 1 for single files, 10 for folders)", toNumber)
    .option("--redis <url>", "with --queue: where Redis is (default: REDIS_URL)")
    .option("--ocr <use>", "read pages off their pictures: auto (those without text), never or always (default: auto)")
    .option("--ocr-engine <engine>", "by what: packaged, system or auto (default: packaged)")
    .option("--dry-run", "say what would be read, and do nothing")
    .option("--force", "read again what has been read")
    .option("--json", "tell the progress as JSON, a line an event")
    .option("--quiet", "print only what failed")
    .addHelpText("after", EXAMPLES)
    .action(async (inputs: string[], flags: Flags) => {
      process.exitCode = await start(inputs, flags, loadSettings(flags));
    });
}

/** Loads only what this kind of run needs. */
async function start(inputs: string[], flags: Flags, settings: Settings): Promise<number> {
  if (flags.queue) {
    const { queueInputs } = await import("./queue-inputs.ts");
    return withStore(settings.store, (store) => queueInputs(inputs, flags, settings, store), true);
  }
  if (flags.dryRun) return (await import("./dry-run.ts")).dryRun(inputs, settings, flags.pairs);
  return withStore(
    settings.store,
    (store) => withRunner(store, settings, (workshop) => run(inputs, flags, settings, workshop)),
    true,
  );
}

async function run(given: string[], flags: Flags, settings: Settings, workshop: Workshop): Promise<number> {
  const find = inputOptions(settings, flags.pairs);
  const how = { json: flags.json ?? false, quiet: flags.quiet ?? false };
  const total = how.json || how.quiet ? 0 : await countInputs(given, find);
  const progress = createProgress(how, total, process.stderr);
  const tally = createTally();
  const stop = listenForInterruption();
  await ingest({
    ...workshop,
    limits: settings.limits,
    inputs: findInputs(given, find),
    roots: given.map((path) => resolve(path)),
    pairs: flags.pairs,
    force: flags.force ?? false,
    signal: stop.signal,
    events: tellingBoth(tally, progress),
  });
  stop.end();
  progress.end();
  if (stop.signal.aborted) return interrupted(tally, settings);
  await report(workshop, tally, settings, flags);
  const { read, unchanged, failed } = tally.inputs;
  if (failed === 0) return EXIT.done;
  return read + unchanged > 0 ? EXIT.someFailed : EXIT.nothing;
}

/** What was not done is done by the same command the next time. */
function interrupted(tally: Tally, settings: Settings): number {
  const done = tally.inputs.read + tally.inputs.unchanged + tally.inputs.failed;
  console.error(
    `Stopped after ${done} inputs; nothing is lost. Run the same command to go on. (store: ${settings.store})`,
  );
  return EXIT.interrupted;
}

const tellingBoth = (tally: Tally, progress: Progress): IngestEvents => ({
  input(outcome) {
    tally.count(outcome);
    progress.input(outcome);
  },
  linking: progress.linking,
  linked(document) {
    tally.linked++;
    progress.linked(document);
  },
});

async function report({ store, pipelines }: Workshop, tally: Tally, settings: Settings, flags: Flags): Promise<void> {
  const summary = await summarise(store, pipelines, tally);
  if (settings.out) await exportFolder(store, settings.out, summary);
  if (flags.json) console.log(JSON.stringify({ event: "done", summary }));
  else if (!flags.quiet) await printReport(store, tally, settings);
}

async function printReport(store: Store, tally: Tally, settings: Settings): Promise<void> {
  const { read, unchanged, failed } = tally.inputs;
  const lines = tally.documents.size > 0 ? await closingTable(store, tally.documents) : [];
  const failures = failed > 0 ? style.bad(`${failed} failed`) : "none failed";
  const time = formatSeconds(tally.seconds());
  console.log(
    [
      ...lines,
      "",
      `${read} read, ${unchanged} unchanged, ${failures}, in ${time}.`,
      ...nextSteps(tally, settings),
    ].join("\n"),
  );
}

function nextSteps(tally: Tally, { store, out }: Settings): string[] {
  const at = store === DEFAULT_STORE ? "" : ` --store ${store}`;
  const shown = tally.shown ? [`  answerable show ${quoted(tally.shown)}${at}`] : [];
  return [
    out ? `The records are in ${join(out, "documents")}; items.jsonl beside them has one line an item.` : "",
    "",
    "Next:",
    ...shown,
    ...(tally.shown ? [`  answerable list --unanswered${at}`] : []),
    ...(out || !tally.shown ? [] : [`  answerable export csv --out items.csv${at}`]),
    ...(tally.inputs.failed > 0 ? [`  answerable list --failures${at}`] : []),
  ];
}

const quoted = (words: string): string => (/^[\w./-]+$/.test(words) ? words : `"${words}"`);
