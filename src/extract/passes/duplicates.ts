import { byStart } from "../../document/span.ts";
import { normaliseWording } from "../../records/ids.ts";
import { type Candidate, letGo } from "../candidate.ts";
import { stretchesOf } from "../reading.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Two wordings that share this part of all their words (Jaccard index) are one, printed twice. */
const SAME = 0.75;
/** Under the same label, or where one is an entry of a list and the other is not, it is enough that this part of the shorter's telling words is in the longer. */
const WITHIN = 0.65;
/** A word tells something from this length on; shorter ones are mostly grammar. */
const TELLING = 5;
/** Fewer telling words than this are no ground to call two wordings one. */
const FEWEST = 4;

/** So many statements in a row are a list, in which one that stands alone elsewhere under the same label is printed again, in whatever words. */
const LIST = 3;

/** The segments of statements that stand in a row: a list of recommendations is a long one. */
type Row = readonly number[];

type Worded = { candidate: Candidate; words: ReadonlySet<string>; telling: ReadonlySet<string>; row: Row };

/**
 * A recommendation that is printed several times, word for word or reworded, is one item: anchored in the list of recommendations,
 * with its other places in `alsoAt`. Two entries of one list are never the same, however alike they are.
 */
export const mergeDuplicates: Pass = (candidates, context) => {
  const live = candidates.filter(({ letGo, kind }) => !letGo && kind === "recommendation");
  const rows = statementRows(context);
  const groups: Worded[][] = [];
  for (const each of live.map((candidate) => worded(candidate, rows, context)).sort(byHome)) {
    const home = groups.find(([first]) => same(first!, each));
    if (home) home.push(each);
    else groups.push([each]);
  }
  const merged = new Map<Candidate, Candidate>();
  for (const [home, ...others] of groups) {
    if (others.length === 0) continue;
    const alsoAt = others.map(({ candidate: { start, end } }) => ({ start, end })).sort(byStart);
    merged.set(home!.candidate, { ...home!.candidate, alsoAt });
    for (const { candidate } of others)
      merged.set(candidate, letGo(candidate, "duplicates", "the same recommendation is printed in a list"));
  }
  return candidates.map((candidate) => merged.get(candidate) ?? candidate);
};

/** For each segment the row that it stands in, headings aside; an empty one for what is no statement. */
function statementRows({ document, structure }: PassContext): Row[] {
  let row: number[] = [];
  return structure.segments.map(({ kind, part }, at) => {
    if (kind !== "statement" && stretchesOf(document, structure, at).length === 0) return [];
    if (kind !== "statement" || structure.segments[row[0] ?? at]!.part !== part) row = [];
    if (kind !== "statement") return [];
    row.push(at);
    return row;
  });
}

function worded(candidate: Candidate, rows: readonly Row[], { document }: PassContext): Worded {
  const words = normaliseWording(document.text.slice(candidate.start, candidate.end)).split(" ");
  const telling = words.filter((word) => word.length >= TELLING);
  return { candidate, words: new Set(words), telling: new Set(telling), row: rows[candidate.sentences[0]!.segment]! };
}

/** Where a recommendation is at home: in the longest list, with a label, then where it says most, then where it stands last. */
const byHome = (a: Worded, b: Worded): number =>
  b.row.length - a.row.length ||
  labels(b) - labels(a) ||
  b.words.size - a.words.size ||
  b.candidate.start - a.candidate.start;
const labels = ({ candidate }: Worded): number => Number(candidate.label !== null);

function same(home: Worded, other: Worded): boolean {
  if (home.candidate.restated !== other.candidate.restated) return false;
  const labelled = home.candidate.label !== null && home.candidate.label === other.candidate.label;
  if (!labelled && home.row.length > 0 && other.row === home.row) return false;
  if (labelled && home.row.length >= LIST && other.row.length === 1) return true;
  const common = shared(home.words, other.words);
  if (common / (home.words.size + other.words.size - common) >= SAME) return true;
  const listed = home.row.length > 1 && other.row.length < home.row.length;
  const shorter = Math.min(home.telling.size, other.telling.size);
  return (labelled || listed) && shorter >= FEWEST && shared(home.telling, other.telling) / shorter >= WITHIN;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
};
