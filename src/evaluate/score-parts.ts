import type { DocumentRecord } from "../records/document-record.ts";
import type { Prediction } from "./calibration.ts";
import type { Counts } from "./counts.ts";
import type { Gold } from "./gold.ts";
import { addShare, compareValues, noShare, oneCase, type Share } from "./tally.ts";
import { bagOf, sharedWords } from "./words.ts";

/** What was counted, and what a person should look at, in words. */
export type Scored = {
  counts: Counts;
  remarks: string[];
  /** How sure the records were of each item and link, and whether it was right. */
  items?: Prediction[];
  links?: Prediction[];
};

/** The kinds of the parts, and of those of one kind, in order, their dates and people. */
export function scoreParts(gold: Gold, record: DocumentRecord): Scored {
  const { missed, extra, tally } = compareValues(
    gold.parts.map((part) => part.kind),
    record.parts.map((part) => part.kind),
  );
  const pairs = gold.parts.map((wanted, index) => {
    const nth = gold.parts.slice(0, index).filter((part) => part.kind === wanted.kind).length;
    return { wanted, found: record.parts.filter((part) => part.kind === wanted.kind)[nth] };
  });
  const share = (cases: readonly (boolean | null)[]): Share =>
    cases
      .filter((right) => right !== null)
      .map(oneCase)
      .reduce(addShare, noShare);
  return {
    counts: {
      parts: tally,
      partDate: share(pairs.map(({ wanted, found }) => (wanted.date ? found?.date === wanted.date : null))),
      partFrom: share(pairs.map(({ wanted, found }) => namesFound(wanted.from, found?.from ?? []))),
      partTo: share(pairs.map(({ wanted, found }) => namesFound(wanted.to, found?.to ?? []))),
    },
    remarks: [...missed.map((kind) => `missed part: ${kind}`), ...extra.map((kind) => `extra part: ${kind}`)],
  };
}

type Named = { name?: string | null | undefined };

/** Whether every name is among those found, titles aside ("Mr R. Okafor" is "Okafor"); null where no name is wanted. */
function namesFound(wanted: readonly Named[], found: readonly Named[]): boolean | null {
  const bags = (people: readonly Named[]) => people.flatMap(({ name }) => (name ? [bagOf(name)] : []));
  const names = bags(wanted);
  if (names.length === 0) return null;
  const known = bags(found).filter(({ size }) => size > 0);
  return names.every((name) => known.some((other) => sharedWords(name, other) >= Math.min(name.size, other.size)));
}
