import { commonness, type Necessary, necessaryIn, normalForm, sidesIn, unique } from "./necessary.ts";

/** Of many cues those that may fit one of some texts, in their order where nothing else is said: none that fits is left out, and few others are let through. */
export type Sieve<Cue> = (...texts: readonly string[]) => Cue[];

/** Of what must stand in a text for a pattern to fit, so many groups are looked for: the rarest, and no further one that is met nearly everywhere. */
const MOST_GROUPS = 5;
const EVERYWHERE = 0.3;

/** The letters of normal forms, the first of which is the gap between words, and the beginning of a text. */
const LETTERS = " abcdefghijklmnopqrstuvwxyz0^";
const GAP = 0;
const START = LETTERS.indexOf("^");

/** A state of the automaton is a row of so many numbers: the next state by letter, then what ends there. With two bytes each it is a line of a processor's cache. */
const ROW = 32;
const END = LETTERS.length;

/** By character code, the letter of its normal form. */
const LETTER_OF = new Uint8Array(0x10000);
for (const letter of `${LETTERS.slice(0, START)}${LETTERS.slice(0, START).toUpperCase()}123456789_\u017f\u212a`)
  LETTER_OF[letter.charCodeAt(0)] = LETTERS.indexOf(normalForm(letter));

/** A sieve of cues, each with its regular expression (flags `u` or `iu`). A text is read once, however many cues there are. */
export function sieveOf<Cue>(cues: readonly Cue[], patternOf: (cue: Cue) => RegExp): Sieve<Cue> {
  const found = placesOf(cues, patternOf);
  return (...texts) => unique(found(texts).sort((a, b) => a - b)).map((at) => cues[at]!);
}

/** The places of the cues that may fit one of some texts, in no order. */
function placesOf<Cue>(cues: readonly Cue[], patternOf: (cue: Cue) => RegExp): (texts: readonly string[]) => number[] {
  if (cues.length === 0) return () => [];
  const known = new Map<string, number>();
  const groups: (readonly string[])[] = [];
  const numberOf = (group: readonly string[]) => {
    const key = group.join("|");
    const number = known.get(key) ?? groups.push(group) - 1;
    known.set(key, number);
    return number;
  };
  const sides = cues.flatMap((cue, at) =>
    necessaryIn(patternOf(cue).source).map((necessary) => ({
      cue: at,
      groups: rarest(necessary).map(begun).map(numberOf),
    })),
  );
  const always = sides.filter((side) => side.groups.length === 0).map(({ cue }) => cue);
  const ledBy = Map.groupBy(sides, (side) => side.groups[0]);
  const led = groups.map((_, group) => ledBy.get(group) ?? []);
  const find = finderOf(groups, (group) => led[group]!.length > 0);
  return (texts) => {
    const { leading, isMet } = find(texts);
    const found = [...always];
    for (const group of leading) for (const side of led[group]!) if (side.groups.every(isMet)) found.push(side.cue);
    return found;
  };
}

/** A cue with one side of its pattern, in the flags of the whole, and its place among all sides. */
export type Side<Cue> = { cue: Cue; fits: RegExp; at: number };

/** The same for cues with patterns of many sides: those sides that may fit a text, which are less to try than the whole. They come in no order, for each tells its place. */
export function sideSieveOf<Cue>(cues: readonly Cue[], patternOf: (cue: Cue) => RegExp): Sieve<Side<Cue>> {
  const sides = cues
    .flatMap((cue) => {
      const { source, flags } = patternOf(cue);
      return sidesIn(source).map((side) => ({ cue, fits: new RegExp(side, flags) }));
    })
    .map((side, at) => ({ ...side, at }));
  const found = placesOf(sides, ({ fits }) => fits);
  return (...texts) => found(texts).map((at) => sides[at]!);
}

/** The rarest groups, but none that another of them brings with it. */
function rarest(groups: Necessary): Necessary {
  const kept: (readonly string[])[] = [];
  for (const group of groups.toSorted((a, b) => commonness(a) - commonness(b))) {
    if (kept.length === MOST_GROUPS || (kept.length > 0 && commonness(group) >= EVERYWHERE)) break;
    if (!kept.some((rarer) => implies(rarer, group))) kept.push(group);
  }
  return kept;
}

/** Of a long piece so many letters are looked for: more would hardly leave out more, and take a third as many states again. */
const MOST_LETTERS = 16;

const begun = (group: readonly string[]): readonly string[] =>
  unique(group.map((piece) => piece.slice(0, MOST_LETTERS)));

/** Whether a text with a piece of one group has one of the other too. */
const implies = (group: readonly string[], other: readonly string[]): boolean =>
  group.every((piece) => other.some((part) => piece.includes(part)));

/** The groups that have a piece in a text, and those of them that lead; valid until the next text is looked at. */
type Met = { leading: readonly number[]; isMet: (group: number) => boolean };

