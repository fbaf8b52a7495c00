const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text as they are compared: lower case, line-end hyphens joined, typographic variants folded, in order. */
export function wordsIn(text: string): string[] {
  const folded = text
    .replace(/\u00ad\s*\n\s*|\u00ad/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\p{L})-[ \t]*\n\s*(\p{L})/gu, "$1$2");
  return folded.match(WORD) ?? [];
}

/** The words of a text and how often each occurs. */
export type Bag = { words: readonly string[]; counts: ReadonlyMap<string, number>; size: number };

/** The words of a text, counted. */
export function bagOf(text: string): Bag {
  const words = wordsIn(text);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { words, counts, size: words.length };
}

/** How many words two texts share, each as often as it occurs in both. */
export function sharedWords(a: Bag, b: Bag): number {
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0);
  return shared;
}

/** Intersection over union of the words of two texts, 0 to 1. */
export function wordOverlap(a: Bag, b: Bag): number {
  const shared = sharedWords(a, b);
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}

/** The words of a document in their places. Words are numbered from 0 in reading order. */
export type WordMap = {
  /** The numbers of the words that begin inside [start, end), offsets in UTF-16 code units. */
  within: (start: number, end: number) => Set<number>;
  /** The number of the first word of each place where a run of words stands. */
  placesOf: (run: readonly string[]) => number[];
};

/** Where each word of a text stands. */
export function mapWords(text: string): WordMap {
  const matches = [...text.matchAll(WORD)];
  const offsets = matches.map((match) => match.index);
  const words = matches.map(([word]) => word.normalize("NFKC").toLowerCase());
  const joined = ` ${words.join(" ")} `;
  const numbers = new Map<number, number>();
  let at = 1;
  for (const [number, word] of words.entries()) {
    numbers.set(at, number);
    at += word.length + 1;
  }
  return {
    within: (start, end) => {
      const first = firstFrom(offsets, start);
      return new Set(Array.from({ length: firstFrom(offsets, end) - first }, (_, index) => first + index));
    },
    placesOf: (run) => occurrences(joined, ` ${run.join(" ")} `).flatMap((place) => numbers.get(place + 1) ?? []),
  };
}

/** The index of the first offset that is not less than a bound. Binary search. */
function firstFrom(offsets: readonly number[], bound: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function occurrences(text: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}
