import { commonness, necessaryIn, normalForm } from "./necessary.ts";

/** Of many patterns those that may fit a text, by index, in rising order: none that fits is left out. */
export type Sieve = (text: string) => number[];

/** Of what must stand in a text for a pattern to fit, so many groups are looked for: the rarest. */
const MOST_GROUPS = 3;

/** The letters of normal forms: a gap, a to z, 0 to 9, the underscore. */
const LETTERS = " abcdefghijklmnopqrstuvwxyz0123456789_";
const WIDTH = LETTERS.length;

/** By character code, the letter of its normal form. */
const LETTER_OF = new Uint8Array(0x10000);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ\u017f\u212a".concat(LETTERS))
  LETTER_OF[letter.charCodeAt(0)] = LETTERS.indexOf(normalForm(letter));

/** A sieve of the patterns of regular expressions (flags `u` or `iu`). A text is read once, however many patterns there are. */
export function sieveOf(patterns: readonly string[]): Sieve {
  const needed = patterns.map((pattern) => rarest(pattern));
  const groups = needed.flatMap((own, pattern) => own.map((pieces) => ({ pattern, pieces })));
  const find = finderOf(groups.map(({ pieces }) => pieces));
  const always = needed.flatMap((own, pattern) => (own.length === 0 ? [pattern] : []));
  const missing = new Uint8Array(patterns.length);
  return (text) => {
    const found = [...always];
    const met = find(text);
    for (const group of met) missing[groups[group]!.pattern] = needed[groups[group]!.pattern]!.length;
    for (const group of met) {
      const { pattern } = groups[group]!;
      missing[pattern]!--;
      if (missing[pattern] === 0) found.push(pattern);
    }
    return found.sort((a, b) => a - b);
  };
}

const rarest = (pattern: string): (readonly string[])[] =>
  necessaryIn(pattern)
    .toSorted((a, b) => commonness(a) - commonness(b))
    .slice(0, MOST_GROUPS);

/** Which of some groups have a piece in a text. One automaton for all pieces: Aho and Corasick, "Efficient String Matching" (1975). */
function finderOf(groups: readonly (readonly string[])[]): (text: string) => number[] {
  const { next, ends } = automatonOf(groups);
  const questions = groups.flatMap((pieces, group) => (pieces.includes("?") ? [group] : []));
  const start = next[0]!;
  // the text, by number, in which a state was reached and a group met: nothing has to be cleared from one to the next
  const reached = new Uint32Array(ends.length);
  const met = new Uint32Array(groups.length);
  let number = 0;
  const meet = (some: readonly number[], found: number[]) => {
    for (const group of some) {
      if (met[group] !== number) found.push(group);
      met[group] = number;
    }
  };
  return (text) => {
    number++;
    const found: number[] = [];
    if (text.includes("?")) meet(questions, found);
    let state = start;
    let before = 0;
    for (let at = 0; at <= text.length; at++) {
      const letter = at < text.length ? LETTER_OF[text.charCodeAt(at)]! : 0;
      if (letter === 0 && before === 0) continue;
      before = letter;
      state = next[state * WIDTH + letter]!;
      if (ends[state] === undefined || reached[state] === number) continue;
      reached[state] = number;
      meet(ends[state]!, found);
    }
    return found;
  };
}

/** `next` by state and letter; `ends` the groups of the pieces that end in a state. */
type Automaton = { next: Int32Array; ends: readonly (readonly number[] | undefined)[] };

function automatonOf(groups: readonly (readonly string[])[]): Automaton {
  const { branches, ends } = treeOf(groups);
  const next = new Int32Array(branches.length * WIDTH);
  const shorter = new Int32Array(branches.length);
  const queue = [0];
  for (const state of queue)
    for (let letter = 0; letter < WIDTH; letter++) {
      const child = branches[state]![letter];
      const fallback = state === 0 ? 0 : next[shorter[state]! * WIDTH + letter]!;
      next[state * WIDTH + letter] = child ?? fallback;
      if (child === undefined) continue;
      shorter[child] = fallback;
      const inherited = ends[fallback];
      if (inherited) ends[child] = [...new Set([...(ends[child] ?? []), ...inherited])];
      queue.push(child);
    }
  return { next, ends };
}

/** The tree of all pieces: state 0 is its root. */
function treeOf(groups: readonly (readonly string[])[]) {
  const branches: (number | undefined)[][] = [[]];
  const ends: (number[] | undefined)[] = [undefined];
  groups.forEach((pieces, group) => {
    for (const piece of pieces) {
      if (piece === "?") continue;
      let state = 0;
      for (const letter of piece) {
        const at = LETTERS.indexOf(letter);
        if (branches[state]![at] === undefined) {
          branches[state]![at] = branches.push([]) - 1;
          ends.push(undefined);
        }
        state = branches[state]![at]!;
      }
      ends[state] = [...(ends[state] ?? []), group];
    }
  });
  return { branches, ends };
}
