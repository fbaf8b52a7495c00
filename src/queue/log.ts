import { pino } from "pino";
import type { WorkerEvents } from "./events.ts";

/** A worker's log: a JSON object a line on the standard output, each with the worker, most with batch and document. */
export type Log = { say(what: string, values: object): void; events: WorkerEvents };

/** Begins a log; `about` stands in every line. LOG_LEVEL says how much (default: info). */
export function createLog(about: object): Log {
  const log = pino({ base: about, level: process.env.LOG_LEVEL ?? "info" });
  return {
    say: (what, values) => log.info(values, what),
    events: {
      started: () => {},
      ended: () => {},
      done({ kind, batch, document }, { parsed, failure, pages, seconds = {} }) {
        const took = Object.values(seconds).reduce((sum, each) => sum + each, 0);
        const values = { kind, batch, document, seconds: rounded(took), parsed, pages };
        if (failure) log.warn({ ...values, stage: failure.stage, code: failure.code }, "failed");
        else log.info(values, "done");
      },
      failed: (job, error) => log.warn({ ...job, error: error.message }, "attempt failed"),
      stalled: (id) => log.warn({ id }, "taken over from a lost worker"),
      error: (error) => log.error({ error: error.message }, "error"),
    },
  };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
