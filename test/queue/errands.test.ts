import { expect, it } from "vitest";
import type { Task } from "../../src/pipeline/task.ts";
import { type Asked, createErrands } from "../../src/queue/errands.ts";

const read = (id: string, bytes = 1_000): Task => ({
  kind: "read",
  id,
  extension: ".txt",
  bytes: new Uint8Array(bytes),
  parsed: null,
});

/** To make a record of stored results that come to 1.2 MB. */
const publish = (id: string): Task => ({
  kind: "publish",
  asking: { parsed: new Uint8Array(1e6), extracted: new Uint8Array(2e5) },
  ...{ answering: [], link: true, inputs: [], bytes: 0, copyOf: null, names: [] },
  pipeline: { version: id, source: null },
});

const idsOf = (asked: readonly Asked[]) =>
  asked.map(({ task }) => (task.kind === "read" ? task.id : task.kind === "publish" ? task.pipeline.version : ""));

/** Errands to so many threads; each ends on its own turn and tells which tasks went with it. */
function sending(count: number) {
  const sent: string[][] = [];
  const errands = createErrands(count, async (asked) => {
    sent.push(idsOf(asked));
    for (const { task, resolve } of asked) resolve({ failure: { stage: "parse", code: task.kind, message: "" } });
  });
  return { sent, errands };
}

it.each([
  ["small tasks go together", 1, [read("a"), read("b"), read("c")], [["a", "b", "c"]]],
  ["no thread is left without work", 2, [read("a"), read("b"), read("c")], [["a", "b"], ["c"]]],
  ["a large one goes alone", 1, [read("a"), read("b", 1e6), read("c")], [["a"], ["b"], ["c"]]],
  [
    "records, which are sooner made than as much is read, go more together",
    1,
    [publish("a"), publish("b")],
    [["a", "b"]],
  ],
  ["no more go than are quickly done", 1, [read("a", 600_000), read("b", 600_000)], [["a"], ["b"]]],
])("%s", async (_, threads, tasks, expected) => {
  const { sent, errands } = sending(threads);
  await Promise.all(tasks.map((task) => errands.add(task)));
  expect(sent).toEqual(expected);
});

it("sends each alone that did not come through together", async () => {
  const sent: string[][] = [];
  const errands = createErrands(1, async (asked) => {
    sent.push(idsOf(asked));
    if (asked.length > 1) errands.again(asked);
    else asked[0]!.resolve({ failure: { stage: "parse", code: "done", message: "" } });
  });
  await Promise.all([read("a"), read("b")].map((task) => errands.add(task)));
  expect(sent).toEqual([["a", "b"], ["a"], ["b"]]);
});

it("does not let tasks go together of which some may be given back and others not", async () => {
  const { sent, errands } = sending(1);
  await Promise.all([errands.add(read("a"), new AbortController().signal), errands.add(read("b"))]);
  expect(sent).toEqual([["a"], ["b"]]);
});
