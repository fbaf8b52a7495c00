import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/link/field.ts";
import type { Signals } from "../../src/link/signals.ts";
import type { Unit } from "../../src/link/unit.ts";
import type { AlignmentCase } from "../../src/train/alignment-cases.ts";
import { answersUnder, chancesUnder } from "../../src/train/alignment-path.ts";
import { ALIGNMENT, costOf, learnAlignment } from "../../src/train/learn-alignment.ts";
import { familiesOf, learntAlignment } from "../../src/train/learnt-alignment.ts";
import { askedOf } from "../support/make-asked.ts";

const WORDS = 10;

function sentence(index: number): Unit {
  const nothing = () => new Map<string, number>();
  const manner = { courtesy: false, echo: false, back: false, opens: false, goesOn: false, replies: false };
  return {
    ...{ index, start: 10 * index, end: 10 * index + 9, block: index, group: null, segment: 0, part: "p1", text: "" },
    ...{ depth: index, paragraph: index, terms: nothing, headingText: "", heading: nothing, topic: false },
    ...{ answers: new Set<string>(), point: null, echo: null, echoText: "", comeback: "" },
    manner: { ...manner, aside: false, elsewhere: false, pointer: false, verdicts: [] },
  };
}

/** A document of sentences, each with its signals for each item that it may answer, and the item that it does answer (−1: none). */
function toyCase(document: string, rows: readonly { signals: readonly Signals[]; right: number }[]): AlignmentCase {
  const items = Math.max(0, ...rows.map(({ signals }) => signals.length));
  const right = (unit: number, item: number) => rows[unit]!.right === item && item < rows[unit]!.signals.length;
  const field: Field = {
    asked: Array.from({ length: items }, (_, item) => askedOf(`i${item}`)),
    units: rows.map((_, index) => sentence(index)),
    reaches: { ofUnit: rows.map(() => new Map()), inReach: new Set(), restating: new Set(), standsFor: new Map() },
    options: rows.map(({ signals }) => signals.map((_, item) => item)),
    comings: new Map(),
    signals: (unit, item) => rows[unit]!.signals[item]!,
    staying: () => ({}),
  };
  const gold = field.asked.map(
    (_, item) => new Map(rows.flatMap((_, unit) => (right(unit, item) ? [[unit, WORDS] as const] : []))),
  );
  const wanted = gold.reduce((sum, words) => sum + WORDS * words.size, 0);
  return { document, field, gold, sizes: rows.map(() => WORDS), wanted };
}

/** Three asks answered one after the other: what says so is `told`, what misleads is `loud`. */
const separable = (document: string) =>
  toyCase(
    document,
    [0, 1, 2].map((right) => ({
      right,
      signals: [0, 1, 2].map((item) => ({ told: item === right ? 1 : 0, loud: item === 0 ? 1 : 0 })),
    })),
  );
const MISLED = { told: 0.1, loud: 1 };
const chosen = (one: AlignmentCase, weights: Record<string, number>) =>
  answersUnder(one, weights).map((units) => units.map(({ index }) => index));

const signal = fc.integer({ min: -2, max: 2 });
const anyCase = fc
  .array(
    fc.record({
      signals: fc.array(fc.record({ a: signal, b: signal }), { maxLength: 3 }),
      right: fc.integer({ min: -1, max: 2 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) => toyCase("d", rows));
const anyWeights = fc.record({ a: signal, b: signal, following: signal, ahead: signal, back: signal });

describe("learning an alignment", () => {
  it("finds weights under which everything is answered by what answers it, where there are such", () => {
    const cases = ["one", "two", "three"].map(separable);
    expect(chosen(cases[0]!, MISLED)).not.toEqual([[0], [1], [2]]);
    const learnt = learnAlignment(cases, MISLED, { ...ALIGNMENT, pull: 0.01 });
    expect(chosen(cases[0]!, learnt)).toEqual([[0], [1], [2]]);
    expect(learnt.told).toBeGreaterThan(MISLED.told);
  });

  it("never costs more than the weights that it started from", () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 3 }), anyWeights, (cases, given) => {
        const learnt = learnAlignment(cases, given, ALIGNMENT);
        expect(costOf(cases, learnt, given, ALIGNMENT)).toBeLessThanOrEqual(costOf(cases, given, given, ALIGNMENT));
      }),
    );
  });

  it("learns the same of the same cases, to the last digit", () => {
    fc.assert(
      fc.property(anyCase, anyWeights, (one, given) => {
        expect(JSON.stringify(learnAlignment([one], given, ALIGNMENT))).toBe(
          JSON.stringify(learnAlignment([one], given, ALIGNMENT)),
        );
      }),
    );
  });

  it("stays nearer to the given weights the more it costs to leave them", () => {
    const far = (pull: number) => {
      const learnt = learnAlignment([separable("one")], MISLED, { ...ALIGNMENT, pull });
      return Math.abs(learnt.told! - MISLED.told) + Math.abs(learnt.loud! - MISLED.loud);
    };
    expect(far(5)).toBeLessThan(far(0.01));
  });
});

