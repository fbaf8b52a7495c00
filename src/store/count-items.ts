import type { FlatItem } from "../records/flat-item.ts";
import type { PublishedDocument, PublishedItem, PublishedLink } from "./stored.ts";
import type { Tables } from "./tables.ts";
import { unsettledDue } from "./unsettled-due.ts";

/**
 * What is counted of a document's items for charts. By kind, month and who is asked: how many with which status. By outcome, by month and outcome,
 * by who is asked and outcome; by the week of the reply, whether late; by who asks, whom; by the day due, whether settled.
 */
export type Topic =
  | "kind"
  | "month"
  | "asked"
  | "outcome"
  | "month-outcome"
  | "asked-outcome"
  | "week"
  | "asking"
  | "due";

/** The status of undertakings, which nobody replies to. */
export const PROMISED = "promised";

/** What is counted of a document. */
export type Counted = Pick<PublishedDocument, "id" | "copyOf" | "deadlines"> & {
  items: ({ row: Pick<FlatItem, "key" | "kind" | "part_date"> } & Pick<
    PublishedItem,
    "status" | "byBody" | "toBody"
  >)[];
  links: Pick<PublishedLink, "item" | "outcome" | "days" | "late">[];
};

/** The counts of a document; none of a copy. */
export function talliesOf(counted: Counted): Tables["tallies"][] {
  const { id: document, copyOf, items } = counted;
  if (copyOf !== null) return [];
  const counts = new Map<string, Tables["tallies"]>();
  const count = (topic: Topic, name: string, part: string) => {
    const key = JSON.stringify([topic, name, part]);
    const row = counts.get(key) ?? { document, topic, name, part, count: 0 };
    counts.set(key, { ...row, count: row.count + 1 });
  };
  for (const { row, status, byBody, toBody } of items) {
    const part = status ?? PROMISED;
    count("kind", row.kind, part);
    count("month", row.part_date?.slice(0, 7) ?? "", part);
    count("asked", toBody, part);
    if (row.kind !== "undertaking") count("asking", byBody, toBody);
  }
  for (const [topic, name, part] of [...repliesOf(counted), ...dueOf(counted)]) count(topic, name, part);
  return [...counts.values()];
}

type Count = [topic: Topic, name: string, part: string];

/** An item that two documents answer alike is counted once. */
function repliesOf({ items, links }: Counted): Count[] {
  const byItem = Map.groupBy(links, ({ item }) => item);
  return items.flatMap(({ row, toBody }) => {
    const own = byItem.get(row.key) ?? [];
    const month = row.part_date?.slice(0, 7) ?? "";
    const outcomes = [...new Set(own.map(({ outcome }) => outcome))];
    const weeks = own.flatMap(({ days, late }): Count[] =>
      days === null || days < 0 ? [] : [["week", `${Math.floor(days / 7)}`, `${late ?? "unknown"}`]],
    );
    return [
      ...outcomes.flatMap((outcome): Count[] => [
        ["outcome", outcome, ""],
        ["month-outcome", month, outcome],
        ["asked-outcome", toBody, outcome],
      ]),
      ...new Map(weeks.map((week) => [week.join(), week])).values(),
    ];
  });
}

function dueOf({ deadlines, links }: Counted): Count[] {
  const open = unsettledDue(deadlines, links);
  const days = deadlines.flatMap(({ item, date }): [string, Count][] =>
    date ? [[`${item} ${date}`, ["due", date, open.has(item) ? "open" : "settled"]]] : [],
  );
  return [...new Map(days).values()];
}
