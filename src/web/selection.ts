import { useEffect, useState } from "react";
import type { Span } from "../records/anchor.ts";

/** Words that are selected with the mouse or the keyboard: of which document, from where to where in its text. */
export type Selected = Span & { document: string };

/** What is selected now within one document's words; null for nothing, or for something else. */
export function useSelected(): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const listen = () => {
      const now = readSelection(document.getSelection());
      setSelected((before) => (same(before, now) ? before : now));
    };
    document.addEventListener("selectionchange", listen);
    return () => document.removeEventListener("selectionchange", listen);
  }, []);
  return selected;
}

const same = (a: Selected | null, b: Selected | null): boolean =>
  a?.document === b?.document && a?.start === b?.start && a?.end === b?.end;

/** Elements with `data-start` hold a document's text from that offset on, and nothing else; `data-document` names the document around them. */
function readSelection(selection: Selection | null): Selected | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
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
