import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOn, blindVerdicts, cohensKappa, krippendorffsAlpha } from "../../src/records/agreement.ts";
import type { Decision, Verdict } from "../../src/records/decision.ts";

/** So many pairs of one kind. */
const times = (count: number, a: string, b: string): [string, string][] => Array.from({ length: count }, () => [a, b]);

/** Ratings as they are printed: a row for each person, "." for what is missing. */
const unitsOf = (rows: Record<string, string>) => {
  const persons = Object.entries(rows).map(([name, row]) => [name, row.split(" ")] as const);
  return persons[0]![1].map(
    (_, at) => new Map(persons.flatMap(([name, values]) => (values[at] === "." ? [] : [[name, values[at]!] as const]))),
  );
};

describe("Cohen's kappa", () => {
  it("is that of the 2 × 2 tables by which it is commonly taught", () => {
    const grants = [
      ...times(20, "yes", "yes"),
      ...times(5, "yes", "no"),
      ...times(10, "no", "yes"),
      ...times(15, "no", "no"),
    ];
    expect(cohensKappa(grants)).toBeCloseTo(0.4, 10);
    const same = [
      ...times(45, "yes", "yes"),
      ...times(15, "yes", "no"),
      ...times(25, "no", "yes"),
      ...times(15, "no", "no"),
    ];
    expect(cohensKappa(same)).toBeCloseTo(0.1304, 4);
    const other = [
      ...times(25, "yes", "yes"),
      ...times(35, "yes", "no"),
      ...times(5, "no", "yes"),
      ...times(35, "no", "no"),
    ];
    expect(cohensKappa(other)).toBeCloseTo(0.2593, 4);
  });

  it("is null where chance alone agrees on everything, and for nothing", () => {
    expect(cohensKappa(times(5, "yes", "yes"))).toBeNull();
    expect(cohensKappa([])).toBeNull();
  });

  it("does not depend on who is named first, and is never above 1", () => {
    const ratings = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c")));
    fc.assert(
      fc.property(ratings, (pairs) => {
        const kappa = cohensKappa(pairs);
        const turned = cohensKappa(pairs.map(([a, b]) => [b, a]));
        expect(kappa ?? 0).toBeCloseTo(turned ?? 0, 10);
        expect(kappa ?? 0).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe("Krippendorff's alpha", () => {
  it("is that of his examples: two persons and two values, four persons with values missing", () => {
    const binary = unitsOf({ Meg: "0 1 0 0 0 0 0 0 1 0", Owen: "1 1 1 0 0 1 0 0 0 0" });
    expect(krippendorffsAlpha(binary)).toBeCloseTo(0.095, 3);
    const four = unitsOf({
      A: "1 2 3 3 2 1 4 1 2 . . .",
      B: "1 2 3 3 2 2 4 1 2 5 . 3",
      C: ". 3 3 3 2 3 4 2 2 5 1 .",
      D: "1 2 3 3 2 4 4 1 2 5 1 .",
    });
    expect(krippendorffsAlpha(four)).toBeCloseTo(0.743, 3);
  });

  it("is 1 for full agreement, and null where there is nothing to disagree on", () => {
    expect(krippendorffsAlpha(unitsOf({ A: "1 2 1", B: "1 2 1" }))).toBe(1);
    expect(krippendorffsAlpha(unitsOf({ A: "1 1", B: "1 1" }))).toBeNull();
    expect(krippendorffsAlpha(unitsOf({ A: "1 .", B: ". 2" }))).toBeNull();
    expect(krippendorffsAlpha([])).toBeNull();
  });
});

it("agreement counts items that two judged, person by person", () => {
  const units = unitsOf({ Ada: "r r w .", Ben: "r w w r", Cat: ". . w ." });
  expect(agreementOn(units)).toMatchObject({
    ...{ items: 3, agreed: 2 },
    pairs: [
      { persons: ["Ada", "Ben"], items: 3, agreed: 2 },
      { persons: ["Ada", "Cat"], items: 1, agreed: 1, kappa: null },
      { persons: ["Ben", "Cat"], items: 1, agreed: 1, kappa: null },
    ],
  });
});

const entry = (id: number, by: string, verdict: Verdict, seen = 0): Decision => ({
  ...{ id, by, seen, act: { do: "verdict", verdict }, document: "d", item: "i" },
  ...{ key: crypto.randomUUID(), version: "0123456789abcdef", at: "2024-06-01T10:00:00.000Z" },
});

it("a verdict is blind when it is a person's first and no other had been seen", () => {
  const log = [
    entry(1, "Ada", "accepted"),
    entry(2, "Ben", "rejected"),
    entry(3, "Ada", "rejected", 2),
    entry(4, "Cat", "unsure", 2),
  ];
  expect(Object.fromEntries(blindVerdicts(log))).toEqual({ Ada: "accepted", Ben: "rejected" });
});
