import { resolve, sep } from "node:path";
import type { Failure } from "../records/failure.ts";
import { sha256 } from "../records/ids.ts";
import type { DocumentState, Input, Store } from "../store/store.ts";
import { atOnce } from "./at-once.ts";
import { type FoundInput, InputRefusal } from "./input/input.ts";
import { linkAll } from "./link-all.ts";
import type { Pipeline } from "./load.ts";
import { declarePairs } from "./pairs.ts";
import { extensionOf } from "./run.ts";
import type { Runner } from "./runner.ts";
import { failureKeyOf, type Limits, parseKeyOf, readingCode, readKeyOf } from "./versions.ts";

/** What became of one input. `document` is null where its bytes could not be had. */
export type InputOutcome = { uri: string; document: string | null } & (
  | { state: "read" | "unchanged" }
  | { state: "failed"; failure: Failure }
);

/** What is told while an ingest goes on. */
export type IngestEvents = {
  input: (outcome: InputOutcome) => void;
  linking: (jobs: number) => void;
  linked: (document: string) => void;
};

/** All that an ingest needs. The last pipeline takes what the others leave. */
export type Ingest = {
  store: Store;
  runner: Runner;
  pipelines: readonly Pipeline[];
  limits: Limits;
  inputs: AsyncIterable<FoundInput>;
  /** The absolute paths that were given: failures under them that do not come again are forgotten. */
  roots: readonly string[];
  /** A file in which the user says which document answers which. */
  pairs?: string | undefined;
  force: boolean;
  events: IngestEvents;
  signal?: AbortSignal | undefined;
};

/** What linking alone needs. */
export type Linking = Pick<Ingest, "store" | "runner" | "pipelines" | "limits" | "signal" | "force"> & {
  events: Pick<IngestEvents, "linking" | "linked">;
};

/**
 * Takes inputs in, reads those that are new or read by other rules, then links everything in the store. Stopping it at any moment loses
 * nothing: what was saved is not done again. Rejects where the store cannot be reached.
 */
export async function ingest(work: Ingest): Promise<void> {
  const failing = await takeInAll(work);
  if (work.signal?.aborted) return;
  if (work.pairs) await takePairs(work, work.pairs, failing);
  await forgetFailures(work, failing);
  await linkStore(work);
}

/** Reads the inputs and leaves them unlinked; gives the locations of those that failed. */
async function takeInAll(work: Ingest): Promise<Set<string>> {
  const underWay = new Map<string, Promise<void>>();
  const failing = new Set<string>();
  await atOnce(
    work.runner.width * 2,
    work.inputs,
    async (input) => {
      const outcome = await takeIn(input, work, underWay);
      if (outcome?.state === "failed") failing.add(input.location);
      if (outcome) work.events.input(outcome);
    },
    work.signal,
  );
  return failing;
}

async function takePairs({ store, events }: Ingest, path: string, failing: Set<string>): Promise<void> {
  for (const failure of await declarePairs(store, path)) {
    const location = resolve(failure.uri);
    failing.add(location);
    await store.saveFailure({ ...failure, location, key: "" });
    events.input({ uri: failure.uri, document: null, state: "failed", failure });
  }
}

/** A file that failed and has since been mended elsewhere, or removed, is no longer an input that gave no record. */
async function forgetFailures({ store, roots, pairs }: Ingest, failing: ReadonlySet<string>): Promise<void> {
  const gone: string[] = [];
  const given = [...roots, ...(pairs ? [resolve(pairs)] : [])];
  for await (const { location } of store.failures())
    if (!failing.has(location) && given.some((root) => isUnder(location, root))) gone.push(location);
  for (const location of gone) await store.clearFailure(location);
}

const isUnder = (location: string, root: string): boolean =>
  location === root || [sep, "!/", ":"].some((mark) => location.startsWith(root + mark));

