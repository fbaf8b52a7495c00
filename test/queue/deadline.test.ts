import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { createDeadline } from "../../src/queue/deadline.ts";

it("passes when its seconds are over", async () => {
  const deadline = createDeadline(0.02);
  await wait(60);
  expect([deadline.passed(), deadline.signal.aborted]).toEqual([true, true]);
});

it("moves when pages turn out to be pictures, and not once it has passed", async () => {
  const extended = createDeadline(0.02);
  const late = createDeadline(0.02);
  extended.extend(1);
  await wait(60);
  late.extend(1);
  expect([extended.passed(), late.passed()]).toEqual([false, true]);
  extended.end();
});
