import { useSyncExternalStore } from "react";
import type { Span } from "../records/anchor.ts";

/** Words that are selected: of which document, from where to where in its text. */
export type Selected = Span & { document: string };

let current: Selected | null = null;
const listeners = new Set<() => void>();

/** Selects words of a printed page, or nothing: what a browser selects by itself is followed anyway. */
export function select(now: Selected | null): void {
  if (now) document.getSelection()?.removeAllRanges();
  set(now);
}

function set(now: Selected | null): void {
  if (same(current, now)) return;
  current = now;
  for (const listener of listeners) listener();
}

const same = (a: Selected | null, b: Selected | null): boolean =>
  a?.document === b?.document && a?.start === b?.start && a?.end === b?.end;

// what is selected on a printed page is not the browser's to end
const follow = () => {
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed) set(readSelection(selection));
};
const end = ({ target }: PointerEvent) => {
  if (target instanceof Element && !target.closest(".selected-bar")) set(null);
};

function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    document.addEventListener("selectionchange", follow);
    document.addEventListener("pointerdown", end, { capture: true });
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("selectionchange", follow);
    document.removeEventListener("pointerdown", end, { capture: true });
    current = null;
  };
}

/** What is selected now within one document's words; null for nothing, or for something else. */
export const useSelected = (): Selected | null => useSyncExternalStore(listen, () => current);

/** Elements with `data-start` hold a document's text from that offset on, and nothing else; `data-document` names the document around them. */
function readSelection(selection: Selection): Selected | null {
  const range = selection.getRangeAt(0);
  const home = elementOf(range.commonAncestorContainer)?.closest<HTMLElement>("[data-document]");
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (!home || start === null || end === null || start >= end) return null;
  return { document: home.dataset.document!, start, end };
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

function offsetAt(node: Node, offset: number): number | null {
  const words = elementOf(node)?.closest<HTMLElement>("[data-start]");
  if (!words) return null;
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(node, offset);
  return Number(words.dataset.start) + before.toString().length;
}
