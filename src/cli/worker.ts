import { availableParallelism, hostname } from "node:os";
import { setFlagsFromString } from "node:v8";
import type { Command } from "commander";
import { openQueues } from "../queue/bullmq.ts";
import { createLog } from "../queue/log.ts";
import { serveMetrics } from "../queue/metrics.ts";
import { openTraces } from "../queue/traces.ts";
import { startWorker } from "../queue/worker.ts";
import { openPostgresStore } from "../store/postgres.ts";
import { EXIT, UsageError } from "./exit.ts";
import { listening } from "./listening.ts";
import { toNumber } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { withOpen } from "./with-open.ts";
import { isShared } from "./with-store.ts";

type Flags = {
  store?: string;
  redis?: string;
  concurrency?: number;
  grace: number;
  lock: number;
  metrics?: number;
  metricsHost: string;
};

/** `answerable worker` */
export function addWorker(program: Command): void {
  program
    .command("worker")
    .description("read documents that `ingest --queue` hands out, until told to stop")
    .option("--concurrency <n>", "documents at a time (default: the number of cores)", toNumber)
    .option("--store <url>", "the PostgreSQL store (default: DATABASE_URL)")
    .option("--redis <url>", "where Redis is (default: REDIS_URL)")
    .option("--grace <seconds>", "after SIGTERM, finish what is in hand for so long, then give it back", toNumber, 25)
    .option("--lock <seconds>", "a lost worker's documents are taken over after so long", toNumber, 30)
    .option("--metrics <port>", "serve Prometheus metrics there", toNumber)
    .option("--metrics-host <address>", "the address to serve metrics at", "127.0.0.1")
    .addHelpText("after", "\nExample:\n  answerable worker --concurrency 4 --metrics 9464\n")
    .action(run);
}

/**
 * The heap may grow to four times what was alive after the last collection before the whole of it is collected again. The thread that talks to the
 * database holds little but passes megabytes of buffers a second on, which V8 counts as growth: it had collected some twenty times more often than needed,
 * with all its helpers, a twentieth of a worker's processor time (docs/performance.md).
 */
const COLLECT_LATER = "--heap-growing-percent=300";

/**
 * What is young is collected by the thread that made it, without V8's helpers: where each core has a worker's thread the helpers wait for one another, which cost four workers on
 * four cores 3 % of their time; a worker that has cores to spare takes as long either way (docs/performance.md).
 */
const COLLECT_ALONE = "--no-parallel-scavenge";

/** How V8 collects what a worker no longer needs. */
export const COLLECTING: readonly string[] = [COLLECT_LATER, COLLECT_ALONE];

async function run(flags: Flags): Promise<void> {
  const { store: address, redis } = loadSettings({ store: flags.store, redis: flags.redis });
  if (!isShared(address))
    throw new UsageError("A worker needs the shared store: set DATABASE_URL or give --store postgres://…");
  COLLECTING.forEach(setFlagsFromString);
  const concurrency = flags.concurrency ?? availableParallelism();
  const name = `${hostname()}-${process.pid}`;
  const log = createLog({ worker: name });
  // from the first moment on: who is told to stop while starting stops in good order too
  const told = untilTold(log.say);
  let stageSeconds = 0;
  await withOpen(async (keep) => {
    const queues = keep(await openQueues(redis));
    const store = keep(await openPostgresStore(address, { connections: concurrency * 2 + 4 }));
    const metrics = keep(await listening(serveMetrics(queues, flags), { port: "--metrics", host: "--metrics-host" }));
    const traces = keep(await openTraces(name));
    const { events } = log;
    const worker = await startWorker({
      store,
      redis,
      concurrency,
      lockSeconds: flags.lock,
      events: {
        ...events,
        started: traces.started,
        ended: traces.ended,
        done(job, outcome) {
          traces.done(job, outcome);
          stageSeconds += outcome.cpuSeconds ?? 0;
          metrics.count(job, outcome);
          events.done(job, outcome);
        },
        failed(job, error) {
          metrics.countFailed(job);
          events.failed(job, error);
        },
      },
    });
    log.say("started", { concurrency, metrics: flags.metrics ?? null });
    await told;
    await worker.stop(flags.grace);
  });
  const { user, system } = process.cpuUsage();
  log.say("stopped", { cpuSeconds: (user + system) / 1e6, stageSeconds });
}

/** A terminal and npm may both pass on the same signal: within this many milliseconds it is one. */
const SAME = 400;

/** Waits for SIGTERM or SIGINT. A second one ends the process at once: what was in hand is taken over by others. */
function untilTold(say: (what: string, values: object) => void): Promise<void> {
  return new Promise((resolve) => {
    let first = 0;
    const stop = (signal: string) => {
      if (first && performance.now() - first > SAME) process.exit(EXIT.interrupted);
      if (first) return;
      first = performance.now();
      say("stopping", { signal });
      resolve();
    };
    process.on("SIGTERM", stop).on("SIGINT", stop);
  });
}
