import { expect, it } from "vitest";
import type { Steps } from "../../src/link/steps.ts";
import { inSlices } from "../../src/queue/in-slices.ts";

it("does all steps of long work, and lets others have their turns between them", async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  let steps = 0;
  function* untilOthersCame(): Steps<string> {
    for (; turns < 3; steps++) yield;
    return "all done";
  }
  expect(await inSlices(untilOthersCame())).toBe("all done");
  clearInterval(others);
  expect(steps).toBeGreaterThan(3);
});

it("throws what the work throws", async () => {
  // biome-ignore lint/correctness/useYield: fails before its first step
  function* failing(): Steps<never> {
    throw new Error("broken");
  }
  await expect(inSlices(failing())).rejects.toThrow("broken");
});
