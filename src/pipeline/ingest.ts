import { resolve, sep } from "node:path";
import type { Failure } from "../records/failure.ts";
import { atOnce } from "./at-once.ts";
import type { FoundInput } from "./input/input.ts";
import { linkAll } from "./link-all.ts";
import { declarePairs } from "./pairs.ts";
import { fail, type InputOutcome, lookUpKnown, readStored, type TakingIn, takeIn } from "./take-in.ts";
import { toOpen } from "./unchanged.ts";
import { readingCode } from "./versions.ts";

/** What is told while an ingest goes on. */
export type IngestEvents = {
  input: (outcome: InputOutcome) => void;
  linking: (jobs: number) => void;
  linked: (document: string) => void;
};

/** All that an ingest needs. The last pipeline takes what the others leave. */
export type Ingest = TakingIn & {
  inputs: AsyncIterable<FoundInput>;
  /** The absolute paths that were given: failures under them that do not come again are forgotten. */
  roots: readonly string[];
  /** A file in which the user says which document answers which. */
  pairs?: string | undefined;
  events: IngestEvents;
};

/** What linking alone needs. */
export type Linking = TakingIn & {
  events: Pick<IngestEvents, "linking" | "linked">;
};

/**
 * Takes inputs in, reads those that are new or read by other rules, then links everything in the store. Stopping it at any moment loses
 * nothing: what was saved is not done again. Rejects where the store cannot be reached.
 */
export async function ingest(work: Ingest): Promise<void> {
  const failing = await takeInAll(work);
  if (work.signal?.aborted) return;
  await settleInputs(work, failing);
  await linkStore(work);
}

/** Reads the inputs and leaves them unlinked; gives the locations of those that failed, or may still. */
export async function takeInAll(work: Omit<Ingest, "pairs">): Promise<Set<string>> {
  const underWay = new Map<string, Promise<void>>();
  const failing = new Set<string>();
  const known = await lookUpKnown(work.store);
  await atOnce(
    work.runner.width * 2,
    toOpen(work.inputs, { ...work, known }, work.events.input),
    async (input) => {
      const outcome = await takeIn(input, { ...work, known }, underWay);
      if (outcome?.state === "failed" || outcome?.state === "queued") failing.add(input.location);
      if (outcome) work.events.input(outcome);
    },
    work.signal,
  );
  return failing;
}

/** When all inputs are in: takes the user's pairs, and forgets failures that did not come again. */
export async function settleInputs(
  work: Pick<Ingest, "store" | "roots" | "pairs" | "events">,
  failing: Set<string>,
): Promise<void> {
  if (work.pairs) await takePairs(work, work.pairs, failing);
  await forgetFailures(work, failing);
}

async function takePairs(
  { store, events }: Pick<Ingest, "store" | "events">,
  path: string,
  failing: Set<string>,
): Promise<void> {
  for (const failure of await declarePairs(store, path)) {
    const location = resolve(failure.uri);
    failing.add(location);
    await store.saveFailure({ ...failure, location, key: "" });
    events.input({ uri: failure.uri, document: null, state: "failed", failure });
  }
}

/** A file that failed and has since been mended elsewhere, or removed, is no longer an input that gave no record. */
async function forgetFailures(
  { store, roots, pairs }: Pick<Ingest, "store" | "roots" | "pairs">,
  failing: ReadonlySet<string>,
): Promise<void> {
  const gone: string[] = [];
  const given = [...roots, ...(pairs ? [resolve(pairs)] : [])];
  for await (const { location } of store.failures())
    if (!failing.has(location) && given.some((root) => isUnder(location, root))) gone.push(location);
  for (const location of gone) await store.clearFailure(location);
}

/** Whether a location is one of those that a path given stands for. */
export const isUnder = (location: string, root: string): boolean =>
  location === root || [sep, "!/", ":"].some((mark) => location.startsWith(root + mark));

/** Reads again, from their originals, the documents that an older version of the code read. */
async function refresh(work: Linking): Promise<void> {
  const again = { ...work, force: false };
  await atOnce(
    work.runner.width,
    // all of them first: reading them takes them off the list
    await Array.fromAsync(work.store.readOtherwise(readingCode())),
    async (id) => void (await readStored(id, again)),
    work.signal,
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
