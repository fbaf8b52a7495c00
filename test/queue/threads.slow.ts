import { afterAll, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/parse/parse.ts";
import { loadPipelines } from "../../src/pipeline/load.ts";
import type { ReadTask } from "../../src/pipeline/read-task.ts";
import { setupFor } from "../../src/pipeline/thread-setup.ts";
import { createThreads } from "../../src/queue/threads.ts";
import { letterText } from "../support/letters.ts";

const setup = setupFor(loadPipelines(["gla-correspondence"]), DEFAULT_LIMITS);
const open: { close(): Promise<void> }[] = [];
const threads = (limits: { seconds: number; heapMegabytes: number }) => {
  const made = createThreads(1, () => setup, limits);
  open.push(made);
  return made;
};
afterAll(() => Promise.all(open.map((each) => each.close())));

const task = (text: string): ReadTask => ({
  kind: "read",
  id: "0".repeat(64),
  extension: ".txt",
  bytes: Buffer.from(text),
  parsed: null,
});

/** Takes far longer than any limit here: sentences without end that all ask something. */
const ENDLESS = letterText(1).repeat(18_000);

it("reads a document", async () => {
  const result = await threads({ seconds: 60, heapMegabytes: 512 }).run(task(letterText(1)));
  expect(result).toMatchObject({ mediaType: "text/plain", pipeline: setup.pipelines[0]!.version });
});

it("ends what takes too long, says how to raise the limit, and goes on", async () => {
  const pool = threads({ seconds: 15, heapMegabytes: 4_096 });
  const result = await pool.run(task(ENDLESS));
  expect(result).toMatchObject({ failure: { stage: "parse", code: "timed-out" } });
  expect((result as { failure: { message: string } }).failure.message).toContain("--limit seconds=");
  expect(await pool.run(task(letterText(1)))).toMatchObject({ mediaType: "text/plain" });
});

it("ends what needs too much memory, says how to raise the limit, and goes on", async () => {
  const pool = threads({ seconds: 60, heapMegabytes: 160 });
  const result = await pool.run(task(`${"Will you write to us? ".repeat(500_000)}`));
  expect(result).toMatchObject({ failure: { code: "out-of-memory" } });
  expect((result as { failure: { message: string } }).failure.message).toContain("--limit heapMegabytes=");
  expect(await pool.run(task(letterText(1)))).toMatchObject({ mediaType: "text/plain" });
});

it("does not count the wait for a free thread against the limit", async () => {
  const pool = threads({ seconds: 20, heapMegabytes: 512 });
  const results = await Promise.all(Array.from({ length: 12 }, (_, at) => pool.run(task(letterText(at)))));
  expect(results.every((result) => !("failure" in result))).toBe(true);
});

it("drops the work in hand when it is interrupted", async () => {
  const controller = new AbortController();
  const running = threads({ seconds: 60, heapMegabytes: 512 }).run(task(ENDLESS), controller.signal);
  setTimeout(() => controller.abort(new Error("interrupted")), 500);
  await expect(running).rejects.toThrow("interrupted");
});

it("tells bytes that cannot be read by their code", async () => {
  const result = await threads({ seconds: 60, heapMegabytes: 512 }).run(task(""));
  expect(result).toMatchObject({ failure: { stage: "parse", code: "empty-file" } });
});
