import { anchorOf } from "../../document/anchor.ts";
import type { Document } from "../../document/document.ts";
import { sentencesIn } from "../../document/sentence.ts";
import { contains, firstEndingAfter, overlaps } from "../../document/span.ts";
import type { SegmentKind, Structure } from "../../document/structure.ts";
import type { Span } from "../../records/anchor.ts";
import type { Deadline } from "../../records/deadline.ts";
import { shortId } from "../../records/ids.ts";
import type { Item, ItemKind } from "../../records/item.ts";
import { bindingTimes } from "./binding.ts";
import { contextsOf } from "./dated-context.ts";
import { foldMarks, type Grammar, grammarOf } from "./grammar.ts";
import type { Time } from "./read-time.ts";
import { DeadlineRules } from "./rules.ts";
import type { TimeContext } from "./time-context.ts";

export { DeadlineRules };

/** The times by which items are to be done or answered, in the order of the items. */
export function extractDeadlines(
  document: Document,
  structure: Structure,
  items: readonly Item[],
  rules: DeadlineRules,
): Deadline[] {
  const grammar = grammarOf(rules);
  const contexts = contextsOf(document, structure.parts, grammar);
  const anchors = items.map((item) => item.anchor);
  return items.flatMap((item) => {
    const known = contexts.get(item.part);
    if (!known) return [];
    const context = item.restated ? known.restated() : known.own;
    return oneForEachDay(timesOf({ document, structure, anchors, item, context, grammar })).map((time) =>
      toDeadline(document, item, time),
    );
  });
}

type Place = {
  document: Document;
  structure: Structure;
  /** Of all items, in reading order. */
  anchors: readonly Span[];
  item: Item;
  context: TimeContext;
  grammar: Grammar;
};

/** The day in the column of its row; where that gives none, the times in the item, in its lead-in and in a following sentence that goes on about it. */
function timesOf(place: Place): Time[] {
  const { item } = place;
  const due = dueOfRow(place);
  if (due.some(({ date }) => date !== null)) return due;
  const spans: Span[] = [item.anchor, ...(item.leadIn ? [item.leadIn] : []), ...continuation(place)];
  const said = spans.flatMap((span) => timesIn(place, span));
  return said.length > 0 ? said : due;
}

function timesIn({ document, item, context, grammar }: Place, span: Span): Time[] {
  const text = document.text.slice(span.start, span.end);
  return bindingTimes(text, item.kind, context, grammar).map((time) => moved(time, span.start));
}

const moved = (time: Time, by: number): Time => ({ ...time, start: time.start + by, end: time.end + by });

/** How far after an item its next sentence is looked for, in UTF-16 code units: no sentence that sets a time is longer. */
const NEAR = 2_000;

/** The next sentence of the item's block, where it plainly goes on about the same act and is no item of its own. */
function continuation({ document, anchors, item, grammar }: Place): Span[] {
  const block = document.blocks[firstEndingAfter(document.blocks, item.anchor.end - 1)];
  if (!block || block.end <= item.anchor.end) return [];
  const next = sentencesIn(document.text, {
    start: item.anchor.end,
    end: Math.min(block.end, item.anchor.end + NEAR),
  }).find((span) => /\p{L}/u.test(document.text.slice(span.start, span.end)));
  if (!next) return [];
  const other = anchors[firstEndingAfter(anchors, next.start)];
  if (other && overlaps(other, next)) return [];
  const words = foldMarks(document.text.slice(next.start, next.end));
  return grammar.continuations.some((rule) => rule.test(words)) ? [next] : [];
}

/** The day by which the row of the item says that it is due, where the item is the promise or the recommendation of its row; one later than the paper's own day, where there is one. */
function dueOfRow(place: Place): Time[] {
  const { structure, item } = place;
  const row = structure.segments[firstEndingAfter(structure.segments, item.anchor.start)];
  if (!row || !contains(row, item.anchor) || row.action?.closed || !HAS_DUE[item.kind].includes(row.kind)) return [];
  const times = row.due.flatMap((span) => dueIn(place, span) ?? []);
  const still = times.find(({ date }) => date === null || date !== place.context.reference);
  return [still ?? times].flat().slice(0, 1);
}

/** The segments whose row's day is the day of their items. */
const HAS_DUE: Record<ItemKind, readonly SegmentKind[]> = {
  undertaking: ["action", "reply"],
  recommendation: ["statement"],
  ask: ["statement"],
};

/** The first time in a cell that is not yet past; a bare day at the start of a cell, or after a mark in it ("40 bays: May"), is a limit. */
function dueIn(place: Place, span: Span): Time | undefined {
  const { document, context, grammar, item } = place;
  const text = document.text.slice(span.start, span.end);
  const [own] = bindingTimes(text, item.kind, context, grammar);
  if (own) return moved(own, span.start);
  for (const { index, 0: mark } of text.matchAll(/^|[:;,(–-]\s+/g)) {
    const at = index + mark.length;
    const [time] = bindingTimes(OPENING + text.slice(at), item.kind, context, grammar);
    if (time?.start === 0) return { ...moved(time, span.start + at - OPENING.length), start: span.start + at };
  }
}

/** What makes a limit of a bare day. */
const OPENING = "by ";

/** Two times with one day are one deadline: the first. */
const oneForEachDay = (times: readonly Time[]): Time[] =>
  times.filter((time, index) => times.findIndex((other) => other.date === time.date) === index);

function toDeadline(document: Document, item: Item, time: Time): Deadline {
  const { date, precision, relativeTo } = time;
  return {
    id: shortId(item.id, "deadline", date ?? "", document.text.slice(time.start, time.end)),
    item: item.id,
    anchor: anchorOf(document, { start: time.start, end: time.end }),
    date,
    precision,
    relativeTo,
  };
}
