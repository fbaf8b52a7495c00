import type { BlockDraft, Piece } from "../document/text-builder.ts";
import { draftWords, withoutStart } from "./draft-words.ts";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const unraised = (digits: string): string => [...digits].map((digit) => RAISED.indexOf(digit)).join("");

/** A note's own label at its start: "[3]", "³", "[^3]:", "3." where it is known to be 3. */
const NOTE_START = /^(?:\[\^?(\d{1,3}|[\w-]{1,20})\]:?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\s*(?=\S)/;

/**
 * Drafts in which what points at a note is a mark and not text, and notes stand after the text that they belong to.
 * Marks that are plain text ("[3]") are told from other brackets by counting up from 1 in reading order.
 */
export function settleNotes(drafts: readonly BlockDraft[]): BlockDraft[] {
  const counted = countsUp(drafts);
  const labelled = drafts.map((draft) => asNote(draft, counted));
  const notes = new Set(labelled.filter(({ kind }) => kind === "note").map(({ label }) => label));
  const marked = labelled.map((draft) => ({
    ...draft,
    pieces: draft.pieces.flatMap((piece) => marksIn(piece, counted, notes)),
  }));
  return placeNotes(marked);
}

/**
 * Whether the bracketed numbers of a text are marks of notes: they come as 1, 2, 3 …, each new one higher by one. A lone "[1]" is
 * one where a block begins with another.
 */
function countsUp(drafts: readonly BlockDraft[]): boolean {
  const numbers = drafts.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      piece.kind === "text" ? [...piece.text.matchAll(/\[(\d{1,3})\]/g)].map(([, digits]) => Number(digits)) : [],
    ),
  );
  let highest = 0;
  for (const number of numbers) {
    if (number > highest + 1) return false;
    highest = Math.max(highest, number);
  }
  return (
    highest >= 2 || (numbers.length >= 2 && drafts.slice(1).some((draft) => draftWords(draft, 10).startsWith("[1]")))
  );
}

function asNote(draft: BlockDraft, counted: boolean): BlockDraft {
  if (draft.kind === "note") return { ...draft, pieces: withoutLabel(draft) };
  if (draft.kind === "cell") return draft;
  const found = NOTE_START.exec(draftWords(draft, 60));
  if (!found || (/^\[\d/.test(found[0]) && !counted)) return draft;
  const label = found[1] ?? unraised(found[2]!);
  const { printed: _, ...rest } = draft;
  return {
    ...rest,
    kind: "note",
    label,
    level: 0,
    group: null,
    groupKind: null,
    pieces: withoutStart(draft.pieces, NOTE_START),
  };
}

function withoutLabel({ pieces, label }: BlockDraft): Piece[] {
  const own = (label ?? "").replace(/[^\w]/g, "\\$&");
  return withoutStart(withoutStart(pieces, NOTE_START), new RegExp(`^[[(]?${own}[\\])]?[.:]?(?:\\s+|(?=\\p{L}))`, "u"));
}

const MARKS = /\[\^([\w-]{1,20})\]|\[(\d{1,3})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})/g;

/** A text piece cut at the marks in it. */
function marksIn(piece: Piece, counted: boolean, notes: ReadonlySet<string | null>): Piece[] {
  if (piece.kind !== "text") return [piece];
  const out: Piece[] = [];
  let from = 0;
  for (const found of piece.text.matchAll(MARKS)) {
    const [mark, named, number, raised] = found;
    const label = named ?? number ?? unraised(raised!);
    const before = piece.text.slice(Math.max(0, found.index - 6), found.index);
    if (number !== undefined && !counted) continue;
    if (raised !== undefined && !notes.has(label) && !isMarkPlace(before)) continue;
    out.push(part(piece, from, found.index), { kind: "note-mark", label });
    from = found.index + mark.length;
  }
  return from === 0 ? [piece] : [...out, part(piece, from, piece.text.length)];
}

/** Raised figures after a figure or a unit of measure are powers. */
const isMarkPlace = (before: string): boolean => /[\p{L}\p{P}]$/u.test(before) && !/\b(?:[kcm]?m|ft)$/.test(before);

const part = (piece: Extract<Piece, { kind: "text" }>, from: number, to: number): Piece => ({
  ...piece,
  text: piece.text.slice(from, to),
  raw: piece.raw === null ? null : piece.raw + from,
});

/**
 * Notes of one series (numbered on from one another) after the last of them, so that none stands in the middle of the text; where
 * the numbers begin again, another series begins: a letter's notes stay before the reply that follows it in the same file.
 */
function placeNotes(drafts: readonly BlockDraft[]): BlockDraft[] {
  const seriesOf = new Map<BlockDraft, number>();
  let series = 0;
  let highest = 0;
  for (const draft of drafts) {
    if (draft.kind !== "note") continue;
    const number = Number(draft.label);
    if (number <= highest && seriesOf.size > 0 && draft.label !== null) series++;
    if (number > 0) highest = number;
    seriesOf.set(draft, series);
  }
  const lastOf = new Map([...seriesOf].map(([draft, each]) => [each, draft]));
  return drafts.flatMap((draft) => {
    const mine = seriesOf.get(draft);
    if (mine === undefined) return [draft];
    return lastOf.get(mine) === draft ? [...seriesOf].filter(([, each]) => each === mine).map(([note]) => note) : [];
  });
}