describe("the chances of an alignment", () => {
  it("are of every sentence that is weighed against an item, right where the gold has most of its words", () => {
    const chances = chancesUnder(separable("one"), { told: 3, loud: 0 });
    expect(chances).toHaveLength(9);
    expect(chances.filter(({ right }) => right).map(({ confidence }) => confidence > 0.5)).toEqual([true, true, true]);
    expect(chances.filter(({ confidence }) => confidence > 0.5)).toHaveLength(3);
  });

  it("do not take for right what the gold has half of, or less", () => {
    const one = separable("one");
    const half = { ...one, gold: one.gold.map((words) => new Map([...words].map(([unit]) => [unit, WORDS / 2]))) };
    expect(chancesUnder(half, MISLED).some(({ right }) => right)).toBe(false);
  });

  it("sum to at most one for a sentence, whatever the weights", () => {
    fc.assert(
      fc.property(anyCase, anyWeights, (one, weights) => {
        const chances = chancesUnder(one, weights);
        const owners = one.field.options.flatMap((items, unit) => items.map(() => unit));
        const sums = one.sizes.map((_, unit) =>
          chances.reduce((sum, { confidence }, at) => sum + (owners[at] === unit ? confidence : 0), 0),
        );
        for (const sum of sums) expect(sum).toBeLessThanOrEqual(1 + 1e-9);
        for (const { confidence } of chances) expect(confidence).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("judging what was learnt of an alignment", () => {
  const names = ["one", "two", "three", "four", "five", "six"];
  const sorting = { folds: 3, familyOf: (name: string) => name, groupOf: (name: string) => name.slice(0, 1) };
  const weights = { given: MISLED, inForce: MISLED };

  it("counts the words of replies that are found in documents left out, group by group", () => {
    const { groups, share } = learntAlignment(names.map(separable), weights, sorting, { ...ALIGNMENT, pull: 0.01 });
    expect(share).toBeGreaterThan(0);
    expect(groups.map(({ group }) => group)).toEqual(["o", "t", "f", "s", "all"]);
    const all = groups.at(-1)!;
    expect(all.heldOut.f1!).toBeGreaterThan(all.given.f1!);
    expect(all.heldOut.gold).toBe(names.length * 3 * WORDS);
  });

  it("says how far the chances of sentences may be taken at their word, with what other documents teach", () => {
    const { chances } = learntAlignment(names.map(separable), weights, sorting, { ...ALIGNMENT, pull: 0.01 });
    expect(chances.heldOut.count).toBe(names.length * 9);
    expect(chances.heldOut.brier!).toBeLessThan(chances.given.brier!);
  });

  it("keeps the given weights where nothing that was learnt does better on documents left out", () => {
    const right = { given: { told: 2, loud: -3 }, inForce: MISLED };
    const { shifts, share } = learntAlignment(names.map(separable), right, sorting, ALIGNMENT);
    expect(share).toBe(0);
    expect(Object.values(shifts).every((shift) => shift === 0)).toBe(true);
  });

  it("takes documents that the gold ties to one another for one family, over any number of steps", () => {
    const tied = (ask: string, reply: string) => ({
      ask: { doc: `${ask}.md`, item: "i1" },
      reply: { doc: `${reply}.pdf`, replies: [] },
      outcome: "answered" as const,
      alsoRight: [],
    });
    const familyOf = familiesOf({ byName: new Map(), pairs: [tied("b", "c"), tied("a", "c"), tied("d", "e")] });
    expect(["a", "b", "c"].map(familyOf)).toEqual(["a", "a", "a"]);
    expect(familyOf("e")).toBe(familyOf("d"));
    expect(familyOf("f")).toBe("f");
  });
});
