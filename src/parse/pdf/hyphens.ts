/** The words of a document, as they stand where no line ends, and how often: what decides over hyphens at line ends. */
export type Vocabulary = ReadonlyMap<string, number>;

const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu;

/** Counts the words of lines, leaving out those that a line end may have cut. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Map<string, number>();
  for (const line of lines) {
    const cut = /[-\u00ad]$/.test(line) ? line.lastIndexOf(" ") : line.length;
    for (const [word] of line.slice(0, Math.max(0, cut)).matchAll(WORD)) {
      const key = word.toLowerCase();
      words.set(key, (words.get(key) ?? 0) + 1);
      if (key.includes("-")) for (const part of key.split("-")) words.set(part, (words.get(part) ?? 0) + 1);
    }
  }
  return words;
}

/** How two lines of a paragraph are joined: how much of the first's end falls away, and what comes between. */
export type Joint = { drop: number; between: "" | " " };

/** Decides over a line end. A hyphen falls only where the document, or what is left of it, says that it is one word. */
export function jointOf(before: string, after: string, words: Vocabulary): Joint {
  if (before.endsWith("\u00ad")) return { drop: 1, between: "" };
  if (/\p{L}-$/u.test(before)) return hyphenJoint(before, after, words);
  if (/\S[—/]$/.test(before) || /\d–$/.test(before)) return { drop: 0, between: "" };
  return { drop: 0, between: " " };
}

function hyphenJoint(before: string, after: string, words: Vocabulary): Joint {
  const left = /(\p{L}+(?:-\p{L}+)*)-$/u.exec(before)![1]!.toLowerCase();
  const right = /^\p{L}+(?:-\p{L}+)*/u.exec(after)?.[0];
  if (right && /^(?:and|or|to)$/.test(right)) return { drop: 0, between: " " };
  if (!right || /^\p{Lu}/u.test(right)) return { drop: 0, between: "" };
  const count = (word: string): number => words.get(word.toLowerCase()) ?? 0;
  const whole = count(left + right);
  const compound = count(`${left}-${right}`);
  if (whole !== compound) return { drop: whole > compound ? 1 : 0, between: "" };
  // neither was met: a compound is made of words that stand alone elsewhere
  const standsAlone = left.length > 2 && count(left.split("-").at(-1)!) > 0 && count(right.split("-")[0]!) > 0;
  return { drop: standsAlone ? 0 : 1, between: "" };
}
