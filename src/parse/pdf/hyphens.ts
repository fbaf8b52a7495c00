/** What a document says of its own words: what decides over hyphens at line ends. */
export type Vocabulary = {
  /** Words as they stand where no line end cuts them, in lower case, and how often. */
  words: ReadonlyMap<string, number>;
  /** Whether the document breaks words at line ends; where not, every hyphen is the word's own. Null where nothing tells. */
  hyphenates: boolean | null;
};

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu;
const ENDS_CUT = /(\p{L}+(?:-\p{L}+)*)-$/u;
const BEGINS = /^\p{L}+(?:-\p{L}+)*/u;

/** Reads the words of lines in their order, leaving out those that a line end may have cut. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Map<string, number>();
  const add = (word: string) => words.set(word, (words.get(word) ?? 0) + 1);
  lines.forEach((line, index) => {
    const from = /[-\u00ad]$/.test(lines[index - 1] ?? "") ? line.indexOf(" ") : 0;
    const to = /[-\u00ad]$/.test(line) ? line.lastIndexOf(" ") : line.length;
    if (from < 0 || to <= from) return;
    for (const [word] of line.slice(from, to).toLowerCase().matchAll(WORD)) {
      add(word);
      if (word.includes("-")) for (const part of word.split("-")) add(part);
    }
  });
  return { words, hyphenates: hyphenates(lines, words) };
}

/** Weighs the line ends over which the words themselves decide. */
function hyphenates(lines: readonly string[], words: Vocabulary["words"]): boolean | null {
  let balance = 0;
  lines.forEach((line, index) => {
    const left = ENDS_CUT.exec(line)?.[1];
    const right = BEGINS.exec(lines[index + 1] ?? "")?.[0];
    if (left && right) balance += Math.sign(evidence(left, right, words));
  });
  return balance === 0 ? null : balance > 0;
}

/** Above zero where two halves are known as one word, below where as a compound or as words of their own. */
function evidence(left: string, right: string, words: Vocabulary["words"]): number {
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0;
  const weight = count(left + right) - count(`${left}-${right}`);
  if (weight !== 0) return weight;
  const outer = [left.split("-").at(-1)!, right.split("-")[0]!];
  return outer.every((word) => word.length > 2 && count(word) > 0) ? -1 : 0;
}

/** How two lines of a paragraph are joined: how much of the first's end falls away, and what comes between. */
export type Joint = { drop: number; between: "" | " " | "\n" };

/** "short- and long-term": the hyphen stands for a word that comes later. */
const SUSPENDED = /^(?:and|or|to)\b/;

/** Decides over a line end. A hyphen falls only where the document says, or leaves it likely, that it is one word. */
export function jointOf(before: string, after: string, vocabulary: Vocabulary): Joint {
  if (before.endsWith("\u00ad")) return { drop: 1, between: "" };
  if (/[\p{L}\d]-$/u.test(before)) return hyphenJoint(before, after, vocabulary);
  if (/\S[—/]$/.test(before) || /\d–$/.test(before)) return { drop: 0, between: "" };
  return { drop: 0, between: " " };
}

function hyphenJoint(before: string, after: string, { words, hyphenates }: Vocabulary): Joint {
  if (SUSPENDED.test(after)) return { drop: 0, between: " " };
  const left = ENDS_CUT.exec(before)?.[1];
  const right = BEGINS.exec(after)?.[0];
  if (!left || !right || /^\p{Lu}/u.test(right)) return { drop: 0, between: "" };
  const weight = evidence(left, right, words) || (hyphenates === false ? -1 : 1);
  return { drop: weight > 0 ? 1 : 0, between: "" };
}
