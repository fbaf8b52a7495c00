import { type Job, UnrecoverableError } from "bullmq";
import { z } from "zod";
import type { JobOutcome, Turn } from "../pipeline/runner.ts";
import { fail, readJobFor, readStored } from "../pipeline/take-in.ts";
import { failureKeyOf } from "../pipeline/versions.ts";
import { fromShortHash, PublishData, ReadData } from "./bullmq.ts";
import type { Desk } from "./desk.ts";
import type { Stage } from "./pending.ts";

/** What a job asks for. */
export type ToDo = {
  stage: Stage;
  documents: string[];
  /** Null where the document is no longer there. A failure is saved. */
  perform(document: string, desk: Desk, signal: AbortSignal, turn?: Turn): Promise<JobOutcome | null>;
};

/** Reads what a job asks for. Throws what is not tried again where its data is none of ours. */
export function readWork(job: Job): ToDo {
  if (job.name === "read")
    return {
      stage: "read",
      documents: check(ReadData, job).d.map(fromShortHash),
      perform: (document, desk, signal, turn) => readStored(document, { ...desk, signal }, turn),
    };
  const wanted = new Map(check(PublishData, job).p.map((publish) => [publish.document, publish]));
  return {
    stage: "publish",
    documents: [...wanted.keys()],
    async perform(document, desk, signal, turn) {
      const outcome = await desk.runner.perform({ kind: "publish", ...wanted.get(document)! }, signal, turn);
      if (outcome.failure) await saveFailure(document, outcome.failure, desk);
      return outcome;
    },
  };
}

function check<T>(schema: z.ZodType<T>, job: Job): T {
  const checked = schema.safeParse(job.data);
  if (!checked.success) throw new UnrecoverableError(`${job.name} ${job.id}: ${z.prettifyError(checked.error)}`);
  return checked.data;
}

/** Saves a failure of each input of a document. */
export async function saveFailure(
  document: string,
  failure: NonNullable<JobOutcome["failure"]>,
  desk: Desk,
): Promise<void> {
  const state = await desk.store.state(document);
  const key = state && failure.stage === "parse" ? failureKeyOf(readJobFor(state, desk).readKey, desk.limits) : "";
  for (const input of state?.inputs ?? []) await fail(desk.store, input, document, key, failure);
}
