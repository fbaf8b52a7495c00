/** A confidence, 0 to 1, and whether what it was given to (the id of the item or link) proved right. */
export type Prediction = { id?: string; confidence: number; right: boolean };

/** One row of a reliability table: of `count` predictions with a confidence in [from, to), what was promised and what held. */
export type ReliabilityRow = {
  from: number;
  to: number;
  count: number;
  /** Mean confidence; null where there was none. */
  promised: number | null;
  /** Share that was right; null where there was none. */
  held: number | null;
};

/** How far confidences may be taken at their word. */
export type Calibration = {
  table: ReliabilityRow[];
  count: number;
  /** Mean distance between promised and held over the rows, weighted by their counts (Naeini, Cooper and Hauskrecht 2015); null for none. */
  expectedCalibrationError: number | null;
  /** Mean squared distance between confidence and truth (Brier 1950); null for none. */
  brier: number | null;
  /** The Brier score of always saying the share that was right. */
  baseRateBrier: number | null;
};

/** The calibration of some predictions, in rows of equal width. The last row holds a confidence of 1. */
export function calibrate(predictions: readonly Prediction[], rows = 10): Calibration {
  const table = Array.from({ length: rows }, (_, row) => reliability(predictions, row, rows));
  const count = predictions.length;
  if (count === 0) return { table, count, expectedCalibrationError: null, brier: null, baseRateBrier: null };
  const base = mean(predictions.map(truth));
  return {
    table,
    count,
    expectedCalibrationError: table.reduce((sum, row) => sum + (row.count / count) * distance(row), 0),
    brier: mean(predictions.map((each) => (each.confidence - truth(each)) ** 2)),
    baseRateBrier: base * (1 - base),
  };
}

/** The calibration of all predictions of several calibrations with the same rows together. Throws where there is none. */
export function pool(calibrations: readonly Calibration[]): Calibration {
  const count = calibrations.reduce((sum, each) => sum + each.count, 0);
  const table = calibrations[0]!.table.map((row, at) =>
    pooledRow(
      row,
      calibrations.map((each) => each.table[at]!),
    ),
  );
  if (count === 0) return { ...calibrations[0]!, table, count };
  const base = table.reduce((sum, row) => sum + row.count * (row.held ?? 0), 0) / count;
  return {
    table,
    count,
    expectedCalibrationError: table.reduce((sum, row) => sum + (row.count / count) * distance(row), 0),
    brier: calibrations.reduce((sum, each) => sum + each.count * (each.brier ?? 0), 0) / count,
    baseRateBrier: base * (1 - base),
  };
}

function pooledRow({ from, to }: ReliabilityRow, rows: readonly ReliabilityRow[]): ReliabilityRow {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const share = (of: "promised" | "held") =>
    count === 0 ? null : rows.reduce((sum, row) => sum + row.count * (row[of] ?? 0), 0) / count;
  return { from, to, count, promised: share("promised"), held: share("held") };
}

const truth = ({ right }: Prediction): number => (right ? 1 : 0);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const distance = ({ promised, held }: ReliabilityRow): number =>
  promised === null || held === null ? 0 : Math.abs(promised - held);

function reliability(predictions: readonly Prediction[], row: number, rows: number): ReliabilityRow {
  const here = predictions.filter(({ confidence }) => Math.min(rows - 1, Math.floor(confidence * rows)) === row);
  const bounds = { from: row / rows, to: (row + 1) / rows, count: here.length };
  if (here.length === 0) return { ...bounds, promised: null, held: null };
  return { ...bounds, promised: mean(here.map(({ confidence }) => confidence)), held: mean(here.map(truth)) };
}
