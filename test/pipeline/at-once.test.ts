import { expect, it } from "vitest";
import { atOnce } from "../../src/pipeline/at-once.ts";

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

it("works on so many at a time and no more, and on all of them", async () => {
  let [now, most] = [0, 0];
  const done: number[] = [];
  await atOnce(3, Array(20).keys(), async (value) => {
    most = Math.max(most, ++now);
    await pause();
    now--;
    done.push(value);
  });
  expect(most).toBe(3);
  expect(done.toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
});

it("takes no more after a rejection, and throws it when those under way have ended", async () => {
  const begun: number[] = [];
  const work = async (value: number) => {
    begun.push(value);
    await pause();
    if (value === 2) throw new Error("the store is gone");
  };
  await expect(atOnce(2, Array(50).keys(), work)).rejects.toThrow("the store is gone");
  expect(begun.length).toBeLessThan(8);
});

it("takes no more once it is told to stop", async () => {
  const controller = new AbortController();
  const begun: number[] = [];
  const work = async (value: number) => {
    begun.push(value);
    if (value === 3) controller.abort();
  };
  await atOnce(1, Array(50).keys(), work, controller.signal);
  expect(begun).toEqual([0, 1, 2, 3]);
});
