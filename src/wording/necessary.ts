/**
 * What must stand in any text that a regular expression fits: groups of pieces, of each group at least one. Pieces are in the normal form of
 * `normalForm`; one that opens with "^ " stands at the beginning of the text, and one that is a question mark alone is that mark. Found from
 * the pattern itself, as the trigrams of Cox, "Regular Expression Matching with a Trigram Index" (2012) are, with whole words in their place.
 */
export type Necessary = readonly (readonly string[])[];

/**
 * What is known of a part of a pattern: all that it can take up (null where that is too much to list), with what it begins and ends (one of
 * these; "" where anything may), and what else must stand there.
 */
type Known = { exact: readonly string[] | null; head: readonly string[]; tail: readonly string[]; groups: Necessary };

/** More wordings than this are not put together one by one, and more of one list, by itself or beside one piece, not listed. */
const MOST = 64;
const MOST_LISTED = 512;

const listed = (exact: readonly string[], groups: Necessary = []): Known => ({
  exact,
  head: exact,
  tail: exact,
  groups,
});

const NOTHING = listed([""]);
const ANYTHING: Known = { exact: null, head: [""], tail: [""], groups: [] };
const GAP = listed([" "]);
/** Where a text begins there is a gap, and before it nothing. */
const START = listed(["^ "]);

/**
 * The normal form of a text: its ASCII letters in lower case, a nought for each digit or underscore, one space for whatever stands between.
 * The two other letters that fit an ASCII one where case is left alone (long s, Kelvin sign) become it.
 */
export const normalForm = (text: string): string =>
  text
    .replace(/\u017f/g, "s")
    .replace(/\u212a/g, "k")
    .replace(/\W+/g, " ")
    .replace(/[\d_]/g, "0")
    .toLowerCase();

/** For each of the alternatives of a pattern (flags `u` or `iu`) what must stand in every text that it fits; empty where nothing can be told. */
export function necessaryIn(pattern: string): Necessary[] {
  const reader = { pattern, at: 0 };
  const sides = readSides(reader);
  if (reader.at < pattern.length) throw new SyntaxError(`unexpected "${pattern[reader.at]}" in ${pattern}`);
  return sides.map(groupsOf);
}

/**
 * The sides of a pattern: what stands between its outermost bars, of sides that are one group of whole words ("\\b(?:…|…)\\b") those of the group.
 * Where one fits, the pattern does; it fits where the first of them does, of two that begin together the earlier. A pattern that refers back to its
 * groups by number is one side, for the numbers hold for the whole.
 */
export function sidesIn(pattern: string): string[] {
  if (/\\[1-9]/.test(pattern)) return [pattern];
  return betweenBars({ pattern, at: 0 }).flatMap((side) => {
    const reader = { pattern: side, at: WORDS.length };
    if (!side.startsWith(WORDS)) return [side];
    const inner = betweenBars(reader);
    if (side.slice(reader.at) !== ")\\b") return [side];
    return inner.map((each) => `${WORDS}${each})\\b`);
  });
}

/** What opens a group of whole words. */
const WORDS = "\\b(?:";

/** The sources of the alternatives from a place on, up to the end or the bracket that closes them. */
function betweenBars(reader: Reader): string[] {
  const sides: string[] = [];
  do {
    const from = reader.at;
    readSequence(reader);
    sides.push(reader.pattern.slice(from, reader.at));
  } while (take(reader, "|"));
  return sides;
}

type Reader = { pattern: string; at: number };

/** What stands between bars: one of its sides does. */
function readAlternatives(reader: Reader): Known {
  const sides = readSides(reader);
  if (sides.length === 1) return sides[0]!;
  const exact = sides.every((side) => side.exact !== null) ? unique(sides.flatMap((side) => side.exact!)) : null;
  if (exact && exact.length <= MOST_LISTED) return listed(exact, commonTo(sides.map((side) => side.groups)));
  const head = few(unique(sides.flatMap((side) => side.head)));
  const tail = few(unique(sides.flatMap((side) => side.tail)));
  return { exact: null, head, tail, groups: commonTo(sides.map(groupsOf)) };
}

function readSides(reader: Reader): Known[] {
  const sides = [readSequence(reader)];
  while (take(reader, "|")) sides.push(readSequence(reader));
  return sides;
}

/** Of each side the group that tells most; together one group. */
function commonTo(sides: readonly Necessary[]): Necessary {
  if (sides.some((groups) => groups.length === 0)) return [];
  return [unique(sides.flatMap((groups) => best(groups)))];
}

function readSequence(reader: Reader): Known {
  let run: readonly string[] = [""];
  const groups: (readonly string[])[] = [];
  const runs: (readonly string[])[] = [];
  while (reader.at < reader.pattern.length && !/[|)]/.test(reader.pattern[reader.at]!)) {
    const { exact, head, tail, groups: more } = readQuantified(reader);
    groups.push(...more);
    if (exact !== null && isListable(run, exact)) run = product(run, exact);
    else {
      // the run breaks off, but with what comes next begins
      runs.push(isListable(run, head) ? product(run, head) : run);
      run = tail;
    }
  }
  if (runs.length === 0) return listed(run, groups.filter(tells));
  return { exact: null, head: runs[0]!, tail: run, groups: [...groups, ...runs, run].filter(tells) };
}

const isListable = (run: readonly string[], next: readonly string[]): boolean =>
  run.length * next.length <= (run.length === 1 || next.length === 1 ? MOST_LISTED : MOST);

/** So many, or nothing. */
const few = (pieces: readonly string[]): readonly string[] => (pieces.length <= MOST_LISTED ? pieces : [""]);

