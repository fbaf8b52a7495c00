const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = "zeroth first second third fourth fifth sixth".split(" ");
/** "A couple of weeks" is two, "a dozen" twelve, "a week", "the week" and "the next fortnight" one. */
const LOOSE: Readonly<Record<string, number>> = { a: 1, an: 1, the: 1, next: 1, couple: 2, dozen: 12 };

/** The number that words or digits name ("28", "twenty-eight", "a couple of"), or null. */
export function readNumeral(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words);
  const [first, second] = words
    .toLowerCase()
    .replace(/^an? (?=couple|dozen)/, "")
    .split(/[\s-]+/);
  const small = SMALL.indexOf(first!);
  if (small >= 0) return small;
  const tens = TENS.indexOf(first!);
  if (tens > 0) return tens * 10 + Math.max(0, second ? SMALL.indexOf(second) : 0);
  return LOOSE[first!] ?? null;
}

/** "first", "1st", "Q1", "one" and "1" are 1; null for what is no ordinal. */
export function readOrdinal(words: string): number | null {
  const digits = /\d+/.exec(words)?.[0];
  if (digits) return Number(digits);
  const index = Math.max(ORDINALS.indexOf(words.toLowerCase()), SMALL.indexOf(words.toLowerCase()));
  return index > 0 ? index : null;
}
