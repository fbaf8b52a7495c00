import { type Manner, mannerOf } from "./cues.ts";
import { bareLabel, labelsNamed } from "./numbered.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";

/** Where one verdict of a sentence ends and the next begins: "We accept recommendations 1 to 3 | but not 4". */
const NEXT_VERDICT =
  /[;,]?\s+(?:but|while|whereas|though|although)\s+|;\s+|,\s+and\s+|(?:,|\s+and)\s+(?=(?:we|it|they|he|she|partially|partly|rejects?|declines?|do(?:es)? not|not|accepts?|agrees?|supports?|notes?|will|cannot)\b)/i;
/** A number that stands for a recommendation once another was named: "not 4", "rejects 5 and 6". */
const BARE =
  /\b(?:not|accepts?|rejects?|declines?|supports?|notes?|agrees? (?:to|with))\s+(\d+(?:\s*(?:,|and|to|–|-)\s*\d+)*)/i;

/**
 * How the sentences of a reply are meant for one numbered item of several that are answered together: of a sentence that gives verdicts on
 * several numbers, the clause that names the item's own; sentences on other numbers are left out where one names its own.
 */
export function mannersFor(label: string | null, units: readonly Unit[], rules: LinkRules): Manner[] {
  if (label === null) return units.map((unit) => unit.manner);
  const own = bareLabel(label);
  const clauses = units.map((unit) => clausesOf(unit.text));
  const named = clauses.some((each) => each.some(({ labels }) => labels.has(own)));
  return units.flatMap((unit, at) => {
    const naming = clauses[at]!.filter(({ labels }) => labels.size > 0);
    const mine = naming.filter(({ labels }) => labels.has(own));
    if (!named || naming.length === 0) return [unit.manner];
    if (mine.length === 0) return [];
    return mine.length === naming.length ? [unit.manner] : mine.map(({ words }) => mannerOf(words, rules));
  });
}

type Clause = { words: string; labels: ReadonlySet<string> };

function clausesOf(sentence: string): Clause[] {
  if (labelsNamed(sentence).size === 0) return [];
  return sentence.split(NEXT_VERDICT).map((clause) => {
    const full = labelsNamed(clause);
    const bare = BARE.exec(clause)?.[1];
    const labels = full.size === 0 && bare !== undefined ? labelsNamed(`recommendations ${bare}`) : full;
    return { words: clause.replace(/^\W*not\s+(?=\d)/i, "Not accepted: "), labels };
  });
}
