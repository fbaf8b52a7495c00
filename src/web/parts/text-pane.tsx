import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Span } from "../../records/anchor.ts";
import { useResource } from "../api.ts";
import type { TextBlock, TextView } from "../views.ts";
import { type Mark, Marked } from "./marked.tsx";
import { Waiting } from "./waiting.tsx";

/** Text shown on either side of what is looked for, and added at a time, in UTF-16 code units: about two pages. */
const AROUND = 5_000;

type Props = {
  document: string;
  length: number;
  marks: readonly Mark[];
  /** Where to begin reading: scrolled into view. */
  at: Span | null;
  /** Given while sentences are being chosen. */
  choosing?: { chosen: readonly Span[]; toggle: (sentence: Span) => void } | undefined;
};

/** The words of a document around a place, with highlights by their offsets. */
export function TextPane({ document, length, marks, at, choosing }: Props) {
  const [reach, setReach] = useState({ before: AROUND, after: AROUND });
  const from = Math.max(0, (at?.start ?? 0) - reach.before);
  const to = Math.min(length, (at?.end ?? 0) + reach.after);
  const text = useResource<TextView>(`/documents/${document}/text?from=${from}&to=${to}`);
  const kept = useRef<TextView | null>(null);
  if (text.value) kept.current = text.value;
  const shown = text.error ? text : { ...text, value: kept.current };
  const pane = useRef<HTMLDivElement>(null);
  const ready = text.value !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the words are there and when another place is asked for
  useEffect(() => {
    const mark = pane.current?.querySelector("mark.found") ?? pane.current?.querySelector("mark");
    const box = pane.current?.closest(".pane");
    if (mark && box) box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - 80;
  }, [ready, at?.start]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when choosing begins, and when another place is asked for
  useEffect(() => {
    if (choosing) sentenceToBegin(pane.current)?.focus();
  }, [choosing !== undefined, ready, at?.start]);
  return (
    <Waiting of={shown}>
      {(view) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the boxes in it, which Tab reaches as well
        <div className="text" ref={pane} onKeyDown={choosing && moveBetweenSentences}>
          {from > 0 && (
            <button type="button" onClick={() => setReach({ ...reach, before: reach.before + 4 * AROUND })}>
              Show what stands before
            </button>
          )}
          {view.blocks.map((block) => (
            <Block
              key={block.start}
              block={{ ...block, text: view.text.slice(block.start - view.start, block.end - view.start) }}
              marks={choosing ? [...choosing.chosen.map(toMark), ...marks] : marks}
              choosing={choosing}
            />
          ))}
          {to < length && (
            <button type="button" onClick={() => setReach({ ...reach, after: reach.after + 4 * AROUND })}>
              Show what follows
            </button>
          )}
        </div>
      )}
    </Waiting>
  );
}

/** The box of the sentence that was looked for, else of the first one marked, else of the first. */
const sentenceToBegin = (pane: HTMLElement | null): HTMLInputElement | null | undefined =>
  pane?.querySelector<HTMLInputElement>("label:has(mark.found) input") ??
  pane?.querySelector<HTMLInputElement>("label:has(mark) input") ??
  pane?.querySelector("input");

const toMark = ({ start, end }: Span): Mark => ({ start, end, kind: "chosen" });

function moveBetweenSentences(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const sentences = [...event.currentTarget.querySelectorAll("input")];
  const at = sentences.indexOf(event.target as HTMLInputElement);
  sentences[at + step]?.focus();
}

type BlockProps = { block: TextBlock & { text: string } } & Pick<Props, "marks" | "choosing">;

function Block({ block, marks, choosing }: BlockProps) {
  const isHeading = block.kind === "title" || block.kind === "heading";
  if (!choosing || isHeading)
    return (
      <p className={`block ${block.kind}`} data-start={block.start}>
        <Marked text={block.text} offset={block.start} marks={marks} />
      </p>
    );
  return (
    <div className={`block ${block.kind}`}>
      {block.sentences.map(([start, end]) => (
        <label key={start} className="sentence">
          <input
            type="checkbox"
            checked={choosing.chosen.some((each) => each.start < end && each.end > start)}
            onChange={() => choosing.toggle({ start, end })}
          />
          <span data-start={start}>
            <Marked text={block.text.slice(start - block.start, end - block.start)} offset={start} marks={marks} />
          </span>
        </label>
      ))}
    </div>
  );
}
