import { extname } from "node:path";
import type { Failure } from "../records/failure.ts";
import { sha256 } from "../records/ids.ts";
import type { Store } from "../store/store.ts";
import type { DocumentState, Input } from "../store/stored.ts";
import { type FoundInput, InputRefusal } from "./input/input.ts";
import type { PipelineHead } from "./load.ts";
import type { JobOutcome, ReadJob, Runner, Turn } from "./runner.ts";
import { failureKeyOf, type Limits, parseKeyOf, readKeyOf } from "./versions.ts";

/** What became of one input. `document` is null where its bytes could not be had. */
export type InputOutcome = { uri: string; document: string | null } & (
  | { state: "read" | "unchanged" | "queued" }
  | { state: "failed"; failure: Failure }
);

/** By what a run reads. The last pipeline takes what the others leave. */
export type Rules = { pipelines: readonly PipelineHead[]; limits: Limits; force: boolean };

/** What taking an input in needs. */
export type TakingIn = Rules & {
  store: Store;
  runner: Runner;
  signal?: AbortSignal | undefined;
};

/** The few things that are asked of every input, looked up once: locations that failed before, documents taken down. */
export type Known = { failing: ReadonlySet<string>; removed: ReadonlySet<string> };

/** Looks those up. */
export async function lookUpKnown(store: Store): Promise<Known> {
  const failing = new Set<string>();
  for await (const { location } of store.failures()) failing.add(location);
  return { failing, removed: new Set((await store.removals()).map((removal) => removal.document)) };
}

/**
 * Takes one input in: its bytes into the store, read where they are new or were read by other rules. `underWay` tells which bytes others are
 * at. Gives null where it was interrupted; rejects where the store cannot be reached.
 */
export async function takeIn(
  found: FoundInput,
  work: TakingIn & { known: Known },
  underWay: Map<string, Promise<void>>,
): Promise<InputOutcome | null> {
  const { location, uri, name } = found;
  const input = { location, uri, name };
  const look = "look" in found ? found.look : undefined;
  const bytes = await bytesOf(found);
  if ("failure" in bytes) return fail(work.store, input, null, "", { stage: "input", ...bytes.failure });
  const id = sha256(bytes.read);
  // two inputs with the same bytes wait for one another: the second then finds the first one's work done
  const before = underWay.get(id) ?? Promise.resolve();
  const task = before.then(() => takeInBytes(input, { id, bytes: bytes.read, look }, work));
  const settled = task.then(
    () => undefined,
    () => undefined,
  );
  underWay.set(id, settled);
  try {
    return await task;
  } catch (error) {
    if (work.signal?.aborted) return null;
    throw error;
  } finally {
    if (underWay.get(id) === settled) underWay.delete(id);
  }
}

async function bytesOf(
  found: FoundInput,
): Promise<{ read: Uint8Array } | { failure: { code: string; message: string } }> {
  if ("failure" in found) return found;
  try {
    return { read: await found.read() };
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error;
    return { failure: { code: error.code, message: error.message } };
  }
}

async function takeInBytes(
  input: Input,
  { id, bytes, look }: { id: string; bytes: Uint8Array; look: string | undefined },
  work: TakingIn & { known: Known },
): Promise<InputOutcome> {
  const { store, limits, force } = work;
  const removal = work.known.removed.has(id) ? await store.removal(id) : null;
  if (removal && !force) return fail(store, input, id, "", takenDown(removal));
  if (removal) await store.allowAgain(id);
  const state = await withInput(store, id, input, look);
  const job = readJobFor({ ...state, bytes: bytes.length }, work);
  const failureKey = failureKeyOf(job.readKey, limits);
  if (!force) {
    if (state.readKey === job.readKey) return settle(work, input, id, "unchanged");
    const known = await store.knownFailure(id, failureKey);
    if (known) return fail(store, input, id, failureKey, known);
  }
  await store.originals.put(id, bytes);
  const { failure, queued } = await work.runner.perform(job, work.signal);
  if (queued) return { uri: input.uri, document: id, state: "queued" };
  return failure ? fail(store, input, id, failureKey, failure) : settle(work, input, id, "read");
}

/** The extension of a file's name in lower case, with its dot; "" where there is none. */
const extensionOf = (name: string): string => extname(name).toLowerCase();

/** The job that reads a document by the rules of this run. Of its name only the extension counts. */
export function readJobFor({ id, inputs, bytes }: DocumentState, { pipelines, limits, force }: Rules): ReadJob {
  const extension = extensionOf(inputs[0]!.name);
  const parseKey = parseKeyOf(pipelines, limits, extension);
  return { kind: "read", document: id, bytes, extension, parseKey, readKey: readKeyOf(pipelines, parseKey), force };
}

/**
 * Reads a document that is in the store by the rules of this run, and saves of each of its inputs that it failed or no longer does.
 * Null where the document is not (or no longer) there.
 */
export async function readStored(
  id: string,
  work: Rules & Pick<TakingIn, "store" | "runner" | "signal">,
  turn?: Turn,
): Promise<JobOutcome | null> {
  const { store, runner, limits, signal } = work;
  const state = await store.state(id);
  if (!state || !(await store.originals.has(id))) return null;
  const job = readJobFor(state, work);
  const outcome = await runner.perform(job, signal, turn);
  for (const input of state.inputs)
    if (outcome.failure) await fail(store, input, id, failureKeyOf(job.readKey, limits), outcome.failure);
    else await store.clearFailure(input.location);
  return outcome;
}

const takenDown = ({ removedAt, why }: { removedAt: string; why: string }) => ({
  stage: "input" as const,
  code: "taken-down",
  message: `This document was taken down on ${removedAt.slice(0, 10)} (${why}). Give --force to take it in again.`,
});

/** The state of a document once this input is among those that it knows. */
async function withInput(store: Store, id: string, input: Input, look: string | undefined): Promise<DocumentState> {
  const state = await store.state(id);
  const same = state?.inputs.some((each) => each.location === input.location && each.uri === input.uri);
  if (state && same && !look) return state;
  await store.saveInput(id, input, look);
  return state && same ? state : (await store.state(id))!;
}

async function settle(
  { store, known }: { store: Store; known: Known },
  { location, uri }: Input,
  id: string,
  state: "read" | "unchanged",
): Promise<InputOutcome> {
  if (known.failing.has(location)) await store.clearFailure(location);
  return { uri, document: id, state };
}

/** Saves a failure of an input, and tells it. */
export async function fail(
  store: Store,
  { location, uri }: Input,
  sha256: string | null,
  key: string,
  { stage, code, message }: Pick<Failure, "stage" | "code" | "message">,
): Promise<InputOutcome> {
  const failure = { uri, sha256, stage, code, message };
  await store.saveFailure({ ...failure, location, key });
  return { uri, document: sha256, state: "failed", failure };
}
