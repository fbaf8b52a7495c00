import type { PackedDocument } from "../store/packed.ts";
import type { PublishTask } from "./publish-task.ts";
import type { Done, Task, TaskFailure } from "./task.ts";

/** What a thread brings back of a task; the rows of a record packed. */
export type Brought<T extends Task> = T extends PublishTask ? PackedDocument<Done<PublishTask>> : Done<T>;

/** Where tasks are done: in threads with a heap limit and a deadline. Documents are hostile; a task that kills its thread is a failure, and the rest goes on. */
export type Threads = {
  /** Rejects only when `signal` aborts it or a thread cannot be started at all. */
  run<T extends Task>(task: T, signal?: AbortSignal): Promise<Brought<T> | TaskFailure>;
  close(): Promise<void>;
};

/** Read a document whose original is in the store. Hashes and versions only: it may be done anywhere. */
export type ReadJob = {
  kind: "read";
  document: string;
  /** Null where that is not known. */
  bytes: number | null;
  extension: string;
  parseKey: string;
  readKey: string;
  /** Parse even where the result is at hand. */
  force: boolean;
};

/** Link a document that was read, and publish its record. */
export type PublishJob = {
  kind: "publish";
  document: string;
  bytes: number;
  pipeline: string;
  /** The documents that answer it, by id. */
  answering: string[];
  copyOf: string | null;
  recordKey: string;
};

export type Job = ReadJob | PublishJob;

/**
 * What became of a job. A failed one left the store as it was; a queued one is done elsewhere, later, and whoever does it saves
 * its failure. `seconds` is what each stage took, for those who measure.
 */
export type JobOutcome = {
  parsed: boolean;
  failure: TaskFailure["failure"] | null;
  queued?: boolean;
  pages?: number;
  seconds?: Partial<Record<"parse" | "extract" | "link", number>>;
  /** The processor's time that the stages took. */
  cpuSeconds?: number | undefined;
};

/** A job's turn at the threads, where there is more in hand than they can do at once: what is fetched before and saved afterwards needs none. */
export type Turn = {
  /** Rejects where the job is better done elsewhere. */
  come(): Promise<void>;
  leave(): void;
};

/** Does jobs: in this process, or by workers elsewhere. Doing a job twice is doing it once. */
export type Runner = {
  /** How many jobs are worth handing in at a time. */
  width: number;
  /** Rejects where the store cannot be reached or `signal` aborts. */
  perform(job: Job, signal?: AbortSignal, turn?: Turn): Promise<JobOutcome>;
  close(): Promise<void>;
};
