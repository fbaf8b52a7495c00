import type { BlockDraft } from "../document/text-builder.ts";
import { type Counting, countLabel } from "./counter.ts";
import { draftWords } from "./draft-words.ts";
import type { Unpacked } from "./unpacked.ts";

/** A paragraph of a Word document that Word counts, with the label that it prints. */
export type LabelledWords = { words: string; label: string };

type Level = { start: number; counting: Counting | null; text: string };
type Numbering = { levels: Map<string, Level[]>; lists: Map<string, string> };

/** ECMA-376, 17.18.59 (ST_NumberFormat): the ones that print figures or letters. */
const COUNTINGS: Record<string, Counting> = {
  decimal: "decimal",
  decimalZero: "decimal",
  lowerLetter: "lower-letter",
  upperLetter: "upper-letter",
  lowerRoman: "lower-roman",
  upperRoman: "upper-roman",
};

/**
 * The labels that Word prints before its counted paragraphs (ECMA-376, 17.9), in the order of the document. They stand in none of its
 * text: a list's definition says how to count.
 */
export function wordLabels(entries: Unpacked): LabelledWords[] {
  const numbering = readNumbering(entries.get("word/numbering.xml") ?? "");
  const styles = readStyles(entries.get("word/styles.xml") ?? "");
  const counters = new Map<string, number[]>();
  const found: LabelledWords[] = [];
  for (const [paragraph] of (entries.get("word/document.xml") ?? "").matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)) {
    const place = placeOf(paragraph) ?? styles.get(attributeOf(paragraph, "pStyle") ?? "");
    const list = place && numbering.lists.get(place.list);
    const levels = list === undefined ? undefined : numbering.levels.get(list);
    if (!place || !levels || list === undefined) continue;
    const label = countUp(levels, place.level, counters, list);
    const words = wordsIn(paragraph);
    if (label && words) found.push({ words, label });
  }
  return found;
}

const attributeOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name} w:val="([^"]*)"`).exec(xml)?.[1];

function placeOf(xml: string): { list: string; level: number } | undefined {
  const numbers = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(xml)?.[1];
  const list = numbers && attributeOf(numbers, "numId");
  return list ? { list, level: Number(attributeOf(numbers, "ilvl") ?? 0) } : undefined;
}

function readNumbering(xml: string): Numbering {
  const levels = new Map<string, Level[]>();
  for (const [, id, body] of xml.matchAll(
    /<w:abstractNum [^>]*w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g,
  ))
    levels.set(
      id!,
      [...body!.matchAll(/<w:lvl [\s\S]*?<\/w:lvl>/g)].map(([level]) => readLevel(level)),
    );
  const lists = new Map<string, string>();
  for (const [, id, body] of xml.matchAll(/<w:num [^>]*w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g))
    lists.set(id!, attributeOf(body!, "abstractNumId") ?? "");
  return { levels, lists };
}

const readLevel = (xml: string): Level => ({
  start: Number(attributeOf(xml, "start") ?? 1),
  counting: COUNTINGS[attributeOf(xml, "numFmt") ?? "decimal"] ?? null,
  text: attributeOf(xml, "lvlText") ?? "",
});

/** The lists that styles put their paragraphs in. */
function readStyles(xml: string): Map<string, { list: string; level: number }> {
  const places = new Map<string, { list: string; level: number }>();
  for (const [, id, body] of xml.matchAll(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g)) {
    const place = placeOf(body!) ?? places.get(attributeOf(body!, "basedOn") ?? "");
    if (place) places.set(id!, place);
  }
  return places;
}

/** Counts a paragraph in its list and gives its label; null for bullets. Deeper levels begin again. */
function countUp(levels: readonly Level[], at: number, counters: Map<string, number[]>, list: string): string | null {
  const level = levels[at];
  if (!level) return null;
  const counts = counters.get(list) ?? [];
  counters.set(list, counts);
  counts[at] = (counts[at] ?? level.start - 1) + 1;
  counts.length = at + 1;
  if (level.counting === null) return null;
  return level.text.replace(/%(\d)/g, (_, number: string) => {
    const index = Number(number) - 1;
    const other = levels[index];
    return other ? countLabel(counts[index] ?? other.start, other.counting ?? "decimal") : "";
  });
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };

function wordsIn(paragraph: string): string {
  const words = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\b[^>]*>/g)].map(
    ([, text]) => text ?? " ",
  );
  return squeeze(words.join("").replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity]!));
}

const squeeze = (words: string): string => words.replace(/\s+/g, " ").trim().slice(0, LONGEST);

/** Words are compared as far as this; paragraphs are looked for this far ahead. */
const LONGEST = 200;
const AHEAD = 50;

/**
 * Drafts of a Word document with the labels that Word prints. What Word counts as "8.12" is a paragraph with a number, not an item
 * of a list, however it was made.
 */
export function withWordLabels(drafts: readonly BlockDraft[], labels: readonly LabelledWords[]): BlockDraft[] {
  let next = 0;
  return drafts.map((draft) => {
    const words = squeeze(draftWords(draft, LONGEST * 2).replaceAll("\n", " "));
    const at = labels.slice(next, next + AHEAD).findIndex((each) => each.words === words);
    if (at < 0) return draft;
    const { label } = labels[next + at]!;
    next += at + 1;
    if (draft.kind !== "list-item" || !/^\d+(?:\.\d+)+\.?$/.test(label)) return { ...draft, label };
    return { ...draft, label, kind: "paragraph", level: 0, group: null, groupKind: null };
  });
}
