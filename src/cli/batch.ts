import { Argument, type Command } from "commander";
import { isUnder } from "../pipeline/ingest.ts";
import { cancelBatch, openBatch, progressOf, retryBatch } from "../queue/batch.ts";
import { openQueues, type Queues } from "../queue/bullmq.ts";
import { BatchRules, loadRules } from "../queue/rules.ts";
import type { Store } from "../store/store.ts";
import type { Batch } from "../store/stored.ts";
import { EXIT, UsageError } from "./exit.ts";
import { listenForInterruption } from "./interruption.ts";
import { loadSettings } from "./settings.ts";
import { formatTable } from "./table.ts";
import { waitForBatch } from "./wait-for-batch.ts";
import { withStore } from "./with-store.ts";

type Flags = { store?: string; redis?: string; json?: boolean; wait?: boolean };
type At = { store: Store; queues: Queues; flags: Flags };

/** `answerable batch list|show|cancel|retry` */
export function addBatch(program: Command): void {
  program
    .command("batch")
    .description("look at what was handed to workers, stop it, try again what failed")
    .addArgument(new Argument("<what>", "what to do").choices(["list", "show", "cancel", "retry"]))
    .argument("[id]", "a batch's id, or its beginning")
    .option("--wait", "with show and retry: stay until it has ended")
    .option("--json", "as JSON")
    .option("--store <url>", "the PostgreSQL store (default: DATABASE_URL)")
    .option("--redis <url>", "where Redis is (default: REDIS_URL)")
    .addHelpText("after", "\nExamples:\n  answerable batch list\n  answerable batch show 3f9c --wait\n")
    .action(async (what: keyof typeof DO, id: string | undefined, flags: Flags) => {
      const { store: address, redis } = loadSettings({ store: flags.store, redis: flags.redis });
      process.exitCode = await withStore(address, async (store) => {
        const queues = await openQueues(redis);
        try {
          if (what === "list") return await list({ store, queues, flags });
          return await DO[what](await findBatch(store, id), { store, queues, flags });
        } finally {
          await queues.close();
        }
      });
    });
}

async function findBatch(store: Store, id = ""): Promise<Batch> {
  const found = (await store.batches()).filter((batch) => id !== "" && batch.id.startsWith(id));
  if (found.length !== 1)
    throw new UsageError(
      `${found.length === 0 ? "No batch" : "More than one batch"} begins with "${id}": answerable batch list`,
    );
  return found[0]!;
}

async function list({ store, queues, flags }: At): Promise<number> {
  const batches = await store.batches();
  const rows = await Promise.all(batches.map((batch) => describeBatch(batch, queues)));
  if (flags.json) console.log(JSON.stringify(rows));
  else
    console.log(
      formatTable(
        ["batch", "state", "progress", "started", "inputs"].map((heading) => ({ heading, most: 50 })),
        rows.map(({ id, state, phase, done, total, startedAt, given }) => [
          id,
          state,
          phase ? `${phase} ${done} of ${total}` : "",
          startedAt.slice(0, 16).replace("T", " "),
          given.join(" "),
        ]),
      ).join("\n"),
    );
  return EXIT.done;
}

async function describeBatch(batch: Batch, queues: Queues) {
  const { id, state, startedAt, endedAt, rules, summary } = batch;
  const progress = endedAt ? null : await progressOf(queues, id);
  const { given } = BatchRules.parse(JSON.parse(rules));
  const lost = !endedAt && !progress;
  return {
    id,
    state: lost ? "lost" : state,
    startedAt,
    endedAt,
    given,
    ...progress,
    summary: summary && JSON.parse(summary),
  };
}

async function show(batch: Batch, { store, queues, flags }: At): Promise<number> {
  if (flags.wait) await waitHere(batch.id, { store, queues, flags });
  const now = (await store.batch(batch.id)) ?? batch;
  const described = await describeBatch(now, queues);
  const failures = await failuresOf(store, now);
  if (flags.json) console.log(JSON.stringify({ ...described, failures }));
  else {
    const { id, state, phase, done, total, given, startedAt, endedAt } = described;
    console.log(`batch ${id}: ${state}${phase ? `, ${phase} ${done} of ${total}` : ""}`);
    console.log(`inputs: ${given.join(" ")}\nstarted ${startedAt}${endedAt ? `, ended ${endedAt}` : ""}`);
    if (state === "lost")
      console.log(`Redis knows nothing of it: answerable ingest ${given.join(" ")} --queue adds it again.`);
    for (const { uri, code, message } of failures) console.log(`✗ ${uri}  ${code}  ${message}`);
  }
  return failures.length > 0 ? EXIT.someFailed : EXIT.done;
}

async function waitHere(id: string, { store, queues, flags }: At): Promise<void> {
  const stop = listenForInterruption();
  await waitForBatch({ store, queues, id, how: flags, signal: stop.signal });
  stop.end();
}

async function failuresOf(store: Store, batch: Batch) {
  const { roots } = BatchRules.parse(JSON.parse(batch.rules));
  const failures = await Array.fromAsync(store.failures());
  return failures.filter(({ location }) => roots.some((root) => isUnder(location, root)));
}

async function cancel(batch: Batch, { store, queues }: At): Promise<number> {
  if (batch.endedAt) throw new UsageError(`Batch ${batch.id} has ended (${batch.state}).`);
  let shown = Date.now();
  await cancelBatch(store, queues, batch, (count) => {
    if (Date.now() - shown < 1_000) return;
    shown = Date.now();
    console.error(`${count} taken back`);
  });
  console.log(`Batch ${batch.id} is cancelled; what was read stays in the store.`);
  return EXIT.done;
}

async function retry(batch: Batch, { store, queues, flags }: At): Promise<number> {
  const rules = await loadRules(store, batch);
  const ids = new Set((await failuresOf(store, batch)).flatMap(({ sha256 }) => (sha256 ? [sha256] : [])));
  const open = await openBatch(store, queues, BatchRules.parse(JSON.parse(batch.rules)));
  const count = await retryBatch(store, open, rules, [...ids]);
  await open.shut();
  console.log(`${count} documents are tried again, as batch ${open.id}.`);
  if (flags.wait) await waitHere(open.id, { store, queues, flags });
  return EXIT.done;
}

const DO = { list, show, cancel, retry } as const satisfies Record<string, unknown>;
