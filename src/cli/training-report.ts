import type { Learnt } from "../train/learnt.ts";
import type { LearntAlignment } from "../train/learnt-alignment.ts";
import type { Shifts } from "../train/logistic.ts";
import type { Training } from "../train/train.ts";
import type { Change, ReviewTraining } from "../train/train-from-reviews.ts";
import { calibrationTable } from "./calibration-table.ts";
import { formatTable } from "./table.ts";

/** So many of the largest shifts are shown. */
const MOST_SHIFTS = 15;
/** So many items that would come or go. */
const MOST_CHANGES = 20;

const figure = (value: number | null): string => (value === null ? "–" : value.toFixed(3));
const right = (heading: string) => ({ heading, right: true });

/** What training found, as lines for a person: kind by kind, then whole extraction before and after. */
export function trainingReport(training: Training): string[] {
  return [
    ...[...training.kinds, ...(training.links ? [training.links] : [])].flatMap((each) => ["", ...learntReport(each)]),
    ...(training.alignment ? ["", ...alignmentReport(training.alignment)] : []),
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
        ...[given.p, given.r, given.f1, heldOut.p, heldOut.r, heldOut.f1].map(figure),
      ]),
    ),
  ];
}

/** Words of replies that are found, group by group, and how far the weights go towards what was learnt. */
function alignmentReport({ cases, documents, share, shares, groups, shifts, chances }: LearntAlignment): string[] {
  return [
    `# alignment: ${cases} pairs of a document that asks and one that answers, ${documents} documents`,
    "",
    "Words of replies, F1: with the weights that people gave, with those in force (learnt before, perhaps from these documents), and with what",
    "other documents teach",
    ...formatTable(
      [{ heading: "documents of" }, ...["words", "given", "in force", "learnt", "gain"].map(right)],
      groups.map(({ group, given, inForce, heldOut }) => [
        group,
        String(given.gold),
        ...[given.f1, inForce.f1, heldOut.f1].map(figure),
        gainOf(given.f1, heldOut.f1),
      ]),
    ),
    "",
    "Learnt from other documents, by the share of the way that the weights go from the given ones to those learnt",
    ...formatTable(
      [right("share"), ...["precision", "recall", "F1"].map(right)],
      shares.map(({ share: of, p, r, f1 }) => [of.toFixed(2), ...[p, r, f1].map(figure)]),
    ),
    share > 0 ? `Share taken: ${share}` : "Nothing that was learnt does better than the given weights: they stay.",
    "",
    "How likely each sentence that is weighed answers an item, as other documents teach:",
    ...calibrationTable(chances.heldOut),
    "",
    ...largestShifts(shifts),
  ];
}

const gainOf = (before: number | null, after: number | null): string => {
  const gain = (after ?? 0) - (before ?? 0);
  return `${gain < 0 ? "" : "+"}${gain.toFixed(3)}`;
};

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
      ...[given.p, given.r, heldOut.p, heldOut.r].map(figure),
    ]),
  );

const thresholdTable = ({ thresholds }: Learnt): string[] =>
  formatTable(
    [right("threshold"), ...["precision", "recall", "F1"].map(right)],
    thresholds.map(({ threshold, p, r, f1 }) => [threshold.toFixed(1), ...[p, r, f1].map(figure)]),
  );

const shiftTable = ({ shifts, unsupported }: Learnt): string[] => [
  ...largestShifts(shifts),
  `Without support: ${unsupported.join(", ") || "none"}`,
];

function largestShifts(shifts: Shifts): string[] {
  const largest = Object.entries(shifts)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_SHIFTS);
  return formatTable(
    [{ heading: "feature" }, right("shift")],
    largest.map(([name, shift]) => [name, shift.toFixed(2)]),
  );
}
