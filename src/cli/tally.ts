import type { PipelineHead } from "../pipeline/load.ts";
import type { InputOutcome } from "../pipeline/take-in.ts";
import type { Store } from "../store/store.ts";
import { packageVersion } from "./package-version.ts";

/** What one run has done so far. */
export type Tally = {
  inputs: Record<InputOutcome["state"], number>;
  /** How many failed with each code. */
  failures: Record<string, number>;
  /** The ids of the documents that the run touched and that have a record. */
  documents: Set<string>;
  /** The path of one of them, to be shown as an example. */
  shown: string | null;
  linked: number;
  startedAt: Date;
  seconds(): number;
  count(outcome: InputOutcome): void;
};

/** Begins to count. */
export function createTally(): Tally {
  const startedAt = new Date();
  const tally: Tally = {
    inputs: { read: 0, unchanged: 0, queued: 0, failed: 0 },
    failures: {},
    documents: new Set(),
    shown: null,
    linked: 0,
    startedAt,
    seconds: () => (Date.now() - startedAt.getTime()) / 1000,
    count(outcome) {
      tally.inputs[outcome.state]++;
      if (outcome.state === "failed") {
        const { code } = outcome.failure;
        tally.failures[code] = (tally.failures[code] ?? 0) + 1;
      } else if (outcome.document) {
        tally.documents.add(outcome.document);
        tally.shown ??= outcome.uri;
      }
    },
  };
  return tally;
}

/** The whole of `summary.json`: what the store holds, by which rules, and what the last run did. The only file with times in it. */
export async function summarise(
  store: Store,
  pipelines: readonly PipelineHead[],
  tally: Tally | null,
): Promise<object> {
  return {
    schema: "answerable/summary/1",
    version: packageVersion(),
    totals: await store.totals(),
    pipelines: pipelines.map(({ name, version }) => ({ name, version })),
    run: tally && {
      startedAt: tally.startedAt.toISOString(),
      seconds: tally.seconds(),
      inputs: tally.inputs,
      failures: tally.failures,
      linked: tally.linked,
    },
  };
}
