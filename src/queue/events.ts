import type { JobOutcome } from "../pipeline/runner.ts";
import type { Stage } from "./pending.ts";

/** A job that a worker has in hand. */
export type JobInHand = { id: string; kind: Stage; batch: string; documents: readonly string[]; attempt: number };

/** What a worker tells while it works; each may be logged, counted or traced. */
export type WorkerEvents = {
  started(job: JobInHand): void;
  /** One of its documents is done with. */
  done(job: Pick<JobInHand, "id" | "kind" | "batch"> & { document: string }, outcome: JobOutcome): void;
  /** Is done, was given back, or went wrong. */
  ended(job: JobInHand, error: Error | null): void;
  /** An attempt that went wrong; the job is tried again, or set aside where that was the last. */
  failed(job: { kind: string; id: string; attempt: number }, error: Error): void;
  /** A job whose worker was lost, taken over. */
  stalled(id: string): void;
  /** A connection lost, and the like. */
  error(error: Error): void;
};
