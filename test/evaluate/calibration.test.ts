import fc from "fast-check";
import { expect, it } from "vitest";
import { calibrate, pool } from "../../src/evaluate/calibration.ts";

const predictions = fc.array(
  fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
);

it("puts each prediction in one row of the table", () => {
  fc.assert(
    fc.property(predictions, (list) => {
      const { table, count } = calibrate(list);
      expect(table.reduce((sum, row) => sum + row.count, 0)).toBe(count);
    }),
  );
});

it("errs by nothing where confidence is certainty and right, by everything where it is wrong", () => {
  const certain = (right: boolean) =>
    calibrate([
      { confidence: 1, right },
      { confidence: 1, right },
    ]);
  expect(certain(true)).toMatchObject({ expectedCalibrationError: 0, brier: 0 });
  expect(certain(false)).toMatchObject({ expectedCalibrationError: 1, brier: 1 });
});

it("weighs the rows by their counts", () => {
  const four = [
    { confidence: 0.75, right: true },
    { confidence: 0.75, right: true },
    { confidence: 0.75, right: true },
    { confidence: 0.75, right: false },
  ];
  const { expectedCalibrationError, brier, baseRateBrier, table } = calibrate([
    ...four,
    { confidence: 0.25, right: true },
  ]);
  expect(table[7]).toEqual({ from: 0.7, to: 0.8, count: 4, promised: 0.75, held: 0.75 });
  expect(expectedCalibrationError).toBeCloseTo(0.15);
  expect(brier).toBeCloseTo((3 * 0.0625 + 0.5625 + 0.5625) / 5);
  expect(baseRateBrier).toBeCloseTo(0.16);
});

it("says nothing of no predictions", () => {
  expect(calibrate([])).toMatchObject({ count: 0, expectedCalibrationError: null, brier: null });
});

it("is the same for all predictions at once and pooled from parts of them", () => {
  fc.assert(
    fc.property(predictions, predictions, (some, others) => {
      const [pooled, whole] = [pool([calibrate(some), calibrate(others)]), calibrate([...some, ...others])];
      expect(pooled.count).toBe(whole.count);
      for (const figure of ["expectedCalibrationError", "brier", "baseRateBrier"] as const)
        expect(pooled[figure]).toBeCloseTo(whole[figure]!);
    }),
  );
});
