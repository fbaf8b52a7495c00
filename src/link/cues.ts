import { anySpace } from "../document/any-space.ts";
import { oncePer } from "../document/once.ts";
import { type Side, type Sieve, sideSieveOf } from "../wording/sieve.ts";
import type { LinkRules, OutcomeCue, ReplyCue } from "./rules.ts";

type Compiled<C extends ReplyCue> = { cue: C; pattern: RegExp; unless: RegExp | null };
type Tried<C extends ReplyCue> = Side<Compiled<C>>;

/** The cues of a list that a sentence words, in its order. */
export function cuesIn<C extends ReplyCue>(sentence: string, list: readonly C[]): C[] {
  const worded = mayFit(list)(sentence).filter((each) => words(each, sentence));
  return [...new Set(worded.sort((a, b) => a.at - b.at).map(({ cue }) => cue.cue))];
}

/** Whether a sentence words any cue of a list. */
export function says(sentence: string, list: readonly ReplyCue[]): boolean {
  return mayFit(list)(sentence).some((each) => words(each, sentence));
}

const words = ({ cue, fits }: Tried<ReplyCue>, sentence: string): boolean =>
  fits.test(sentence) && !cue.unless?.test(sentence);

const compile = (pattern: string): RegExp => new RegExp(anySpace(pattern), "iu");

/** The cues of a list that a sentence may word, with the side of each: the few that are worth trying. */
const sieveOf = oncePer((list: readonly ReplyCue[]): Sieve<Tried<ReplyCue>> => {
  const cues = list.map((cue) => ({
    cue,
    pattern: compile(cue.pattern),
    unless: cue.unless ? compile(cue.unless) : null,
  }));
  return sideSieveOf(cues, ({ pattern }) => pattern);
});

const mayFit = <C extends ReplyCue>(list: readonly C[]) => sieveOf(list) as Sieve<Tried<C>>;

/** What a reply sentence does beside speaking to the matter. */
export type Manner = {
  echo: boolean;
  courtesy: boolean;
  /** A judgement, sympathy or announcement beside the matter. */
  aside: boolean;
  elsewhere: boolean;
  pointer: boolean;
  /** Comes back to something asked earlier; opens a new matter. */
  back: boolean;
  opens: boolean;
  goesOn: boolean;
  /** Speaks of this reply itself: that it is made, that it is late. */
  replies: boolean;
  verdicts: readonly OutcomeCue[];
};

/** A sentence as the cues read it: straight apostrophes, and what is run together spelt out ("can't", "we'll", "isn't"). */
export const spelledOut = (words: string): string => {
  const straight = words.replace(/[’‘]/g, "'");
  return straight.includes("'") ? apart(straight) : straight;
};

const apart = (words: string): string =>
  words
    .replace(/\bcan't\b/gi, "cannot")
    .replace(/\bwon't\b/gi, "will not")
    .replace(/\bshan't\b/gi, "shall not")
    .replace(/n't\b/gi, " not")
    .replace(/(?<=\bI)'m\b/g, " am")
    .replace(/(?<=\b(?:you|we|they))'re\b/gi, " are")
    .replace(/(?<=\b(?:that|it|there|he|she|what))'s(?= (?:been|had|got)\b)/gi, " has")
    .replace(/(?<=\b(?:that|it|there|he|she|what))'s\b/gi, " is")
    .replace(/(?<=\b(?:I|you|he|she|we|they|it))'d(?= (?!been\b|had\b|better\b|\w+ed\b)\w)/gi, " would")
    .replace(/'ll\b/gi, " will")
    .replace(/'ve\b/gi, " have");

/** "We do not, however, agree" is read as "We do not agree". */
const withoutInterjections = (words: string, rules: LinkRules): string =>
  words.includes(", ") ? words.replace(interjectionsOf(rules), "") : words;

/** Only within what is said of it: after "For the two in the north, however," comes another matter. */
const WITHIN =
  "(?<=\\b(?:not|cannot|do|does|did|will|would|can|could|am|is|are|was|were|has|have|had|must|may|shall|should|I|we),)";
const interjectionsOf = oncePer(
  ({ interjections }: LinkRules) => new RegExp(`,${WITHIN} (?:${interjections}),`, "giu"),
);

/** Most sentences only say what they say. */
const PLAIN: Manner = {
  echo: false,
  courtesy: false,
  aside: false,
  elsewhere: false,
  pointer: false,
  back: false,
  opens: false,
  goesOn: false,
  replies: false,
  verdicts: [],
};

/** How a sentence is meant, by the cues of the pipeline. */
export function mannerOf(sentence: string, rules: LinkRules): Manner {
  const worded = new Set(cuesIn(withoutInterjections(spelledOut(sentence), rules), mannersIn(rules)));
  if (worded.size === 0) return PLAIN;
  const says = (list: readonly ReplyCue[]) => list.some((cue) => worded.has(cue));
  return {
    echo: says(rules.echoes),
    courtesy: says(rules.courtesies),
    aside: says(rules.asides),
    elsewhere: says(rules.elsewhere),
    pointer: says(rules.pointers),
    back: says(rules.comebacks),
    opens: says(rules.openings),
    goesOn: says(rules.continuations),
    replies: says(rules.replyGiven) || says(rules.replyTimed),
    verdicts: rules.outcomes.filter((cue) => worded.has(cue)),
  };
}

/** Every cue that tells of a sentence's manner, in one list: a sentence is read once for them all. */
const mannersIn = oncePer((rules: LinkRules): readonly ReplyCue[] => {
  const { echoes, courtesies, asides, elsewhere, pointers, comebacks, openings, continuations } = rules;
  const apart = [echoes, courtesies, asides, elsewhere, pointers, comebacks, openings, continuations];
  return [...apart, rules.replyGiven, rules.replyTimed, rules.outcomes].flat();
});
