import fc from "fast-check";
import { expect, it } from "vitest";
import { createRoom } from "../../src/queue/room.ts";

it("never has anyone inside beside one who is alone, and serves everyone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(3)), { minLength: 1, maxLength: 30 }), async (visitors) => {
      const room = createRoom();
      let inside = 0;
      let aloneInside = false;
      let served = 0;
      const visit = (alone: boolean, ticks: number) => async () => {
        expect(aloneInside).toBe(false);
        if (alone) expect(inside).toBe(0);
        inside++;
        aloneInside = alone;
        for (let tick = 0; tick < ticks; tick++) await new Promise((resolve) => setImmediate(resolve));
        aloneInside = false;
        inside--;
        served++;
        if (ticks === 3) throw new Error("left in anger");
      };
      const visits = visitors.map(([alone, ticks]) => room[alone ? "alone" : "together"](visit(alone, ticks)));
      for (const [at, visited] of (await Promise.allSettled(visits)).entries())
        expect(visited.status).toBe(visitors[at]![1] === 3 ? "rejected" : "fulfilled");
      expect(served).toBe(visitors.length);
    }),
    { numRuns: 200 },
  );
});

it("lets many work together", async () => {
  const room = createRoom();
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all([1, 2, 3, 4].map(() => room.together(work)));
  expect(most).toBe(4);
});
