import { type Manner, mannerOf } from "./cues.ts";
import { namingOf } from "./naming.ts";
import { labelsNamed, labelsOf } from "./numbered.ts";
import { placesNamed } from "./places.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";

/**
 * How the sentences of a reply are meant for one item, by its label and places, of several that are answered together: of a sentence that gives
 * verdicts on several, the clause that names the item's own; sentences on others are left out where one names its own.
 */
export function mannersFor(own: ReadonlySet<string>, units: readonly Unit[], rules: LinkRules): Manner[] {
  if (own.size === 0) return units.map((unit) => unit.manner);
  const clauses = units.map((unit, at) => clausesOf(unit.text, units[at - 1]?.text ?? "", rules));
  const isMine = ({ names }: Clause) => !names.isDisjointFrom(own);
  const named = clauses.some((each) => each.some(isMine));
  return units.flatMap((unit, at) => {
    const naming = clauses[at]!.filter(({ names }) => names.size > 0);
    const mine = naming.filter(isMine);
    if (!named || naming.length === 0) return [unit.manner];
    if (mine.length === 0) return [];
    return mine.length === naming.length ? [unit.manner] : mine.map(({ words }) => mannerOf(words, rules));
  });
}

type Clause = { words: string; names: ReadonlySet<string> };

function clausesOf(sentence: string, before: string, rules: LinkRules): Clause[] {
  if (labelsNamed(sentence, rules).size === 0 && placesNamed(sentence, before, rules).size === 0) return [];
  const { nextVerdict, verdictOnNumber } = namingOf(rules);
  const clauses = sentence.split(nextVerdict);
  return clauses.map((clause, at) => {
    const full = labelsNamed(clause, rules).union(
      placesNamed(clause, [before, ...clauses.slice(0, at)].join(" "), rules),
    );
    const bare = verdictOnNumber.exec(clause)?.[1];
    const names = full.size === 0 && bare !== undefined ? new Set(labelsOf(bare)) : full;
    return { words: clause.replace(/^\W*not\s+(?=\d)/i, "Not accepted: "), names };
  });
}
