import { matchesOf } from "../document/matches.ts";
import { oncePer } from "../document/once.ts";
import type { Item } from "../records/item.ts";
import { bareLabel } from "./numbered.ts";
import type { LinkRules, PlaceWords } from "./rules.ts";

/** What may be counted. */
const KINDS = ["recommendation", "question", "ask"] as const;
type Kind = (typeof KINDS)[number];

/** The name of a place among what was asked, from 1: "question 2"; the last one is "question -1". */
const nameOf = (kind: Kind, place: number): string => `${kind} ${place}`;

/** Whether a name is that of a place and not a printed label. */
export const isPlace = (name: string): boolean => KINDS.some((kind) => name.startsWith(`${kind} `));

/** An item of those that an asking part puts, and whether it counts among them: a wish for a reply, and what is set out again, does not. */
export type Counted = { item: Item; wantsReply: boolean };

/** For each item its names: its label, and its places among the recommendations or the asks of its part and, of a question, among the questions. */
export function namesOf(asked: readonly Counted[]): ReadonlySet<string>[] {
  const names = asked.map(({ item }) => new Set(item.label === null ? [] : [bareLabel(item.label)]));
  for (const kind of KINDS) {
    const counted = asked.map((one, index) => ({ ...one, index })).filter((one) => counts(one, kind));
    for (const those of Map.groupBy(counted, ({ item }) => item.part).values())
      for (const [at, { index }] of those.entries()) {
        names[index]!.add(nameOf(kind, at + 1));
        if (at > 0 && at === those.length - 1) names[index]!.add(nameOf(kind, -1));
      }
  }
  return names;
}

function counts({ item, wantsReply }: Counted, kind: Kind): boolean {
  if (item.restated || wantsReply) return false;
  return kind === "question" ? item.form === "question" : item.kind === kind;
}

type Patterns = { named: RegExp; bare: RegExp; noun: RegExp };
/** How far before a place that stands alone it may be said of what, in UTF-16 code units. */
const REACH = 3000;

const patternsOf = oncePer((words: PlaceWords): Patterns => {
  const place = `\\b(?:${words.whose})\\s+(?<place>${[...words.ordinals, words.last].join("|")})`;
  const nouns = (name: string) => KINDS.map((kind) => `(?<${name}${kind}>${words.of[kind]})`).join("|");
  return {
    // "your second question", "the first of your requests"
    named: new RegExp(
      `${place}\\s+(?:and \\w+ )?(?:of\\s+(?:${words.whose}|these|those)\\s+)?(?:\\w+\\s)?(?:${nouns("")})\\b`,
      "giu",
    ),
    // "the second": of what was named before, as a subject, an object at the end of a clause, or a matter turned to
    bare: new RegExp(`${place}(?=\\s*(?:[,.;:)–—-]|$)|\\s+(?:${words.after})\\b)`, "giu"),
    noun: new RegExp(`\\b(?:${nouns("")})\\b`, "giu"),
  };
});

/**
 * The places that a sentence names: "your second question", and "the second" where the words before it in its paragraph (or the sentence
 * itself) say of which several.
 */
export function placesNamed(sentence: string, before: string, { places }: Pick<LinkRules, "places">): Set<string> {
  const { named, bare, noun } = patternsOf(places);
  const out = new Set<string>();
  const add = (kind: Kind | undefined, word: string) => {
    if (kind) out.add(nameOf(kind, 1 + places.ordinals.indexOf(word.toLowerCase()) || -1));
  };
  for (const { groups } of matchesOf(sentence, named)) add(kindIn(groups), groups!.place!);
  for (const { groups, index } of matchesOf(sentence, bare)) {
    const above = `${before.slice(-REACH)} ${sentence.slice(Math.max(0, index - REACH), index)}`;
    const said = matchesOf(above, noun).findLast(([words]) => words.endsWith("s"));
    add(kindIn(said?.groups), groups!.place!);
  }
  return out;
}

const kindIn = (groups: Record<string, string | undefined> | undefined): Kind | undefined =>
  KINDS.find((kind) => groups?.[kind] !== undefined);
