import type { Document } from "../../document/document.ts";
import { contains, firstEndingAfter } from "../../document/span.ts";
import type { Segment, SegmentKind, Structure } from "../../document/structure.ts";
import type { Span } from "../../records/anchor.ts";
import type { Item, ItemKind } from "../../records/item.ts";
import { bindingTimes } from "./binding.ts";
import type { Grammar } from "./grammar.ts";
import { firstPastDay } from "./named-day.ts";
import { moved, type Time } from "./read-time.ts";
import type { TimeContext } from "./time-context.ts";

/** An item, the row that it is the matter of (null: of none), and what its part knows of times. */
export type RowPlace = {
  document: Document;
  item: Item;
  row: Segment | null;
  context: TimeContext;
  grammar: Grammar;
};

/** The segments whose row's day is the day of their items. */
const HAS_DUE: Record<ItemKind, readonly SegmentKind[]> = {
  undertaking: ["action", "reply"],
  recommendation: ["statement"],
  ask: ["statement"],
};

/** The row of which an item is the promise or the recommendation; null where it is in none, or in one that is closed. */
export function rowOf({ segments }: Structure, item: Item): Segment | null {
  const row = segments[firstEndingAfter(segments, item.anchor.start)];
  if (!row || !contains(row, item.anchor) || row.action?.closed || !HAS_DUE[item.kind].includes(row.kind)) return null;
  return row;
}

/** What counts in the words of a row counts from the day on which it was raised, where the row tells it; else as in its part. */
export function contextOfRow({ document, row, context, grammar }: RowPlace): TimeContext {
  if (!row?.raised) return context;
  const words = document.text.slice(row.raised.start, row.raised.end);
  const day = firstPastDay(words, context.reference, grammar);
  return day === null ? context : { ...context, reference: day, called: "the day in its row", counts: true };
}

/**
 * The day by which a row says that its item is due; where it has several, one later than the paper's own day. Its column counts from the day
 * on which the row was raised, what tells its progress from the paper's.
 */
export function dueOfRow(place: RowPlace): Time[] {
  const [column, ...progress] = place.row?.due ?? [];
  const raised = contextOfRow(place);
  const times = [
    ...(column ? [dueIn({ ...place, context: raised }, column)] : []),
    ...progress.map((span) => dueIn(place, span)),
  ].flatMap((time) => time ?? []);
  const still = times.find(({ date }) => date === null || date !== place.context.reference);
  return [still ?? times].flat().slice(0, 1);
}

/** The first time in a cell that is not yet past; a bare day at the start of a cell, or after a mark in it ("40 bays: May"), is a limit. */
function dueIn({ document, context, grammar, item }: RowPlace, span: Span): Time | undefined {
  const text = document.text.slice(span.start, span.end);
  const [own] = bindingTimes(text, item.kind, context, grammar);
  if (own) return moved(own, span.start);
  for (const { index, 0: mark } of text.matchAll(/^|[:;,(–-]\s+/g)) {
    const at = index + mark.length;
    for (const { opening, means } of OPENINGS) {
      const [time] = bindingTimes(opening + text.slice(at), item.kind, context, grammar);
      if (time?.start === 0 && (means === null || time.means === means))
        return { ...moved(time, span.start + at - opening.length), start: span.start + at };
    }
  }
}

/** What makes a limit of a bare meeting ("March Board"), and of a bare day. */
const OPENINGS = [
  { opening: "by the ", means: "occasion" },
  { opening: "by ", means: null },
];
