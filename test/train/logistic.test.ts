import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogistic, logistic, logOdds, type Row } from "../../src/train/logistic.ts";

/** For each mix of features as many rows right, in a hundred, as the planted weights promise. */
function planted(weights: Readonly<Record<string, number>>): Row[] {
  const names = Object.keys(weights);
  return Array.from({ length: 2 ** names.length }, (_, mix) =>
    Object.fromEntries(names.flatMap((name, at) => (mix & (1 << at) ? [[name, 1]] : []))),
  ).flatMap((features) => {
    const p = logistic(logOdds({ features, offset: 0 }, weights));
    return [true, false].map((right) => ({ features, offset: 0, right, weight: 100 * (right ? p : 1 - p) }));
  });
}

const weight = fc.double({ min: -3, max: 3, noNaN: true });

describe("learning", () => {
  it("finds the weights that rows were made with", () => {
    fc.assert(
      fc.property(fc.record({ bias: weight, quoted: weight, modal: weight }), (weights) => {
        const found = fitLogistic(planted(weights), Object.keys(weights), 1e-6);
        for (const [name, value] of Object.entries(weights)) expect(found[name]).toBeCloseTo(value, 2);
      }),
      { numRuns: 25 },
    );
  });

  it("gives the same shifts for the same rows", () => {
    const rows = planted({ bias: -1, modal: 2, listed: 0.5 });
    expect(fitLogistic(rows, ["bias", "listed", "modal"], 2)).toEqual(
      fitLogistic(rows, ["bias", "listed", "modal"], 2),
    );
  });

  it("learns nothing of what rows know already", () => {
    const weights = { bias: -1, modal: 2 };
    const rows = planted(weights).map((row) => ({ ...row, offset: logOdds({ ...row, offset: 0 }, weights) }));
    for (const shift of Object.values(fitLogistic(rows, ["bias", "modal"], 1))) expect(shift).toBeCloseTo(0);
  });

  it("moves less the more a shift costs", () => {
    const rows = planted({ bias: 2 });
    const [cheap, dear] = [1, 100].map((penalty) => fitLogistic(rows, ["bias"], penalty).bias!);
    expect(dear).toBeGreaterThan(0);
    expect(dear).toBeLessThan(cheap!);
  });

  it("stays finite where a feature parts right from wrong without exception", () => {
    const rows = [true, false].map(
      (right): Row => ({ features: right ? { modal: 1 } : {}, offset: 0, right, weight: 1 }),
    );
    expect(fitLogistic(rows, ["modal"], 0.01).modal).toBeLessThan(20);
  });
});
