import type * as hast from "hast";
import type { Block } from "../document/document.ts";
import type { Style } from "../document/text-builder.ts";
import { type Counting, countLabel } from "./counter.ts";

/** How words are printed inside an element, by its name and its inline style. */
export function styleIn({ tagName, properties }: hast.Element, style: Style): Style {
  const css = String(properties.style ?? "");
  const next: Style = { ...style };
  if (/^(?:b|strong|th|h[1-6])$/.test(tagName) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(css)) next.bold = true;
  if (/font-weight\s*:\s*(?:normal|400)/i.test(css)) next.bold = false;
  if (/^(?:i|em|cite)$/.test(tagName) || /font-style\s*:\s*italic/i.test(css)) next.italic = true;
  if (tagName === "u" || /text-decoration[^;]*underline/i.test(css)) next.underline = true;
  if (tagName === "a" && properties.href) next.link = String(properties.href);
  return next;
}

/**
 * Whether an element is the bullet sign that Word writes before a paragraph of a list when it saves HTML: a letter of a symbol font in a
 * stretch that is to be ignored. Numbers in such a stretch are labels and read as they stand.
 */
export function isWordBullet({ properties, children }: hast.Element): boolean {
  if (!/mso-list\s*:\s*ignore/i.test(String(properties.style ?? ""))) return false;
  const [first] = children;
  const sign = first?.type === "text" ? first.value.trim() : "";
  return /^(?:[^\p{L}\p{N}(]|[oüØvq§])$/u.test(sign);
}

/** Class names by which designers call a framed passage. */
const BOXES =
  /(?:^|[-_])(?:box|boxed|callout|call-to-action|panel|inset|rec|recs|recommendation|highlight|well|summary-?box)(?:$|[-_]{1,2}(?:text|content|body|inner)?$)/i;
const FRAME =
  /(?:^|;)\s*(?:border(?:-left|-right|-top|-bottom)?|outline)\s*:\s*[^;]*(?:solid|double|dashed|groove|ridge|inset)|background(?:-color)?\s*:\s*(?!\s*(?:none|transparent|inherit|white|#fff(?:fff)?\b))/i;

/** What kind of group an element makes of the blocks in it; null where it is nothing to a reader. */
export function frameOf({ tagName, properties }: hast.Element): Block["groupKind"] {
  const classes = [properties.className ?? []].flat().map(String);
  if (tagName === "blockquote" || classes.some((name) => /^(?:gmail_quote|moz-cite-prefix)$/.test(name)))
    return "quotation";
  if (!/^(?:div|section|aside|article|p|fieldset|figure)$/.test(tagName)) return null;
  if (classes.some((name) => BOXES.test(name))) return "box";
  return FRAME.test(String(properties.style ?? "")) ? "box" : null;
}

const childElements = (element: hast.Element, ...names: string[]): hast.Element[] =>
  element.children.filter((child): child is hast.Element => child.type === "element" && names.includes(child.tagName));

/** A list's items with the labels that a browser would print: null for bullets. */
export function listLabels(list: hast.Element): { item: hast.Element; label: string | null }[] {
  const items = list.children.filter((child): child is hast.Element => child.type === "element");
  const step = list.properties.reversed ? -1 : 1;
  let count = Number(list.properties.start ?? (step < 0 ? childElements(list, "li").length : 1));
  return items.map((item) => {
    // what is in a list without being an item of it (a list in a list, in old pages) goes with the item before
    if (list.tagName !== "ol" || item.tagName !== "li") return { item, label: null };
    if (item.properties.value !== undefined) count = Number(item.properties.value);
    const label = `${countLabel(count, COUNTINGS[String(item.properties.type ?? list.properties.type)] ?? "decimal")}.`;
    count += step;
    return { item, label };
  });
}

const COUNTINGS: Record<string, Counting> = {
  a: "lower-letter",
  A: "upper-letter",
  i: "lower-roman",
  I: "upper-roman",
};

/** A cell with its place, and how many rows it stands in. */
export type PlacedCell = { element: hast.Element; row: number; column: number; header: boolean; rows: number };

/** A table's cells by row, each with its place; a cell over several columns or rows counts as so many. */
export function tableRows(table: hast.Element): PlacedCell[][] {
  const rows = table.children.flatMap((child) => {
    if (child.type !== "element") return [];
    if (child.tagName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? childElements(child, "tr") : [];
  });
  const takenUntil: number[] = [];
  return rows.map((tr, row) => {
    let column = 0;
    return childElements(tr, "td", "th").map((element) => {
      while ((takenUntil[column] ?? 0) > row) column++;
      const count = Math.min(span(element.properties.rowSpan), rows.length - row);
      const cell = { element, row, column, header: element.tagName === "th", rows: count };
      const end = column + span(element.properties.colSpan);
      for (; column < end; column++) takenUntil[column] = row + count;
      return cell;
    });
  });
}

/** How many columns or rows an attribute says, as browsers read it. */
const span = (value: unknown): number => Math.max(1, Math.min(1000, Number(value) || 1));
