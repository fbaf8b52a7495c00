import type { BlockDraft, Piece } from "../document/text-builder.ts";
import { draftWords, withoutStart } from "./draft-words.ts";
import { printedLabel } from "./printed-label.ts";
import { bulletLength } from "./text/shape.ts";

/** Drafts in which lines of one paragraph that bear labels or bullet signs of their own ("(a) … <br> (b) …") are list items. */
export function splitLabelledLines(drafts: readonly BlockDraft[]): BlockDraft[] {
  let group = drafts.reduce((most, draft) => Math.max(most, draft.group ?? -1), -1);
  return drafts.flatMap((draft) => {
    if (draft.kind !== "paragraph" || !draft.pieces.some((piece) => piece.kind === "break")) return [draft];
    const lines = linesIn(draft.pieces).map((pieces) => ({ ...draft, pieces }));
    const signs = lines.map((line) => signOf(draftWords(line, 60)));
    if (signs.filter((sign) => sign !== null).length < 2) return [draft];
    if (draft.group === null) group++;
    const own = draft.group ?? group;
    return lines.map((line, at) => itemOf(line, signs[at]!, own));
  });
}

type Sign = "label" | "bullet" | null;

function signOf(words: string): Sign {
  if (bulletLength(words) > 0) return "bullet";
  const label = printedLabel(words);
  return label && label.length < words.length ? "label" : null;
}

function itemOf(line: BlockDraft, sign: Sign, group: number): BlockDraft {
  if (sign === null) return line;
  const pieces = sign === "bullet" ? withoutStart(line.pieces, /^\S\s*/) : line.pieces;
  return { ...line, kind: "list-item", level: 1, group, groupKind: line.groupKind ?? "list", pieces };
}

function linesIn(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "break") lines.push([]);
    else lines.at(-1)!.push(piece);
  }
  return lines;
}
