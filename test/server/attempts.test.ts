import { afterEach, beforeEach, expect, it } from "vitest";
import { createAttempted } from "../../src/server/attempts.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";

const MINUTE = 60_000;
let store: Store;
let time: number;
beforeEach(async () => {
  store = await openSqliteStore(":memory:");
  time = Date.parse("2026-06-01T10:00:00Z");
});
afterEach(() => store.close());

const process = () => createAttempted(store.attempts, () => new Date(time), { ofOne: 3, ofAddress: 5, onName: 4 });
const wrong = async () => null;
const right = async () => "in";

it("counts wrong attempts in all processes over one store, and says how long to wait", async () => {
  const [one, other] = [process(), process()];
  for (const attempted of [one, other, one]) expect(await attempted("Ada", "here", wrong)).toBeNull();
  await expect(other("ada", "here", right)).rejects.toMatchObject({ status: 429, after: 15 * 60 });
  time += 14 * MINUTE;
  await expect(one("Ada", "here", right)).rejects.toMatchObject({ status: 429, after: 60 });
  time += 2 * MINUTE;
  expect(await one("Ada", "here", right)).toBe("in");
});

it("forgets a person's own mistakes when they are right, and those of others not", async () => {
  const attempted = process();
  for (let count = 0; count < 2; count++) await attempted("Ada", "here", wrong);
  expect(await attempted("Ada", "here", right)).toBe("in");
  await attempted("Ada", "here", wrong);
  expect(await attempted("Ada", "here", right)).toBe("in");
  await attempted("Ada", "elsewhere", wrong);
  await expect(attempted("Ada", "elsewhere", right)).rejects.toMatchObject({ status: 429 });
});

type From = (count: number) => [name: string, address: string];

it.each<[who: string, from: From, most: number]>([
  ["one address at many names", (count) => [`Name ${count}`, "here"], 5],
  ["many addresses at one name", (count) => ["Ada", `address ${count}`], 4],
])("makes %s wait", async (_, from, most) => {
  const attempted = process();
  for (let count = 0; count < most; count++) await attempted(...from(count), wrong);
  await expect(attempted(...from(most), right)).rejects.toMatchObject({ status: 429 });
});

it("lets no more of many at once through than of one after another", async () => {
  let tried = 0;
  const guess = () =>
    process()("Ada", "here", async () => {
      tried++;
      return null;
    });
  await Promise.allSettled(Array.from({ length: 20 }, guess));
  expect(tried).toBeLessThanOrEqual(3);
});
