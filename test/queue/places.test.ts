import fc from "fast-check";
import { expect, it } from "vitest";
import { createPlaces } from "../../src/queue/places.ts";

const NEVER = new AbortController().signal;
const aborted = () => AbortSignal.abort();

it("never gives more places than there are, and gives everyone one in turn", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(3), { maxLength: 30 }), async (count, stays) => {
      const places = createPlaces(count);
      let inside = 0;
      const came: number[] = [];
      await Promise.all(
        stays.map(async (ticks, at) => {
          const leave = await places.take(NEVER);
          came.push(at);
          expect(++inside).toBeLessThanOrEqual(count);
          for (let tick = 0; tick < ticks; tick++) await new Promise((resolve) => setImmediate(resolve));
          inside--;
          leave!();
          leave!();
        }),
      );
      expect(came).toEqual(stays.map((_, at) => at));
    }),
    { numRuns: 200 },
  );
});

it("gives none to whoever has waited enough, and that place to the next", async () => {
  const places = createPlaces(1);
  const leave = await places.take(aborted());
  const patience = new AbortController();
  const [impatient, patient] = [places.take(patience.signal), places.take(NEVER)];
  patience.abort();
  expect(await impatient).toBeNull();
  expect(await places.take(aborted())).toBeNull();
  leave!();
  expect(await patient).not.toBeNull();
});
