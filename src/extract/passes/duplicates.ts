import { normaliseWording } from "../../records/ids.ts";
import { type Candidate, letGo } from "../candidate.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Two wordings share at least this part of their words (Jaccard index) where one is the other printed again. Under one label less will do. */
const SAME_WORDS = 0.75;
const SAME_LABEL = 0.4;

/**
 * A recommendation that is printed several times is one item, anchored where it stands in a list with its label (the last such place),
 * with its other places in `alsoAt`.
 */
export const mergeDuplicates: Pass = (candidates, context) => {
  const live = candidates
    .filter(({ letGo, kind }) => !letGo && kind === "recommendation")
    .map((candidate) => ({ candidate, words: wordsOf(candidate, context) }));
  const groups: (typeof live)[] = [];
  for (const each of live) {
    const group = groups.find((others) => others.some((other) => same(each, other)));
    if (group) group.push(each);
    else groups.push([each]);
  }
  const merged = new Map<Candidate, Candidate>();
  for (const group of groups) {
    if (group.length < 2) continue;
    const home = group
      .map(({ candidate }) => candidate)
      .reduce((best, next) => (rank(next) > rank(best) ? next : best));
    const others = group.map(({ candidate }) => candidate).filter((each) => each !== home);
    merged.set(home, { ...home, alsoAt: others.map(({ start, end }) => ({ start, end })) });
    for (const other of others)
      merged.set(other, letGo(other, "duplicates", "the same recommendation is printed elsewhere in the document"));
  }
  return candidates.map((candidate) => merged.get(candidate) ?? candidate);
};

type Worded = { candidate: Candidate; words: ReadonlySet<string> };

const wordsOf = ({ start, end }: Candidate, { document }: PassContext): ReadonlySet<string> =>
  new Set(normaliseWording(document.text.slice(start, end)).split(" "));

function same(a: Worded, b: Worded): boolean {
  if (a.candidate.restated !== b.candidate.restated) return false;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  const jaccard = shared / (a.words.size + b.words.size - shared);
  const label = a.candidate.label !== null && a.candidate.label === b.candidate.label;
  return jaccard >= (label ? SAME_LABEL : SAME_WORDS);
}

/** What is set out with a label is home; a label counts more than being set out. */
const rank = ({ label, features }: Candidate): number =>
  (label === null ? 0 : 2) + (features.includes("segment-statement") || features.includes("list-item") ? 1 : 0);
