import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { JobOutcome } from "../pipeline/runner.ts";
import { BATCHES, DOCUMENTS, type Queues } from "./bullmq.ts";

/** What a worker counts. Where no port is given, nothing is served and counting costs next to nothing. */
export type Metrics = {
  count(job: { kind: string }, outcome: JobOutcome): void;
  countFailed(job: { kind: string }): void;
  close(): Promise<void>;
};

/** From a question page to a report of hundreds of pages, in seconds. */
const BUCKETS = [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 300];

/** Serves Prometheus metrics at `/metrics` and a sign of life at `/health`, where a port is given. */
export async function serveMetrics(
  queues: Pick<Queues, "documents" | "batches">,
  { metrics: port, metricsHost }: { metrics?: number; metricsHost: string },
): Promise<Metrics> {
  const registry = new Registry();
  const counters = createCounters(registry);
  if (port === undefined) return { ...counters, close: async () => {} };
  collectDefaultMetrics({ register: registry });
  watchQueues(registry, queues);
  const server = createServer(async (request, response) => {
    if (request.url === "/health") return void response.end("ok\n");
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    try {
      response.setHeader("content-type", registry.contentType);
      response.end(await registry.metrics());
    } catch (error) {
      response.writeHead(503).end(`${(error as Error).message}\n`);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, metricsHost, resolve);
  });
  return {
    ...counters,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createCounters(registry: Registry): Omit<Metrics, "close"> {
  const registers = [registry];
  const jobs = new Counter({
    name: "answerable_jobs_total",
    help: "Documents that this worker ended, by kind of job and by the code of their failure",
    labelNames: ["kind", "code"],
    registers,
  });
  const retries = new Counter({
    name: "answerable_attempts_failed_total",
    help: "Attempts that went wrong and are made again, or were the last",
    labelNames: ["kind"],
    registers,
  });
  const pages = new Counter({ name: "answerable_pages_total", help: "Pages read", registers });
  const duration = new Histogram({
    name: "answerable_stage_seconds",
    help: "What each stage took; linking with making the record",
    labelNames: ["stage"],
    buckets: BUCKETS,
    registers,
  });
  return {
    count({ kind }, outcome) {
      jobs.inc({ kind, code: outcome.failure?.code ?? "none" });
      pages.inc(outcome.pages ?? 0);
      for (const [stage, took] of Object.entries(outcome.seconds ?? {})) duration.observe({ stage }, took);
    },
    countFailed: ({ kind }) => retries.inc({ kind }),
  };
}

/** How the queues stand, asked when somebody looks. */
function watchQueues(registry: Registry, queues: Pick<Queues, "documents" | "batches">): void {
  new Gauge({
    name: "answerable_queue_jobs",
    help: "Jobs in the queues, by state",
    labelNames: ["queue", "state"],
    registers: [registry],
    async collect() {
      for (const [queue, of] of [
        [DOCUMENTS, queues.documents],
        [BATCHES, queues.batches],
      ] as const)
        for (const [state, count] of Object.entries(await of.getJobCounts())) this.set({ queue, state }, count);
    },
  });
  new Gauge({
    name: "answerable_queue_age_seconds",
    help: "How long the job has waited that is next",
    registers: [registry],
    async collect() {
      this.set(await queueAge(queues));
    },
  });
}

/** How long the document has waited that is next, in seconds. */
export async function queueAge({ documents }: Pick<Queues, "documents">): Promise<number> {
  const [next] = [...(await documents.getWaiting(0, 0)), ...(await documents.getPrioritized(0, 0))];
  return next ? (Date.now() - next.timestamp) / 1000 : 0;
}
