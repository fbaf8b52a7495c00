import { expect, it } from "vitest";
import { withOpen } from "../../src/cli/with-open.ts";

/** Opens three things, of which the second may not close, does the work, and tells in which order they were closed. */
async function closedBy(work: () => Promise<string>, broken = false): Promise<{ closed: number[]; end: unknown }> {
  const closed: number[] = [];
  const end = await withOpen(async (keep) => {
    for (const one of [1, 2, 3])
      keep({
        async close() {
          closed.push(one);
          if (broken && one === 2) throw new Error("does not close");
        },
      });
    return work();
  }).catch((error: Error) => error.message);
  return { closed, end };
}

it("closes what was opened, the last first, when the work is done", async () => {
  expect(await closedBy(async () => "done")).toEqual({ closed: [3, 2, 1], end: "done" });
});

it("closes it when the work fails, and says why it did", async () => {
  expect(await closedBy(() => Promise.reject(new Error("no work")))).toEqual({ closed: [3, 2, 1], end: "no work" });
});

it("closes the others where one cannot be closed, and says so", async () => {
  expect(await closedBy(async () => "done", true)).toEqual({ closed: [3, 2, 1], end: "does not close" });
});
