import fc from "fast-check";
import { expect, it } from "vitest";
import type { Moves } from "../../src/link/align.ts";
import { marginalsOf } from "../../src/link/marginals.ts";

const score = fc.integer({ min: -24, max: 24 }).map((n) => n / 8);
const options = fc.uniqueArray(fc.tuple(fc.nat(3), score), { selector: ([item]) => item, maxLength: 3 });
const rows = fc.array(options, { minLength: 1, maxLength: 4 }).map((all) => all.map((each) => new Map(each)));
const anyMoves = fc.record({ following: score, ahead: score, back: score });

/** Every way through the sentences with its odds, one after the other. */
function* ways(candidates: readonly Map<number, number>[], stay: number, moves: Moves): Generator<[number[], number]> {
  const go = function* (path: number[], last: number, worth: number): Generator<[number[], number]> {
    if (path.length === candidates.length) return yield [path, Math.exp(worth)];
    yield* go([...path, -1], last, worth);
    for (const [item, gain] of candidates[path.length]!) {
      const move =
        last === -1
          ? 0
          : last === item
            ? path.at(-1) === item
              ? Math.max(0, stay)
              : 0
            : last > item
              ? moves.back
              : last === item - 1
                ? Math.max(moves.following, moves.ahead)
                : moves.ahead;
      yield* go([...path, item], item, worth + gain + move);
    }
  };
  yield* go([], -1, 0);
}

it("gives each answer the share of all ways through the sentences that have it", () => {
  fc.assert(
    fc.property(rows, score, anyMoves, (candidates, stay, moves) => {
      const all = [...ways(candidates, stay, moves)];
      const sum = all.reduce((total, [, odds]) => total + odds, 0);
      const found = marginalsOf({ candidates, staying: () => stay, moves });
      candidates.forEach((items, at) => {
        for (const item of items.keys()) {
          const those = all.reduce((total, [path, odds]) => total + (path[at] === item ? odds : 0), 0);
          expect(found[at]!.get(item)).toBeCloseTo(those / sum, 4);
        }
      });
    }),
  );
});

it("stays finite over many sentences with large odds", () => {
  const candidates = Array.from({ length: 3000 }, (_, at) => new Map([[at % 40, 30]]));
  const found = marginalsOf({ candidates, staying: () => 2, moves: { following: 3, ahead: -2, back: -9 } });
  for (const [at, items] of found.entries()) expect(items.get(at % 40)).toBeGreaterThan(0.9);
});