/** Finds groups in texts, and tells those of them that lead. One automaton for all pieces: Aho and Corasick, "Efficient String Matching" (1975). */
function finderOf(groups: Necessary, leads: (group: number) => boolean): (texts: readonly string[]) => Met {
  const { rows, from, ended } = automatonOf(groups);
  const isLeading = Uint8Array.from(groups, (_, group) => Number(leads(group)));
  // the text, by number, in which an end was reached and a group met: nothing has to be cleared from one to the next
  const reached = new Uint32Array(from.length);
  const metIn = new Uint32Array(groups.length);
  const ends = new Uint32Array(from.length);
  let number = 0;
  const isMet = (group: number) => metIn[group] === number;
  const meet = (end: number, leading: number[]) => {
    for (let at = from[end]!; at < from[end + 1]!; at++) {
      const group = ended[at]!;
      if (isLeading[group] === 1 && metIn[group] !== number) leading.push(group);
      metIn[group] = number;
    }
  };
  return (texts) => {
    const leading: number[] = [];
    number++;
    for (const text of texts) {
      const count = walk(text, rows, reached, number, ends);
      for (let at = 0; at < count; at++) meet(ends[at]!, leading);
      if (text.includes("?")) meet(QUESTION, leading);
    }
    return { leading, isMet };
  };
}

/**
 * Writes down the ends that a text reaches, each once, and gives their count. All rules' letters pass here: what it works on is handed in, and it calls
 * nothing, so that it is compiled to a bare loop.
 */
function walk(text: string, rows: Automaton["rows"], reached: Uint32Array, number: number, ends: Uint32Array): number {
  let count = 0;
  let state = rows[rows[START]! * ROW + GAP]!;
  for (let at = 0; at <= text.length; at++) {
    const letter = at < text.length ? LETTER_OF[text.charCodeAt(at)]! : GAP;
    state = rows[state * ROW + letter]!;
    const end = rows[state * ROW + END]!;
    if (reached[end] === number) continue;
    reached[end] = number;
    ends[count++] = end;
  }
  return count;
}

/** The rows of all states, one after the other; the groups of the pieces that end, one end after the other, and where those of each begin. */
type Automaton = { rows: Uint16Array | Uint32Array; from: Uint32Array; ended: Uint32Array };

/** The number of the end of the question mark, which ends wherever it stands; the one before it has no group. */
const QUESTION = 1;

function automatonOf(groups: readonly (readonly string[])[]): Automaton {
  const { rows, endsAt } = treeOf(groups);
  const size = rows.length / ROW;
  const questions = groups.flatMap((pieces, group) => (pieces.includes("?") ? [group] : []));
  const ends: (readonly number[])[] = [[], questions];
  const shorter = new Uint32Array(size);
  const queue = [0];
  for (const state of queue) {
    const own = endsAt.get(state) ?? [];
    const inherited = rows[shorter[state]! * ROW + END]!;
    rows[state * ROW + END] = own.length === 0 ? inherited : ends.push(unique([...own, ...ends[inherited]!])) - 1;
    for (let letter = 0; letter < LETTERS.length; letter++) {
      const child = rows[state * ROW + letter]!;
      const fallback = state === 0 ? 0 : rows[shorter[state]! * ROW + letter]!;
      if (child === 0) rows[state * ROW + letter] = fallback;
      else {
        shorter[child] = fallback;
        queue.push(child);
      }
    }
  }
  // a gap is one gap however long it is
  for (let state = 0; state < size; state++) {
    const after = rows[state * ROW + GAP]!;
    rows[after * ROW + GAP] = after;
  }
  const from = new Uint32Array(ends.length + 1);
  ends.forEach((of, end) => {
    from[end + 1] = from[end]! + of.length;
  });
  return {
    rows: Math.max(size, ends.length) > 0xffff ? rows.slice() : new Uint16Array(rows),
    from,
    ended: Uint32Array.from(ends.flat()),
  };
}

/** The tree of all pieces, state 0 being its root, and the groups of the pieces that end in a state. */
function treeOf(groups: readonly (readonly string[])[]) {
  const most = groups.flat().reduce((sum, piece) => sum + piece.length, 1);
  const rows = new Uint32Array(most * ROW);
  const endsAt = new Map<number, number[]>();
  let size = 1;
  groups.forEach((pieces, group) => {
    for (const piece of pieces) {
      if (piece === "?") continue;
      let state = 0;
      for (let at = 0; at < piece.length; at++) {
        const branch = state * ROW + LETTERS.indexOf(piece[at]!);
        if (rows[branch] === 0) rows[branch] = size++;
        state = rows[branch]!;
      }
      endsAt.set(state, [...(endsAt.get(state) ?? []), group]);
    }
  });
  return { rows: rows.subarray(0, size * ROW), endsAt };
}
