import type { Learnt } from "../train/learnt.ts";
import type { Training } from "../train/train.ts";
import type { Change, ReviewTraining } from "../train/train-from-reviews.ts";
import { calibrationTable } from "./calibration-table.ts";
import { formatTable } from "./table.ts";

/** So many of the largest shifts are shown. */
const MOST_SHIFTS = 15;
/** So many items that would come or go. */
const MOST_CHANGES = 20;

const share = (value: number | null): string => (value === null ? "–" : value.toFixed(3));
const right = (heading: string) => ({ heading, right: true });

/** What training found, as lines for a person: kind by kind, then whole extraction before and after. */
export function trainingReport(training: Training): string[] {
  return [
    ...[...training.kinds, ...(training.links ? [training.links] : [])].flatMap((each) => ["", ...learntReport(each)]),
    ...(training.items.length > 0 ? ["", ...wholeDocuments(training.items)] : []),
  ];
}

/** What would be found and let go in the documents of the store, if what reviewers teach decided. */
export function changesReport({ found, letGo }: ReviewTraining): string[] {
  return [
    ...["", "If these weights decided what is an item (they set confidences; `learntDecides` lets them decide):"],
    ...someOf(`${found.length} more would be found`, found),
    ...someOf(`${letGo.length} would be let go`, letGo),
  ];
}

const someOf = (heading: string, changes: readonly Change[]): string[] => [
  `${heading}${changes.length > 0 ? ":" : ""}`,
  ...changes
    .slice(0, MOST_CHANGES)
    .map(({ document, kind, words }) => `  ${kind}  ${document}: ${words.slice(0, 100)}`),
  ...(changes.length > MOST_CHANGES ? [`  … and ${changes.length - MOST_CHANGES} more (--json lists all)`] : []),
];

function wholeDocuments(items: Training["items"]): string[] {
  return [
    "Items found in whole documents: with the weights that people gave, and with those that other documents teach",
    ...formatTable(
      [{ heading: "kind" }, ...["precision", "recall", "F1", "precision", "recall", "F1"].map(right)],
      items.map(({ kind, given, heldOut }) => [
        kind,
        ...[given.p, given.r, given.f1, heldOut.p, heldOut.r, heldOut.f1].map(share),
      ]),
    ),
  ];
}

function learntReport(learnt: Learnt): string[] {
  const { name, cases, positives, documents, given, heldOut } = learnt;
  return [
    `# ${name}: ${cases} cases in ${documents} documents, ${positives} of them right`,
    "",
    "Given weights:",
    ...calibrationTable(given),
    "",
    "Learnt from other documents:",
    ...calibrationTable(heldOut),
    "",
    ...foldTable(learnt),
    "",
    ...thresholdTable(learnt),
    "",
    ...shiftTable(learnt),
  ];
}

const foldTable = ({ folds }: Learnt): string[] =>
  formatTable(
    [right("fold"), right("of"), ...["given: precision", "recall", "learnt: precision", "recall"].map(right)],
    folds.map(({ fold, given, heldOut }) => [
      String(fold + 1),
      String(given.gold),
      ...[given.p, given.r, heldOut.p, heldOut.r].map(share),
    ]),
  );

const thresholdTable = ({ thresholds }: Learnt): string[] =>
  formatTable(
    [right("threshold"), ...["precision", "recall", "F1"].map(right)],
    thresholds.map(({ threshold, p, r, f1 }) => [threshold.toFixed(1), ...[p, r, f1].map(share)]),
  );

function shiftTable({ shifts, unsupported }: Learnt): string[] {
  const largest = Object.entries(shifts)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_SHIFTS);
  return [
    ...formatTable(
      [{ heading: "feature" }, right("shift")],
      largest.map(([name, shift]) => [name, shift.toFixed(2)]),
    ),
    `Without support: ${unsupported.join(", ") || "none"}`,
  ];
}