const product = (lefts: readonly string[], rights: readonly string[]): string[] =>
  unique(lefts.flatMap((left) => rights.map((right) => joined(left, right))));

/** Two pieces beside each other; one space stands for all between them, and nothing before the beginning. */
function joined(left: string, right: string): string {
  if (right.startsWith("^")) return right;
  return left.endsWith(" ") && right.startsWith(" ") ? left + right.slice(1) : left + right;
}

function readQuantified(reader: Reader): Known {
  const known = readAtom(reader);
  const [, mark, least] = sticky(reader, /([?*+]|\{(\d+)(?:,\d*)?\})\??/y) ?? [];
  if (mark === undefined) return known;
  const gap = known.exact?.length === 1 && known.exact[0] === " ";
  if (mark === "+" || Number(least) > 0) return gap ? known : { ...known, exact: null, groups: groupsOf(known) };
  if (gap || (mark === "?" && known.exact && known.exact.length < MOST_LISTED))
    return listed(unique([...known.exact!, ""]));
  return ANYTHING;
}

function readAtom(reader: Reader): Known {
  const assertion = sticky(reader, /\(\?<?([=!])/y);
  if (assertion) return readAssertion(reader, assertion[1] === "=");
  if (sticky(reader, /\((?:\?[ims-]*:|\?<[^>]+>)?(?!\?)/y)) return closed(reader, readAlternatives(reader));
  const set = sticky(reader, /\[(\^?)((?:\\.|[^\\\]])*)\]/y);
  if (set) return set[1] ? readNegated(set[2]!) : readClass(set[2]!);
  const escaped = sticky(reader, /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]+>|\d+|.)/y);
  if (escaped) return readEscape(escaped[0]);
  if (take(reader, ".")) return ANYTHING;
  if (take(reader, "^")) return START;
  if (take(reader, "$")) return GAP;
  const [plain] = sticky(reader, /[^()[\]{}|?*+.^$\\]+(?![?*+{])|[^()[\]{}|?*+.^$\\]/uy) ?? [];
  if (plain === undefined) throw new SyntaxError(`cannot read "${reader.pattern.slice(reader.at)}"`);
  return literal(plain);
}

/** What must or must not stand ahead or behind takes up nothing; what must stand there stands in the text, and where no letter may there is a gap. */
function readAssertion(reader: Reader, must: boolean): Known {
  const from = reader.at;
  const known = readAlternatives(reader);
  const isGap = !must && NO_WORD.test(reader.pattern.slice(from, reader.at));
  return closed(reader, must ? listed([""], groupsOf(known)) : isGap ? GAP : NOTHING);
}

/** Every letter, alone or in a class. */
const NO_WORD = /^(?:\\w|\[(?!\^)(?:\\.|[^\\\]])*?\\w(?:\\.|[^\\\]])*\])$/su;

function closed(reader: Reader, known: Known): Known {
  if (!take(reader, ")")) throw new SyntaxError(`a bracket is not closed in ${reader.pattern}`);
  return known;
}

const literal = (characters: string): Known => listed([normalForm(characters)], characters === "?" ? [["?"]] : []);

function readEscape(escaped: string): Known {
  if (/^\\[bWsntrfv]$/.test(escaped)) return GAP;
  if (escaped === "\\B") return NOTHING;
  if (escaped === "\\d") return literal("0");
  if (/^\\[wDSpPk\d]/.test(escaped)) return ANYTHING;
  if (/^\\[ux]/.test(escaped))
    return literal(String.fromCodePoint(Number.parseInt(escaped.replace(/[^\da-fA-F]/g, ""), 16)));
  return literal(escaped.slice(1));
}

/** A class of single characters is any of them; one with a range or with classes of its own is anything, but for digits. */
function readClass(inside: string): Known {
  if (/^(?:\d(?:-\d)?|\\d)+$/.test(inside)) return literal("0");
  const characters = inside.replace(/\\([^\p{L}\p{N}])/gu, "$1").replace(/\\[sntr]/g, " ");
  if (/\\|.-./su.test(characters)) return ANYTHING;
  return listed(unique([...characters].map(normalForm)));
}

/** What is turned round is anything; but for what is none of all letters: a gap. */
const readNegated = (inside: string): Known => (/\\[Sw]/.test(inside) ? GAP : ANYTHING);

const groupsOf = ({ exact, groups }: Known): Necessary =>
  exact !== null && tells(exact) ? [...groups, exact] : groups;

/** A group tells something where each of its pieces does: a space, and a beginning, are in every text. */
const tells = (group: readonly string[]): boolean => group.every((piece) => /[^ ^]/.test(piece));

const best = (groups: Necessary): readonly string[] => groups.reduce((a, b) => (commonness(b) < commonness(a) ? b : a));

/** Pieces that half of all sentences have, though they are not short. */
const COMMONEST: ReadonlySet<string> = new Set([" the ", "the ", " i", "ed ", "t "]);

/** How often a group is met by chance, for comparing two: each letter more makes a piece rarer. */
export const commonness = (group: readonly string[]): number =>
  group.reduce((sum, piece) => sum + (COMMONEST.has(piece) ? 1 : piece === "?" ? 0.1 : 4 ** -piece.length), 0);

/** The same things, each once, in the order in which they first come. */
export const unique = <T>(things: readonly T[]): T[] => [...new Set(things)];

function take(reader: Reader, mark: string): boolean {
  if (reader.pattern[reader.at] !== mark) return false;
  reader.at++;
  return true;
}

function sticky(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.pattern);
  if (match) reader.at = pattern.lastIndex;
  return match;
}
