import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Calibration, pool } from "../src/evaluate/calibration.ts";
import type { Scores } from "../src/evaluate/counts.ts";
import type { Training } from "../src/train/train.ts";

/** The scores of batches at their first run, by name. */
export function firstRuns(dir: string): { name: string; scores: Scores }[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => {
      const { batch, scores } = JSON.parse(readFileSync(join(dir, name), "utf8")) as { batch: string; scores: Scores };
      return { name: batch, scores };
    });
}

const percent = (value: number | null): string => (value === null ? "" : (100 * value).toFixed(1));
const figure = (value: number | null): string => (value === null ? "" : value.toFixed(3));
const table = (rows: readonly (readonly string[])[]): string => rows.map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Items found with the weights that people gave and with those learnt from other documents, as Markdown. */
export function heldOutSection({ documents, items }: Training): string[] {
  return [
    "## Cross-validated by document",
    `\`answerable train\`, ${documents} documents in ten folds: items found with the weights that people gave, and with weights learnt from the other
nine folds. The given weights have seen all these documents, the learnt ones have not seen the fold that they are judged on. Given weights decide
what is an item; learnt ones say how sure it is.`,
    table([
      ["", "given: precision", "recall", "F1", "learnt: precision", "recall", "F1"],
      ["---", ...Array.from({ length: 6 }, () => "--:")],
      ...items.map(({ kind, given, heldOut }) => [
        `${kind}s`,
        ...[given.p, given.r, given.f1, heldOut.p, heldOut.r, heldOut.f1].map(percent),
      ]),
    ]),
  ];
}

/** How far confidences may be taken at their word, held out, as Markdown. */
export function calibrationSection({ kinds, links, alignment }: Training): string[] {
  const sections: [string, Calibration][] = [
    ["Candidates of items", pool(kinds.map(({ heldOut }) => heldOut))],
    ...kinds.map(({ name, heldOut }): [string, Calibration] => [`of them ${name}s`, heldOut]),
    ...(alignment ? [["Candidates of links", alignment.chances.heldOut] as [string, Calibration]] : []),
    ...(links ? [["Links as made", links.heldOut] as [string, Calibration]] : []),
  ];
  return [
    "## Calibration",
    `Of the same folds. A prediction for every candidate of an item that is weighed, kept or not; for every sentence that is weighed against an item of
the gold, chosen or not; and for every link and "unanswered" that was made and that the gold can judge. Brier scores beside those of always saying the
share that is right.`,
    table([
      ["", "predictions", "expected calibration error", "Brier score", "of the base rate", "better by"],
      ["---", "--:", "--:", "--:", "--:", "--:"],
      ...sections.map(([name, each]) => [
        name,
        String(each.count),
        ...[each.expectedCalibrationError, each.brier, each.baseRateBrier].map(figure),
        `${percent(1 - each.brier! / each.baseRateBrier!)} %`,
      ]),
    ]),
    ...sections
      .filter(([name]) => !name.startsWith("of them"))
      .flatMap(([name, each]) => [`${name}:`, reliability(each)]),
  ];
}

const reliability = (calibration: Calibration): string =>
  table([
    ["confidence", "predictions", "promised", "held"],
    ["---", "--:", "--:", "--:"],
    ...calibration.table.map((row) => [
      `${row.from.toFixed(1)}–${row.to.toFixed(1)}`,
      String(row.count),
      figure(row.promised),
      figure(row.held),
    ]),
  ]);
