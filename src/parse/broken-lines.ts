import type { BlockDraft, Piece } from "../document/text-builder.ts";
import { draftWords } from "./draft-words.ts";
import { printedLabel } from "./printed-label.ts";

/** No address, form or verse has lines as long as running text is broken at by mail programs; in characters. */
const NARROWEST = 45;

/**
 * Drafts in which running text that somebody's mail program broke into lines (`<br>` after each) is running text again: a break is
 * none where the next line's first word would have gone over the edge, which is where the longest line of the paragraph ends, if words go
 * on in small letters after some such break. Breaks that somebody meant, in addresses and signatures, stay.
 */
export const withBrokenLinesJoined = (drafts: readonly BlockDraft[]): BlockDraft[] => drafts.map(joined);

function joined(draft: BlockDraft): BlockDraft {
  if (!draft.pieces.some((piece) => piece.kind === "break")) return draft;
  const lines = draftWords(draft, Number.POSITIVE_INFINITY).split("\n");
  const edge = Math.max(...lines.map((line) => line.length));
  const forced = lines.map((line, at) => isForced(line, lines[at + 1] ?? "", edge));
  const goesOn = forced.some((isOne, at) => isOne && /^["'“‘(]?\p{Ll}/u.test(lines[at + 1]!));
  if (edge < NARROWEST || !goesOn) return draft;
  let at = 0;
  const pieces = draft.pieces.map(
    (piece): Piece => (piece.kind === "break" && forced[at++] ? { kind: "text", text: " ", raw: null } : piece),
  );
  return { ...draft, pieces };
}

/** Whether the next line's first word had no room on a line; a line that ends a sentence before anything but a small letter may have been meant to. */
function isForced(line: string, next: string, edge: number): boolean {
  const first = /^\S*/.exec(next.slice(0, 60))![0];
  const isFull = line.length + 1 + first.length > edge && /^["'“‘(]?\p{L}/u.test(next);
  return isFull && printedLabel(next) === null && !(/[.:;?!]$/.test(line) && /^\P{Ll}/u.test(next));
}
