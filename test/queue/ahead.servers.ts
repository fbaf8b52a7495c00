import { Worker } from "bullmq";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createAhead, NoTurn } from "../../src/queue/ahead.ts";
import { DOCUMENTS, openQueues, PREFIX, type Queues } from "../../src/queue/bullmq.ts";
import { countWorkers } from "../../src/queue/status.ts";
import { freshRedis } from "../support/databases.ts";

let queues: Queues;
let other: Worker;
let stopping: AbortController;
let held: number[];
beforeEach(async () => {
  const url = await freshRedis();
  queues = await openQueues(url);
  // nobody takes what waits
  await queues.documents.pause();
  other = new Worker(DOCUMENTS, async () => {}, {
    connection: { url, maxRetriesPerRequest: null } as never,
    prefix: PREFIX,
  });
  await expect.poll(() => countWorkers(queues)).toBe(1);
  stopping = new AbortController();
  held = [];
});
afterEach(async () => {
  stopping.abort();
  await other.close();
  await queues.close();
});

const wait = (key: string) => queues.documents.add("read", {}, { jobId: key, priority: 10 });
const ahead = () =>
  createAhead(queues, {
    threads: 1,
    workers: () => countWorkers(queues),
    takeUpTo: (jobs) => held.push(jobs),
    stopping: stopping.signal,
  });

it("holds a job while others wait, until the one at work has left its turn", async () => {
  await wait("a job for the other worker");
  const { turns } = ahead();
  const [first, second] = [turns(2), turns(1)];
  await first.turn.come();
  await expect.poll(() => held).toEqual([2]);
  let came = false;
  const coming = second.turn.come().then(() => {
    came = true;
  });
  first.turn.leave();
  await new Promise((resolve) => setImmediate(resolve));
  expect(came).toBe(false);
  first.turn.leave();
  await coming;
});

it("gives a job back that waits for its turn while another worker has nothing to do", async () => {
  const { turns } = ahead();
  const [first, second] = [turns(1), turns(1)];
  await first.turn.come();
  await expect(second.turn.come()).rejects.toThrow(NoTurn);
  expect(new Set(held)).toEqual(new Set([1]));
});

it("gives back at once what has not begun when the worker stops, and lets go on what has", async () => {
  await wait("a job for the other worker");
  const { turns } = ahead();
  const [first, second, third] = [turns(1), turns(1), turns(1)];
  stopping.abort();
  await first.turn.come();
  await expect(second.turn.come()).rejects.toThrow(NoTurn);
  await expect(third.turn.come()).rejects.toThrow(NoTurn);
});

it("passes on the turn of a job that ends before it has come to it", async () => {
  await wait("a job for the other worker");
  const { turns } = ahead();
  const [first, second, third] = [turns(1), turns(1), turns(1)];
  second.end();
  first.end();
  await third.turn.come();
  await second.turn.come();
});
