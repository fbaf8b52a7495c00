import type { Store } from "../store/store.ts";
import type { StoredStages } from "./publish-task.ts";
import type { Brought, Job, JobOutcome, PublishJob, ReadJob, Threads, Turn } from "./runner.ts";
import type { Task, TaskFailure } from "./task.ts";
import { readingCode } from "./versions.ts";

/** Where jobs are done: a store to take from and save to, threads to work in, and the rules that those threads hold. */
export type Workplace = { store: Store; threads: Threads; versions: ReadonlySet<string> };

/** Does one job: takes what it needs from the store, lets a thread work when it is its turn, saves the result in one transaction. */
export function performJob(job: Job, at: Workplace, signal?: AbortSignal, turn = AT_ONCE): Promise<JobOutcome> {
  return job.kind === "read" ? readJob(job, at, signal, turn) : publishJob(job, at, signal, turn);
}

const AT_ONCE: Turn = { come: async () => {}, leave: () => {} };

type Doing = [signal: AbortSignal | undefined, turn: Turn];

async function readJob(job: ReadJob, { store, threads }: Workplace, ...[signal, turn]: Doing): Promise<JobOutcome> {
  const { document: id, extension, parseKey, readKey } = job;
  const state = await store.state(id);
  if (!job.force && state?.readKey === readKey && state.code === readingCode()) return { parsed: false, failure: null };
  const parsed = !job.force && state?.parseKey === parseKey ? await store.stageResult(id, "parse") : null;
  const bytes = parsed ? null : await store.originals.get(id);
  if (!parsed && !bytes) throw new Error(`the original of ${id} is not in the store`);
  await turn.come();
  const result = await threads.run({ kind: "read", id, extension, bytes, parsed }, signal);
  turn.leave();
  if ("failure" in result) return { parsed: !parsed, failure: result.failure };
  const { seconds, pages, cpuSeconds, ...read } = result;
  await store.saveRead({ id, bytes: bytes?.length ?? state!.bytes!, parseKey, readKey, code: readingCode(), ...read });
  return { parsed: !parsed, failure: null, pages, seconds, cpuSeconds };
}

async function publishJob(job: PublishJob, at: Workplace, ...[signal, turn]: Doing): Promise<JobOutcome> {
  const { store, threads } = at;
  // all in one turn, so that the store is asked for it at once
  const [state, asking, answering, source, names] = await Promise.all([
    store.state(job.document),
    stagesOf(store, job.document),
    Promise.all(job.answering.map((id) => stagesOf(store, id))),
    at.versions.has(job.pipeline) ? null : store.pipeline(job.pipeline),
    namesOf(store, job.answering),
  ]);
  const task = {
    kind: "publish" as const,
    ...{ asking, answering, names },
    pipeline: { version: job.pipeline, source },
    inputs: state?.inputs ?? [],
    bytes: job.bytes,
    copyOf: job.copyOf,
  };
  await turn.come();
  const result = await threads.run({ ...task, link: true }, signal);
  const published = isFailure(result) ? await threads.run({ ...task, link: false }, signal) : result;
  turn.leave();
  if (isFailure(published)) return { parsed: false, failure: published.failure };
  const { cpuSeconds, seconds, ...record } = published;
  await store.publish({ ...record, recordKey: job.recordKey });
  // a record that says of itself that it is not linked is a record all the same
  return { parsed: false, failure: null, seconds, cpuSeconds };
}

const isFailure = (result: Brought<Task> | TaskFailure): result is TaskFailure => "failure" in result;

/** The stored results of a document. Throws where it has not been read. */
export async function stagesOf(store: Store, id: string): Promise<StoredStages> {
  const [parsed, extracted] = await Promise.all([store.stageResult(id, "parse"), store.stageResult(id, "extract")]);
  if (!parsed || !extracted) throw new Error(`${id} has not been read`);
  return { parsed, extracted };
}

async function namesOf(store: Store, ids: readonly string[]): Promise<[string, string][]> {
  const states = await Promise.all(ids.map((id) => store.state(id)));
  return states.flatMap((state) => (state ? [[state.id, state.inputs[0]!.name]] : []));
}
