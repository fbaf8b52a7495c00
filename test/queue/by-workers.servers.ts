import type { ChildProcess } from "node:child_process";
import { basename } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { loadSettings } from "../../src/cli/settings.ts";
import { takeInAll } from "../../src/pipeline/ingest.ts";
import type { FoundInput } from "../../src/pipeline/input/input.ts";
import { knownPipelines } from "../../src/pipeline/known-pipelines.ts";
import type { PipelineHead } from "../../src/pipeline/load.ts";
import type { Job, Runner } from "../../src/pipeline/runner.ts";
import { shippedPipelines } from "../../src/pipeline/shipped.ts";
import type { InputOutcome } from "../../src/pipeline/take-in.ts";
import { openQueues, type Queues } from "../../src/queue/bullmq.ts";
import { createRunnerByWorkers } from "../../src/queue/by-workers.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { letterText, replyText } from "../support/letters.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { type Addresses, end, jobsLeft, startWorkerProcess } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("by-workers");
const { limits } = loadSettings({}, "/");
let env: Addresses;
let store: Store;
let queues: Queues;
let pipelines: PipelineHead[];
let worker: ChildProcess | null = null;
let doneHere: Job[] = [];

beforeAll(async () => {
  env = { REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
  [store, queues] = [await openPostgresStore(env.DATABASE_URL), await openQueues(env.REDIS_URL)];
  pipelines = await knownPipelines(store, shippedPipelines());
});
afterEach(async () => {
  doneHere = [];
  if (worker) await end(worker);
  worker = null;
});
afterAll(() => Promise.all([store.close(), queues.close()]));

/** Notes what it is asked for, and does nothing. */
const here: Runner = {
  width: 1,
  async perform(job) {
    doneHere.push(job);
    return { parsed: true, failure: null };
  },
  close: async () => {},
};

async function read(files: Record<string, string>, force = false): Promise<Record<string, string>> {
  const versions = pipelines.map(({ version }) => version);
  const rules = { given: ["uploads"], roots: [], pipelines: versions, limits, force: false, priority: 1 };
  const runner = createRunnerByWorkers({ store, queues, rules, here });
  const outcomes: Record<string, string> = {};
  const events = {
    input: (outcome: InputOutcome) => {
      outcomes[outcome.uri] = outcome.state === "failed" ? outcome.failure.code : outcome.state;
    },
    linking: () => {},
    linked: () => {},
  };
  await takeInAll({ store, runner, pipelines, limits, force, events, roots: [], inputs: inputsOf(files) });
  return outcomes;
}

async function* inputsOf(files: Record<string, string>): AsyncIterable<FoundInput> {
  for (const [uri, words] of Object.entries(files))
    yield { location: `upload:${uri}`, uri, name: basename(uri), read: async () => Buffer.from(words) };
}

/** The batch goes on to link when the last document is read. */
async function allBatchesEnded(): Promise<void> {
  while ((await store.batches()).some((batch) => !batch.endedAt))
    await new Promise((resolve) => setTimeout(resolve, 100));
}

it("documents are read by a worker, waited for, and told of with the worker's failure", async () => {
  worker = await startWorkerProcess(folder, env);
  const files = { "letter.txt": letterText(1), "reply.txt": replyText(1), "broken.pdf": "%PDF-1.7 nothing follows" };
  expect(await read(files)).toEqual({ "letter.txt": "read", "reply.txt": "read", "broken.pdf": "broken-pdf" });
  expect(doneHere).toEqual([]);
  await allBatchesEnded();
  expect(await jobsLeft(env.REDIS_URL)).toBe(0);
  expect(await read(files)).toEqual({
    "letter.txt": "unchanged",
    "reply.txt": "unchanged",
    "broken.pdf": "broken-pdf",
  });
  expect(await read({ "later.txt": letterText(2) })).toEqual({ "later.txt": "read" });
  await allBatchesEnded();
});

it("what failed before is tried again here, as its batch's rules do not say so", async () => {
  worker = await startWorkerProcess(folder, env);
  await read({ "letter.txt": letterText(1) }, true);
  expect(doneHere).toMatchObject([{ kind: "read", force: true }]);
});

it("documents are read here where no worker runs", async () => {
  await read({ "nobody.txt": letterText(3) });
  expect(doneHere).toMatchObject([{ kind: "read" }]);
  expect(await jobsLeft(env.REDIS_URL)).toBe(0);
});
