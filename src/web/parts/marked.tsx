import type { Span } from "../../records/anchor.ts";

/** A stretch of the document's text to be highlighted, and as what. */
export type Mark = Span & { kind: "ask" | "reply" | "rival" | "found" | "chosen" };

/** Words with highlights where marks lie over them; `offset` is where the words begin in the document's text. */
export function Marked({ text, offset, marks }: { text: string; offset: number; marks: readonly Mark[] }) {
  return cut(text, offset, marks).map(({ words, start, kind }) =>
    kind ? (
      <mark key={start} className={kind}>
        {words}
      </mark>
    ) : (
      words
    ),
  );
}

type Piece = { words: string; start: number; kind: Mark["kind"] | null };

function cut(text: string, offset: number, marks: readonly Mark[]): Piece[] {
  const end = offset + text.length;
  const over = marks.filter((mark) => mark.start < end && mark.end > offset);
  const bounds = over.flatMap((mark) => [Math.max(mark.start, offset), Math.min(mark.end, end)]);
  const stops = [...new Set([offset, ...bounds, end])].sort((a, b) => a - b);
  return stops.slice(0, -1).map((start, at) => {
    const stop = stops[at + 1]!;
    const mark = over.find((each) => each.start <= start && each.end >= stop);
    return { words: text.slice(start - offset, stop - offset), start, kind: mark?.kind ?? null };
  });
}
