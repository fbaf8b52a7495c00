import type { Piece } from "../document/text-builder.ts";

/** No line of an address or a signature is longer, and no column of prose as narrow; in characters. */
const LONGEST = 50;

/**
 * Pieces with breaks where lines were typed one below the other, as addresses and signatures are: each line short, and none that goes on
 * in small letters. Markdown would run them into one.
 */
export function withTypedLines(pieces: readonly Piece[]): Piece[] {
  const words = pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
  const lines = words.split("\n");
  const typed =
    lines.length > 1 && lines.every((line) => line.length <= LONGEST && /^\s*[(“"]?[\p{Lu}\p{N}]/u.test(line));
  return typed ? pieces.flatMap(atLineEnds) : [...pieces];
}

function atLineEnds(piece: Piece): Piece[] {
  if (piece.kind !== "text") return [piece];
  let at = 0;
  return piece.text.split("\n").flatMap((text, nth): Piece[] => {
    const line: Piece = { ...piece, text, raw: piece.raw === null ? null : piece.raw + at };
    at += text.length + 1;
    return nth === 0 ? [line] : [{ kind: "break" }, line];
  });
}
