import type { DocumentRecord } from "../records/document-record.ts";
import type { Gold } from "./gold.ts";
import type { ItemPair } from "./score-items.ts";
import type { Scored } from "./score-parts.ts";
import { compareValues } from "./tally.ts";

/** Deadlines: right where the day is right and the item is the one that it binds. */
export function scoreDeadlines(gold: Gold, record: DocumentRecord, pairs: readonly ItemPair[]): Scored {
  const goldOf = new Map(pairs.map(({ gold: wanted, item }) => [item.id, wanted.id]));
  const { missed, extra, tally } = compareValues(
    gold.deadlines.map(({ date, item }) => `${date}@${item}`),
    record.deadlines.map(({ date, item }) => `${date}@${goldOf.get(item) ?? `?${item}`}`),
  );
  return {
    counts: { deadline: tally },
    remarks: [...missed.map((key) => `missed deadline: ${key}`), ...extra.map((key) => `extra deadline: ${key}`)],
  };
}

/** References: each scheme and value once for a document, wherever and however often it stands. */
export function scoreReferences(gold: Gold, record: DocumentRecord): Scored {
  const keys = (list: readonly { scheme: string; value: string }[]) => [
    ...new Set(list.map(({ scheme, value }) => `${scheme}:${value.replace(/\s+/g, " ").toUpperCase()}`)),
  ];
  const wanted = keys(gold.references);
  const found = keys(record.references);
  const questions = (list: readonly string[]) => list.filter((key) => key.startsWith("MQ:"));
  const { missed, extra, tally } = compareValues(wanted, found);
  return {
    counts: { reference: tally, mq: compareValues(questions(wanted), questions(found)).tally },
    remarks: [...missed.map((key) => `missed reference: ${key}`), ...extra.map((key) => `extra reference: ${key}`)],
  };
}
