import type { Span } from "../records/anchor.ts";
import type { Part } from "../records/part.ts";
import type { Person } from "../records/person.ts";

/**
 * What a stretch of a part is for. Segments of a part come in reading order and do not overlap; what is in none (letterheads,
 * addresses, sign-offs, signature tables) holds no items and no replies.
 *
 * - `prose`: running text of a letter, report, decision form, set of minutes
 * - `turn`: what one speaker says in a transcript until the next speaks
 * - `question` / `answer`: of a question list (written questions); the answer follows its question
 * - `statement`: a recommendation (or ask) set out as such: in a box, under its label, in a list of recommendations. In a response it is restated
 * - `reply`: what a response says under a statement
 * - `action`: a row or entry of an actions table
 * - `quoted`: words of another document (an e-mail's quoted history, a block quotation)
 * - `note`: a footnote or endnote
 */
export type SegmentKind =
  | "prose"
  | "turn"
  | "question"
  | "answer"
  | "statement"
  | "reply"
  | "action"
  | "quoted"
  | "note";

/** A stretch of one part in one voice. */
export type Segment = Span & {
  /** The id of its part. */
  part: string;
  kind: SegmentKind;
  /** Who speaks here; null where it is the part's author(s). */
  speaker: Person | null;
  /** Whom the speaker addresses; null where it is the part's addressee(s). */
  addressee: Person | null;
  /** The number printed for it: a question's number, a recommendation's label without the word, an action's minute number. */
  label: string | null;
  /** The heading printed directly for it (a question's title); null where none. */
  heading: string | null;
  /** For answers and replies: the indexes (in `Structure.segments`) of the segments answered. Else empty. */
  answers: readonly number[];
  /** For actions: the owner as printed in its column or line, and whether the row is closed, done or discharged. */
  action: { owner: string | null; closed: boolean } | null;
  /** Where the row or lines of what is to be done say by when, the likeliest place first: the column or line for it, then that of its progress. */
  due: readonly Span[];
  /** Where the row of an action says on what day it was agreed or raised; null where it does not. */
  raised: Span | null;
};

/** The parts of a document and the voices in them. Plain values. */
export type Structure = { parts: readonly Part[]; segments: readonly Segment[] };
