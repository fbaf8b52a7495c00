import type { Piece, Style } from "../document/text-builder.ts";

/** How far ahead the source is searched for a character that does not stand where it should. Longest named entity: 33. */
const WINDOW = 40;

/**
 * A value that a parser decoded (entities, escapes, continuation lines) as pieces that stand unchanged in the source between
 * `from` and `to`, and pieces that do not. Linear: each character is looked for in a short window only.
 */
export function alignToSource(source: string, value: string, from: number, to: number, style: Style): Piece[] {
  if (value.length === to - from && source.startsWith(value, from))
    return [{ kind: "text", text: value, raw: from, ...style }];
  const pieces: Piece[] = [];
  let start = 0;
  let startRaw: number | null = null;
  let next = from;
  const cut = (end: number) => {
    if (end > start) pieces.push({ kind: "text", text: value.slice(start, end), raw: startRaw, ...style });
    start = end;
  };
  for (let at = 0; at < value.length; at++) {
    const step = find(source, value[at]!, next, to);
    const expected: number | null = startRaw === null ? null : startRaw + (at - start);
    if (at === 0 || step.found !== expected) {
      cut(at);
      startRaw = step.found;
    }
    next = step.next;
  }
  cut(value.length);
  return pieces;
}

const ENTITY = /&(?:#\d+|#[xX][\da-fA-F]+|\w+);?/y;

/** Where a character stands unchanged, looking from `at` (null where it was written otherwise), and where to look next. */
function find(source: string, character: string, at: number, to: number): { found: number | null; next: number } {
  if (source[at] === "&" && at < to) {
    const entity = entityAt(source, at);
    if (character !== "&") return { found: null, next: at + entity };
    return { found: at, next: at + (source.startsWith("&amp", at) ? entity : 1) };
  }
  if (source[at] === character && at < to) return { found: at, next: at + 1 };
  const ahead = source.slice(at, Math.min(to, at + WINDOW)).indexOf(character);
  return ahead < 0 ? { found: null, next: at } : { found: at + ahead, next: at + ahead + 1 };
}

function entityAt(source: string, at: number): number {
  ENTITY.lastIndex = at;
  return ENTITY.exec(source)?.[0].length ?? 1;
}
