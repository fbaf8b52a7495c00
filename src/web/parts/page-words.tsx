import { type PointerEvent, useRef } from "react";
import type { Span } from "../../records/anchor.ts";
import { useResource } from "../api.ts";
import { between, wordAt } from "../printed.ts";
import { select, useSelected } from "../selection.ts";
import type { PrintedWord, WordsOnPage } from "../views.ts";

type Props = { document: string; page: number; width: number; height: number };

/** The words of a printed page, laid over it unseen: to be dragged over with mouse, pen or finger. */
export function PageWords({ document, page, width, height }: Props) {
  const printed = useResource<WordsOnPage>(`/documents/${document}/pages/${page}`);
  const words = printed.value?.lines.flatMap((line) => line.words) ?? [];
  const began = useRef<Span | null>(null);
  const selected = useSelected();
  const under = (event: PointerEvent<SVGSVGElement>): PrintedWord | null => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / box.width;
    return wordAt(words, { x: (event.clientX - box.x) * scale, y: (event.clientY - box.y) * scale });
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    began.current = under(event);
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const to = began.current && under(event);
    if (began.current && to) select({ document, ...between(began.current, to) });
  };
  const covered = (word: Span) =>
    selected?.document === document && word.start < selected.end && word.end > selected.start;
  return (
    <svg
      className="page-words"
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={() => {
        began.current = null;
      }}
    >
      {words.filter(covered).map(({ start, x, y, width, height }) => (
        <rect key={start} className="selected" {...{ x, y, width, height }} />
      ))}
    </svg>
  );
}
