import { wordsIn } from "../src/evaluate/words.ts";

/** The usual constants (Robertson and Zaragoza 2009): how soon repetition saturates, and how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** Scores of a query against each of some texts, by plain BM25 over words in lower case: no stems, no stop words, nothing known of the matter. */
export function bm25(texts: readonly string[]): (query: string) => number[] {
  const bags = texts.map(wordsIn);
  const usual = bags.reduce((sum, words) => sum + words.length, 0) / Math.max(1, bags.length);
  const counts = bags.map((words) => {
    const own = new Map<string, number>();
    for (const word of words) own.set(word, (own.get(word) ?? 0) + 1);
    return own;
  });
  const holders = new Map<string, number>();
  for (const own of counts) for (const word of own.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const rarity = (word: string) => {
    const df = holders.get(word) ?? 0;
    return Math.log(1 + (texts.length - df + 0.5) / (df + 0.5));
  };
  return (query) => {
    const wanted = new Set(wordsIn(query));
    return counts.map((own, at) => {
      const length = K1 * (1 - B + (B * bags[at]!.length) / usual);
      let score = 0;
      for (const word of wanted) {
        const count = own.get(word) ?? 0;
        if (count > 0) score += (rarity(word) * count * (K1 + 1)) / (count + length);
      }
      return score;
    });
  };
}
