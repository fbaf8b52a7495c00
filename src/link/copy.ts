import type { Span } from "../records/anchor.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { likeness, type Sketch, sketchOf } from "./sketch.ts";
import { finish, type Steps } from "./steps.ts";

/** What tells whether two documents are one letter in other bytes: few enough numbers to hold for a whole collection. */
export type Fingerprint = {
  /** Of runs of four words. */
  runs: Sketch;
  /** Of the words that differ between two letters from one template: names, figures. */
  particulars: Sketch;
  /** How many words there are; the date of the first dated part. */
  length: number;
  date: string | null;
};

/** Hashes kept for each sketch: the likeness of two copies is then right to about a twentieth. */
const SIZE = 128;
/** Two printings of one letter differ by a stray caption or note mark; a template's letters by names and figures at least. */
const LIKE_RUNS = 0.8;
const LIKE_PARTICULARS = 0.85;
/** How many of the lowest hashes of a sketch are looked at, and under how many of them, those that fewest documents share, copies may meet. */
const LOOKED_AT = 16;
const MEETING = 4;
/** A hash that so many different letters share is a template's or a letterhead's, and tells no copies. */
const CROWD = 60;

/** The fingerprint of the words in a document's parts, without notes; of all its words where it has no parts. */
export function fingerprintOf({ document, structure }: ExtractedDocument): Fingerprint {
  const parts: readonly Span[] =
    structure.parts.length > 0 ? structure.parts.map((part) => part.anchor) : [{ start: 0, end: document.text.length }];
  const notes = document.blocks.filter((block) => block.kind === "note");
  const words = parts.flatMap((part) => wordsIn(document.text, part, notes));
  const plain = words.map((word) => word.toLowerCase());
  const runs = plain.map((_, at) => plain.slice(at, at + 4).join(" ")).slice(0, Math.max(1, plain.length - 3));
  return {
    runs: words.length === 0 ? [] : sketchOf(runs, SIZE),
    particulars: sketchOf(
      words.filter((word) => /\d|^\p{Lu}/u.test(word)),
      SIZE,
    ),
    length: words.length,
    date: structure.parts.find((part) => part.date && !part.dateInferred)?.date ?? null,
  };
}

function wordsIn(text: string, part: Span, notes: readonly Span[]): string[] {
  let words = "";
  let at = part.start;
  for (const note of notes) {
    if (note.start < at || note.end > part.end) continue;
    words += ` ${text.slice(at, note.start)}`;
    at = note.end;
  }
  words += ` ${text.slice(at, part.end)}`;
  // bracketed figures are note marks that one printing has and another has not
  return words.replace(/\[\d+\]/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether two documents are one text in other bytes. */
export function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.date && b.date && a.date !== b.date) return false;
  // texts of other lengths cannot be alike in their runs, and to see it costs nothing
  if (Math.min(a.length, b.length) < LIKE_RUNS * Math.max(a.length, b.length)) return false;
  return likeness(a.runs, b.runs) >= LIKE_RUNS && likeness(a.particulars, b.particulars) >= LIKE_PARTICULARS;
}

type Printed = { document: string; print: Fingerprint };

/**
 * Which documents are copies of which: copy id to the id of its original, the lowest id of those alike. Compares only documents that
 * share a low hash which few others share, and with originals only: the cost grows with the collection and not with its square, whether it
 * holds thousands of letters from one template or thousands of printings of one letter.
 */
export const findCopies = (cards: readonly Printed[]): Map<string, string> => finish(findingCopies(cards));

/** The same, a card a step. */
export function* findingCopies(cards: readonly Printed[]): Steps<Map<string, string>> {
  const sharing = countSharing(cards);
  const originals = new Map<number, Printed[]>();
  const copies = new Map<string, string>();
  for (const card of cards.toSorted((a, b) => (a.document < b.document ? -1 : 1))) {
    yield;
    const keys = keysOf(card.print, sharing);
    const met = new Set(keys.flatMap((key) => fewUnder(key, originals)));
    const original = [...met].find((other) => isCopy(other.print, card.print));
    if (original) copies.set(card.document, original.document);
    else for (const key of keys) meetAt(originals, key, card);
  }
  return copies;
}

/** The originals that meet under a key; none where they are a crowd. */
function fewUnder(key: number, originals: ReadonlyMap<number, Printed[]>): readonly Printed[] {
  const there = originals.get(key) ?? [];
  return there.length < CROWD ? there : [];
}

function meetAt(originals: Map<number, Printed[]>, key: number, card: Printed): void {
  const there = originals.get(key);
  if (!there) originals.set(key, [card]);
  else if (there.length < CROWD) there.push(card);
}

/** The low hashes as keys: those of runs even, those of particulars odd. */
const lowHashes = ({ runs, particulars }: Fingerprint): number[] => [
  ...Array.from(runs.slice(0, LOOKED_AT), (hash) => 2 * hash),
  ...Array.from(particulars.slice(0, LOOKED_AT), (hash) => 2 * hash + 1),
];

/** The low hashes that more documents than one share, each with how many do. */
function countSharing(cards: readonly Printed[]): ReadonlyMap<number, number> {
  const all = new Float64Array(cards.length * 2 * LOOKED_AT).fill(Number.POSITIVE_INFINITY);
  cards.forEach(({ print }, at) => {
    all.set(lowHashes(print), at * 2 * LOOKED_AT);
  });
  all.sort();
  const sharing = new Map<number, number>();
  for (let from = 0, to = 0; all[from]! < Number.POSITIVE_INFINITY; from = to) {
    while (all[to] === all[from]) to++;
    if (to - from > 1) sharing.set(all[from]!, to - from);
  }
  return sharing;
}

/** The keys under which a document may meet its copies, of either kind those that fewest share: what it alone has it shares with no copy. */
function keysOf(print: Fingerprint, sharing: ReadonlyMap<number, number>): number[] {
  const shared = lowHashes(print).filter((hash) => sharing.has(hash));
  const rarest = (kind: number) =>
    shared
      .filter((hash) => hash % 2 === kind)
      .sort((a, b) => sharing.get(a)! - sharing.get(b)!)
      .slice(0, MEETING);
  return [...rarest(0), ...rarest(1)];
}
