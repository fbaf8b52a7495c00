import type { Calibration } from "../evaluate/calibration.ts";
import { formatTable } from "./table.ts";

const figure = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

/** A reliability table with its errors under it, as lines. Rows without predictions are left out. */
export function calibrationTable(calibration: Calibration): string[] {
  const { table, count, expectedCalibrationError, brier, baseRateBrier } = calibration;
  const rows = table
    .filter((row) => row.count > 0)
    .map((row) => [
      `${row.from.toFixed(1)}–${row.to.toFixed(1)}`,
      String(row.count),
      figure(row.promised),
      figure(row.held),
    ]);
  const right = (heading: string) => ({ heading, right: true });
  return [
    ...formatTable([{ heading: "confidence" }, right("predictions"), right("promised"), right("held")], rows),
    `${count} predictions: expected calibration error ${figure(expectedCalibrationError)}, ` +
      `Brier score ${figure(brier)} (${figure(baseRateBrier)} for always saying the share that is right)`,
  ];
}
