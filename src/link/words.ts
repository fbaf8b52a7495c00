import { oncePer } from "../document/once.ts";
import type { LinkRules } from "./rules.ts";

/** What a text is about: its terms, each with how much it tells (0–1). */
export type Terms = ReadonlyMap<string, number>;

/** ASCII letters are named beside all letters: they are found faster so. */
const WORD = /[£$€]?\d+(?:[.,]\d+)*(?:m|bn|k)?%?|(?:[A-Za-z]|\p{L})(?:[A-Za-z]|[\p{L}\p{M}])*/gu;

/** How much a weak word tells beside a strong one, before rarity is counted. */
const WEAK = 0.3;

/** Bare years stand in every letter. */
const YEAR = /^(?:19|20)\d\d$/;

/** The terms of a text: stems of its words without the stop words; numbers as they stand, without separators. */
export function termsOf(text: string, rules: LinkRules): Map<string, number> {
  const vocabulary = vocabularyOf(rules);
  const terms = new Map<string, number>();
  const words = text.normalize("NFKC").replace(/['’]s\b/g, "");
  for (const word of words.match(WORD) ?? []) {
    const told = termOf(word, vocabulary);
    if (told !== null) terms.set(told.term, Math.max(terms.get(told.term) ?? 0, told.worth));
  }
  for (const short of initialsIn(text))
    if (!terms.has(short)) terms.set(short, vocabulary.weak.has(short) ? WEAK : INITIALS);
  return terms;
}

type Told = { term: string; worth: number };

/** The term of a word and how much it tells; null for a stop word. */
function termOf(word: string, vocabulary: Vocabulary): Told | null {
  const { known } = vocabulary;
  const told = known.get(word);
  if (told !== undefined) return told;
  // "MQs" is "MQ"
  const fresh = makeTerm((/^\p{Lu}{2,}s$/u.test(word) ? word.slice(0, -1) : word).toLowerCase(), vocabulary);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, fresh);
  return fresh;
}

function makeTerm(word: string, { stop, weak, alike }: Vocabulary): Told | null {
  if (stop.has(word) || (word.length < 2 && !/\d/.test(word))) return null;
  const term = alike.get(stemOf(word)) ?? stemOf(word);
  return { term, worth: weak.has(term) || YEAR.test(word) ? WEAK : 1 };
}

/** Words whose terms are remembered: more than a long report has, and few enough to hold. */
const MOST_KNOWN = 20_000;

/** What a name spelt out tells of its short form: the words themselves tell it too. */
const INITIALS = 0.5;
/** "Freedom of Information", "Serious Sexual Offences": a name of several words with capitals. */
const NAME =
  /(?:[A-Z]|(?![\0-\x7f])\p{Lu})\p{Ll}[\p{L}'’]*(?:\s+(?:(?:of|and|for|the|in|on|to)\s+)*\p{Lu}\p{Ll}[\p{L}'’]*)+/gu;

/** The short forms that a text's names may go by, lower case: of their capitals, and of all their words. */
function initialsIn(text: string): string[] {
  return (text.match(NAME) ?? []).flatMap((name) => {
    const words = name.split(/\s+/);
    const initials = (of: readonly string[]) =>
      of
        .map((word) => word[0]!)
        .join("")
        .toLowerCase();
    return [initials(words.filter((word) => /^\p{Lu}/u.test(word))), initials(words)];
  });
}

type Vocabulary = {
  known: Map<string, Told | null>;
  stop: ReadonlySet<string>;
  weak: ReadonlySet<string>;
  /** Stems to the first of the words that stand for one another. */
  alike: ReadonlyMap<string, string>;
};

/** Stop words, and the stems of words that tell little: those that the pipeline lists and the names of the bodies that write. */
const vocabularyOf = oncePer((rules: LinkRules): Vocabulary => {
  const names = rules.bodies.flatMap((body) => [body.name, ...body.aliases, ...body.roles].join(" ").match(WORD) ?? []);
  const weak = new Set([...rules.words.weak, ...names.map((name) => name.toLowerCase())].map(stemOf));
  const alike = new Map(
    rules.words.alike.flatMap((list) => {
      const stems = list.split(/\s+/).filter(Boolean).map(stemOf);
      return stems.map((stem): [string, string] => [stem, stems[0]!]);
    }),
  );
  return { known: new Map(), stop: rules.words.stop, weak, alike };
});

/** Endings cut off in turn, longest first; what is left is cut to seven letters, so that "inspected" and "inspection" meet. */
const ENDINGS = /(?:ications?|ations?|itions?|ments?|ings?|ions?|ies|ish(?:ed|es|ing)?|ers?|ed|es|ly|s|e|y)$/;

/** Plurals that no ending tells. */
const IRREGULAR: Readonly<Record<string, string>> = { children: "child", men: "man", women: "woman" };

/** The common beginning of a word and its relatives. Numbers lose their thousands separators. */
export function stemOf(word: string): string {
  if (/\d/.test(word)) return word.replace(/,/g, "");
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word]!;
  if (word.length <= 4)
    return word.length === 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, 3) : word;
  const stem = word.replace(ENDINGS, "");
  // "gates" and "filed" keep their vowel, to meet "gate" and "file"
  if (stem.length < 4) return word.replace(/[sd]$/, "");
  return stem.replace(/([^aeiouls])\1$|(?<=.{4})(l)l$/, "$1$2").slice(0, 7);
}

/** Adds the terms of one text to those of another at a share of their worth. */
export function addTerms(to: Map<string, number>, from: Terms, share: number): void {
  for (const [term, worth] of from) to.set(term, Math.max(to.get(term) ?? 0, worth * share));
}

/** Among fewer texts than this a word that two share would seem common: they are counted as a letter's worth. */
const FEWEST = 40;

/** How rare each term is among some texts: ln(1 + (n − df + ½) / (df + ½)), the inverse document frequency of BM25. */
export function rarity(texts: readonly Terms[]): (term: string) => number {
  const holders = new Map<string, number>();
  for (const terms of texts) for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return (term) => {
    const df = holders.get(term) ?? 0;
    return Math.log(1 + (Math.max(FEWEST, texts.length) - df + 0.5) / (df + 0.5));
  };
}

/** The weight of what two texts share, each term by its worth in both and its rarity. */
export function sharedWeight(a: Terms, b: Terms, rare: (term: string) => number): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, worth] of few) {
    const other = many.get(term);
    if (other !== undefined) sum += Math.sqrt(worth * other) * rare(term);
  }
  return sum;
}

/** The share (0–1) of a text's terms, by worth and where given by rarity, that another text has too. */
export function coverage(of: Terms, by: Terms, rare: (term: string) => number = () => 1): number {
  let all = 0;
  let shared = 0;
  for (const [term, worth] of of) {
    const weight = worth * rare(term);
    all += weight;
    if (by.has(term)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}
