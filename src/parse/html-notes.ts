import type * as hast from "hast";
import type { Piece } from "../document/text-builder.ts";

/** The elements that hold notes: their ids, with the labels of the marks that point at them. */
export type NoteTargets = ReadonlyMap<string, string>;

const MARK = /^\s*[[(]?\s*(?:(?:foot|end)?note\s+)?(\d{1,3}|[ivx]{1,5}|[a-z]|\*{1,3}|[†‡§¶])\s*[\])]?\s*$/;
/** How editors and converters call the ends of a note's link: Word's "_ftn1", "fn:1", "footnote-1", "cite_note-1", "endnote2". */
const NOTE_ID = /(?:ftn|fn|footnote|endnote|note|edn|cite)/i;
const BACK_ID = /(?:ref|back|return|cite_)/i;
const ARROW = /^(?:\s|↑|↩|⏎|⤴|\^|\ufe0e|\ufe0f)*$/;

/** The notes that marks in the content point at. */
export function noteTargets(roots: readonly hast.Element[]): NoteTargets {
  const targets = new Map<string, string>();
  const visit = (element: hast.Element, raised: boolean) => {
    const label = linkMark(element, raised);
    if (label !== null) {
      const id = targetOf(element);
      if (id && !targets.has(id)) targets.set(id, label);
    }
    for (const child of element.children)
      if (child.type === "element") visit(child, raised || element.tagName === "sup");
  };
  for (const root of roots) visit(root, false);
  return targets;
}

const targetOf = ({ properties }: hast.Element): string | null =>
  /^[^#]*#(.+)$/.exec(String(properties.href ?? ""))?.[1] ?? null;

/** The label of a link that is a note's mark: its words are a number or a sign, and it is raised, bracketed or points at a note. */
function linkMark(element: hast.Element, raised: boolean): string | null {
  if (element.tagName !== "a") return null;
  const target = targetOf(element);
  const words = wordsIn(element, 24);
  const label = MARK.exec(words)?.[1];
  if (target === null || label === undefined || BACK_ID.test(target)) return null;
  const hasSup = element.children.some((child) => child.type === "element" && child.tagName === "sup");
  return raised || hasSup || NOTE_ID.test(target) || /^\s*\[.*\]\s*$/.test(words) ? label : null;
}

/** The label of the note that a block holds: its own id, or that of the anchor with which it begins, is what a mark points at. */
export function noteLabel(notes: NoteTargets, element: hast.Element): string | undefined {
  let inner: hast.Element | undefined = element;
  for (let depth = 0; inner && depth < 4; depth++) {
    const label = [inner.properties.id, inner.properties.name].map((id) => notes.get(String(id ?? ""))).find(Boolean);
    if (label !== undefined) return label;
    const first: hast.Nodes | undefined = inner.children.find(
      (child) => child.type !== "text" || child.value.trim() !== "",
    );
    inner = first?.type === "element" ? first : undefined;
  }
  return undefined;
}

/** The label of a note's mark that this element is, standing after these pieces of its block; null where it is none. */
export function noteMark(element: hast.Element, before: readonly Piece[]): string | null {
  if (element.tagName === "a") return linkMark(element, false);
  if (element.tagName !== "sup") return null;
  const link = element.children.find(
    (child): child is hast.Element => child.type === "element" && child.tagName === "a",
  );
  if (link) return linkMark(link, true);
  const label = /^\s*[[(]?(\d{1,3})[\])]?\s*$/.exec(wordsIn(element, 24))?.[1];
  return label !== undefined && isAfterWord(before) ? label : null;
}

/** Raised figures after a word or a stop are marks; after a figure or a unit they are powers. */
function isAfterWord(before: readonly Piece[]): boolean {
  const last = before.at(-1);
  if (last?.kind !== "text") return last?.kind === "note-mark";
  return /[\p{L}\p{P}]\s*$/u.test(last.text.slice(-20)) && !/\b(?:[kcm]?m|ft|CO)\s*$/.test(last.text.slice(-20));
}

/** The link in a note that leads back to its mark: an arrow, or the mark's own label again. */
export function isBackLink(element: hast.Element): boolean {
  if (element.tagName !== "a") return false;
  const target = targetOf(element);
  if (target === null) return false;
  const words = wordsIn(element, 24);
  return (ARROW.test(words) && words.trim() !== "") || (BACK_ID.test(target) && MARK.test(words));
}

function wordsIn(element: hast.Element, most: number): string {
  let words = "";
  for (const child of element.children) {
    if (words.length > most) break;
    if (child.type === "text") words += child.value;
    else if (child.type === "element") words += wordsIn(child, most);
  }
  return words;
}
