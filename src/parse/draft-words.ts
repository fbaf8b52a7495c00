import type { BlockDraft, Piece } from "../document/text-builder.ts";

/** The words of a draft as they will be read, as far as `most` characters: breaks are line ends, white space is single. */
export function draftWords({ pieces }: BlockDraft, most = 2_000): string {
  let words = "";
  for (const piece of pieces) {
    if (words.length > most) break;
    if (piece.kind === "text") words += piece.text.slice(0, most);
    else if (piece.kind === "break") words += "\n";
  }
  return words
    .replace(/[\u00ad\u200b\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}

/** Pieces without white space and the first match of a pattern at their start. The pattern sees the first pieces' words only. */
export function withoutStart(pieces: readonly Piece[], pattern: RegExp): Piece[] {
  const head = pieces
    .slice(0, 6)
    .map((piece) => (piece.kind === "text" ? piece.text.slice(0, 60) : "\n"))
    .join("");
  const start = head.length - head.trimStart().length;
  const found = pattern.exec(head.slice(start));
  return found?.index === 0 ? dropStart(pieces, start + found[0].length) : [...pieces];
}

function dropStart(pieces: readonly Piece[], count: number): Piece[] {
  let left = count;
  return pieces.flatMap((piece): Piece[] => {
    if (left <= 0 || piece.kind === "note-mark") return [piece];
    if (piece.kind === "break") {
      left--;
      return [];
    }
    const cut = Math.min(left, piece.text.length);
    left -= cut;
    if (cut === piece.text.length) return [];
    return [{ ...piece, text: piece.text.slice(cut), raw: piece.raw === null ? null : piece.raw + cut }];
  });
}
