import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/parse/parse.ts";
import { cancelBatch, type OpenBatch, openBatch } from "../../src/queue/batch.ts";
import { openQueues, type Queues } from "../../src/queue/bullmq.ts";
import { sha256 } from "../../src/records/ids.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";

dropDatabasesAfterwards();
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

let store: Store;
let queues: Queues;
let batch: OpenBatch;
beforeAll(async () => {
  [store, queues] = [await openPostgresStore(await freshDatabase()), await openQueues(await freshRedis())];
  const limits = { ...DEFAULT_LIMITS, seconds: 1, heapMegabytes: 64, ocr: { use: "never", engine: "auto" } as const };
  const rules = { given: ["x"], roots: ["/x"], pipelines: ["v"], limits, force: false, priority: 10 };
  batch = await openBatch(store, queues, rules);
});
afterAll(() => Promise.all([store.close(), queues.close()]));

/** Adds documents, each too large to share a job. */
async function add(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += batch.width)
    await Promise.all(
      Array.from({ length: Math.min(batch.width, to - at) }, (_, each) =>
        batch.perform({
          ...{ kind: "read", extension: ".txt", parseKey: "", readKey: "0123456789abcdef", force: false },
          ...{ bytes: 1_000_000, document: sha256(String(at + each)) },
        }),
      ),
    );
}

/** What is still held when all that nobody needs is collected, in bytes. */
function held(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** A document's id and job alone would be some thousand. */
const MOST_A_DOCUMENT = 300;

it("whoever adds documents, and takes them back, holds nothing of them: a million take the memory of some thousand", async () => {
  await add(0, 2_000);
  const before = held();
  await add(2_000, 10_000);
  expect((held() - before) / 8_000).toBeLessThan(MOST_A_DOCUMENT);
  await batch.shut();
  let taken = 0;
  await cancelBatch(store, queues, (await store.batch(batch.id))!, (count) => {
    taken = count;
  });
  expect(taken).toBe(10_000);
  expect((held() - before) / 10_000).toBeLessThan(MOST_A_DOCUMENT);
});