/** Reads again, from their originals, the documents that an older version of the code read. */
async function refresh({ store, runner, pipelines, limits, signal }: Linking): Promise<void> {
  const code = readingCode();
  const stale: string[] = [];
  for await (const row of store.cards()) if (row.code !== code) stale.push(row.id);
  await atOnce(
    runner.width,
    stale,
    async (document) => {
      const bytes = await store.originals.get(document);
      const input = (await store.state(document))?.inputs[0];
      if (!bytes || !input) return;
      const extension = extensionOf(input.name);
      const parseKey = parseKeyOf(pipelines, limits, extension);
      const readKey = readKeyOf(pipelines, parseKey);
      const size = bytes.length;
      const job = { kind: "read" as const, document, bytes: size, extension, parseKey, readKey, force: false };
      const { failure } = await runner.perform(job, signal);
      if (failure) await fail(store, input, document, failureKeyOf(readKey, limits), failure);
    },
    signal,
  );
}

/** Links everything in the store and publishes what changed. */
export async function linkStore(work: Linking): Promise<void> {
  await refresh(work);
  const { store, runner, pipelines, events, signal, force } = work;
  const progress = {
    total: events.linking,
    published: async (document: string, failure: Pick<Failure, "stage" | "code" | "message"> | null) => {
      events.linked(document);
      const input = (await store.state(document))?.inputs[0];
      if (failure && input) await fail(store, input, document, "", failure);
    },
  };
  await linkAll(store, runner, pipelines.at(-1)!, progress, { signal, force });
}

async function takeIn(
  found: FoundInput,
  work: Ingest,
  underWay: Map<string, Promise<void>>,
): Promise<InputOutcome | null> {
  const { location, uri, name } = found;
  const input = { location, uri, name };
  const bytes = await bytesOf(found);
  if ("failure" in bytes) return fail(work.store, input, null, "", { stage: "input", ...bytes.failure });
  const id = sha256(bytes.read);
  // two inputs with the same bytes wait for one another: the second then finds the first one's work done
  const before = underWay.get(id) ?? Promise.resolve();
  const task = before.then(() => takeInBytes(input, id, bytes.read, work));
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

async function takeInBytes(input: Input, id: string, bytes: Uint8Array, work: Ingest): Promise<InputOutcome> {
  const { store, pipelines, limits, force } = work;
  const removal = await store.removal(id);
  if (removal && !force) return fail(store, input, id, "", takenDown(removal));
  if (removal) await store.allowAgain(id);
  const state = await withInput(store, id, input);
  const extension = extensionOf(state.inputs[0]!.name);
  const parseKey = parseKeyOf(pipelines, limits, extension);
  const readKey = readKeyOf(pipelines, parseKey);
  const failureKey = failureKeyOf(readKey, limits);
  if (!force) {
    if (state.readKey === readKey) return settle(store, input, id, "unchanged");
    const known = await store.knownFailure(id, failureKey);
    if (known) return fail(store, input, id, failureKey, known);
  }
  await store.originals.put(id, bytes);
  const job = { kind: "read" as const, document: id, bytes: bytes.length, extension, parseKey, readKey, force };
  const { failure } = await work.runner.perform(job, work.signal);
  return failure ? fail(store, input, id, failureKey, failure) : settle(store, input, id, "read");
}

const takenDown = ({ removedAt, why }: { removedAt: string; why: string }) => ({
  stage: "input" as const,
  code: "taken-down",
  message: `This document was taken down on ${removedAt.slice(0, 10)} (${why}). Give --force to take it in again.`,
});

/** The state of a document once this input is among those that it knows. */
async function withInput(store: Store, id: string, input: Input): Promise<DocumentState> {
  const state = await store.state(id);
  const same = state?.inputs.some((each) => each.location === input.location && each.uri === input.uri);
  if (state && same) return state;
  await store.saveInput(id, input);
  return (await store.state(id))!;
}

async function settle(
  store: Store,
  { location, uri }: Input,
  id: string,
  state: "read" | "unchanged",
): Promise<InputOutcome> {
  await store.clearFailure(location);
  return { uri, document: id, state };
}

async function fail(
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
