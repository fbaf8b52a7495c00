import type { LinkRules, OutcomeCue, ReplyCue } from "./rules.ts";

type Compiled<C extends ReplyCue> = { cue: C; pattern: RegExp; unless: RegExp | null };

/** Compiled once for each list: lists come from a pipeline file and never change after it is read. */
const compiled = new WeakMap<readonly ReplyCue[], Compiled<ReplyCue>[]>();

/** The cues of a list that a sentence words. */
export function cuesIn<C extends ReplyCue>(sentence: string, cues: readonly C[]): C[] {
  return compiledOf(cues).flatMap((each) => (words(each, sentence) ? [each.cue] : []));
}

/** Whether a sentence words any cue of a list. */
export function says(sentence: string, cues: readonly ReplyCue[]): boolean {
  return compiledOf(cues).some((each) => words(each, sentence));
}

const words = ({ pattern, unless }: Compiled<ReplyCue>, sentence: string): boolean =>
  pattern.test(sentence) && !unless?.test(sentence);

const compile = (pattern: string): RegExp => new RegExp(pattern.replace(/\s+/g, "\\s+"), "iu");

function compiledOf<C extends ReplyCue>(cues: readonly C[]): Compiled<C>[] {
  const known = compiled.get(cues) as Compiled<C>[] | undefined;
  if (known) return known;
  const fresh = cues.map((cue) => ({
    cue,
    pattern: compile(cue.pattern),
    unless: cue.unless ? compile(cue.unless) : null,
  }));
  compiled.set(cues, fresh);
  return fresh;
}

/** What a reply sentence does beside speaking to the matter. */
export type Manner = {
  echo: boolean;
  courtesy: boolean;
  elsewhere: boolean;
  pointer: boolean;
  /** Comes back to something asked earlier; opens a new matter. */
  back: boolean;
  opens: boolean;
  goesOn: boolean;
  /** Speaks of this reply itself: that it is made, that it is late. */
  replies: boolean;
  /** Names of what it gives: a number, a day, a reason. */
  gives: ReadonlySet<string>;
  verdicts: readonly OutcomeCue[];
};

/** A sentence as the cues read it: straight apostrophes, and what is run together spelt out ("can't", "we'll", "isn't"). */
export const spelledOut = (words: string): string =>
  words
    .replace(/[’‘]/g, "'")
    .replace(/\bcan't\b/gi, "cannot")
    .replace(/\bwon't\b/gi, "will not")
    .replace(/\bshan't\b/gi, "shall not")
    .replace(/n't\b/gi, " not")
    .replace(/(?<=\bI)'m\b/g, " am")
    .replace(/(?<=\b(?:you|we|they))'re\b/gi, " are")
    .replace(/'ll\b/gi, " will")
    .replace(/'ve\b/gi, " have");

/** How a sentence is meant, by the cues of the pipeline. */
export function mannerOf(sentence: string, rules: LinkRules): Manner {
  const words = spelledOut(sentence);
  return {
    echo: says(words, rules.echoes),
    courtesy: says(words, rules.courtesies),
    elsewhere: says(words, rules.elsewhere),
    pointer: says(words, rules.pointers),
    back: says(words, rules.comebacks),
    opens: says(words, rules.openings),
    goesOn: says(words, rules.continuations),
    replies: says(words, rules.replyGiven),
    gives: new Set(cuesIn(words, rules.gives).map((cue) => cue.name)),
    verdicts: cuesIn(words, rules.outcomes),
  };
}
