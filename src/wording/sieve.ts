import { commonness, type Necessary, necessaryIn, normalForm } from "./necessary.ts";

/** Of many cues those that may fit a text, in their order: none that fits is left out, and few others are let through. */
export type Sieve<Cue> = (text: string) => Cue[];

/** Of what must stand in a text for a pattern to fit, so many groups are looked for: the rarest. */
const MOST_GROUPS = 3;

/** The letters of normal forms. */
const LETTERS = " abcdefghijklmnopqrstuvwxyz0";
const WIDTH = LETTERS.length;

/** By character code, the letter of its normal form. */
const LETTER_OF = new Uint8Array(0x10000);
for (const letter of `${LETTERS}${LETTERS.toUpperCase()}123456789_\u017f\u212a`)
  LETTER_OF[letter.charCodeAt(0)] = LETTERS.indexOf(normalForm(letter));

/** A sieve of cues, each with its regular expression (flags `u` or `iu`). A text is read once, however many cues there are. */
export function sieveOf<Cue>(cues: readonly Cue[], patternOf: (cue: Cue) => RegExp): Sieve<Cue> {
  const known = new Map<string, number>();
  const groups: (readonly string[])[] = [];
  const numberOf = (group: readonly string[]) => {
    const key = group.join("|");
    const number = known.get(key) ?? groups.push(group) - 1;
    known.set(key, number);
    return number;
  };
  const sides = cues.flatMap((cue, at) =>
    necessaryIn(patternOf(cue).source).map((necessary) => ({ cue: at, groups: rarest(necessary).map(numberOf) })),
  );
  const always = sides.filter((side) => side.groups.length === 0).map(({ cue }) => cue);
  const byRarest = groups.map((_, group) => sides.filter((side) => side.groups[0] === group));
  const find = finderOf(groups);
  return (text) => {
    const { met, isMet } = find(text);
    const found = [...always];
    for (const group of met) for (const side of byRarest[group]!) if (side.groups.every(isMet)) found.push(side.cue);
    return [...new Set(found.sort((a, b) => a - b))].map((at) => cues[at]!);
  };
}

const rarest = (groups: Necessary): Necessary =>
  groups.toSorted((a, b) => commonness(a) - commonness(b)).slice(0, MOST_GROUPS);

/** The groups that have a piece in a text; valid until the next text is looked at. */
type Met = { met: readonly number[]; isMet: (group: number) => boolean };

/** Finds groups in texts. One automaton for all pieces: Aho and Corasick, "Efficient String Matching" (1975). */
function finderOf(groups: readonly (readonly string[])[]): (text: string) => Met {
  const { next, ends } = automatonOf(groups);
  const questions = groups.flatMap((pieces, group) => (pieces.includes("?") ? [group] : []));
  const start = next[0]!;
  // the text, by number, in which a state was reached and a group met: nothing has to be cleared from one to the next
  const reached = new Uint32Array(ends.length);
  const metIn = new Uint32Array(groups.length);
  let number = 0;
  const isMet = (group: number) => metIn[group] === number;
  const meet = (some: readonly number[], met: number[]) => {
    for (const group of some) {
      if (metIn[group] !== number) met.push(group);
      metIn[group] = number;
    }
  };
  return (text) => {
    number++;
    const met: number[] = [];
    if (text.includes("?")) meet(questions, met);
    let state = start;
    let before = 0;
    for (let at = 0; at <= text.length; at++) {
      const letter = at < text.length ? LETTER_OF[text.charCodeAt(at)]! : 0;
      if (letter === 0 && before === 0) continue;
      before = letter;
      state = next[state * WIDTH + letter]!;
      if (ends[state] === undefined || reached[state] === number) continue;
      reached[state] = number;
      meet(ends[state]!, met);
    }
    return { met, isMet };
  };
}

/** `next` by state and letter; `ends` the groups of the pieces that end in a state. */
type Automaton = { next: Uint16Array | Uint32Array; ends: readonly (readonly number[] | undefined)[] };

function automatonOf(groups: readonly (readonly string[])[]): Automaton {
  const { branches, ends } = treeOf(groups);
  const next = new (branches.length > 0xffff ? Uint32Array : Uint16Array)(branches.length * WIDTH);
  const shorter = new Uint32Array(branches.length);
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
