import { anchorOf } from "../../document/anchor.ts";
import type { Document } from "../../document/document.ts";
import { sentencesIn } from "../../document/sentence.ts";
import { firstEndingAfter, overlaps } from "../../document/span.ts";
import type { Structure } from "../../document/structure.ts";
import type { Span } from "../../records/anchor.ts";
import type { Deadline } from "../../records/deadline.ts";
import { shortId } from "../../records/ids.ts";
import type { Item } from "../../records/item.ts";
import { bindingTimes } from "./binding.ts";
import { contextsOf } from "./dated-context.ts";
import { foldMarks, grammarOf } from "./grammar.ts";
import { moved, type Time } from "./read-time.ts";
import { contextOfRow, dueOfRow, type RowPlace, rowOf } from "./row.ts";
import { DeadlineRules } from "./rules.ts";

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
    const row = rowOf(structure, item);
    return oneForEachDay(timesOf({ document, anchors, item, row, context, grammar })).map((time) =>
      toDeadline(document, item, time),
    );
  });
}

type Place = RowPlace & {
  /** Of all items, in reading order. */
  anchors: readonly Span[];
};

/** The day in the column of its row; where that gives none, the times in the item, in its lead-in and in a following sentence that goes on about it. */
function timesOf(place: Place): Time[] {
  const { item } = place;
  const due = dueOfRow(place);
  if (due.some(({ date }) => date !== null)) return due;
  const spans: Span[] = [item.anchor, ...(item.leadIn ? [item.leadIn] : []), ...continuation(place)];
  const said = spans.flatMap((span) => timesIn({ ...place, context: contextOfRow(place) }, span));
  return said.length > 0 ? said : due;
}

function timesIn({ document, item, context, grammar }: Place, span: Span): Time[] {
  const text = document.text.slice(span.start, span.end);
  return bindingTimes(text, item.kind, context, grammar).map((time) => moved(time, span.start));
}

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
