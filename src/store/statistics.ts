import { type Kysely, sql } from "kysely";
import type { Statistics, StatusCounts } from "./store.ts";
import type { Tables } from "./tables.ts";

/** As many names as a chart shows. */
const MOST_NAMES = 15;

/** What the items of all documents come to; copies left out. See `Store.statistics`. */
export async function statisticsOf(db: Kysely<Tables>): Promise<Statistics> {
  return {
    kinds: await statusesBy(db, sql<string>`items.kind`),
    outcomes: await outcomesOf(db),
    months: (await statusesBy(db, sql<string | null>`substr(items.part_date, 1, 7)`)).filter(({ name }) => name !== ""),
    asked: (await statusesBy(db, sql<string>`items."to"`)).sort(byTotal).slice(0, MOST_NAMES),
    verdicts: await verdictsOf(db),
  };
}

const totalOf = ({ replied, unanswered, open }: StatusCounts): number => replied + unanswered + open;
const byTotal = (a: StatusCounts, b: StatusCounts): number => totalOf(b) - totalOf(a) || (a.name < b.name ? -1 : 1);

const counted = (db: Kysely<Tables>) =>
  db
    .selectFrom("items")
    .innerJoin("documents", "documents.id", "items.document")
    .where("documents.copy_of", "is", null);

async function statusesBy(db: Kysely<Tables>, name: ReturnType<typeof sql<string | null>>): Promise<StatusCounts[]> {
  const rows = await counted(db)
    .select((at) => [name.as("name"), "items.status", at.fn.countAll<number | string>().as("count")])
    .groupBy([name, "items.status"])
    .execute();
  const groups = new Map<string, StatusCounts>();
  for (const row of rows) {
    const key = row.name ?? "";
    const group = groups.get(key) ?? { name: key, replied: 0, unanswered: 0, open: 0, promised: 0 };
    group[row.status ?? "promised"] += Number(row.count);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function outcomesOf(db: Kysely<Tables>): Promise<Statistics["outcomes"]> {
  const rows = await db
    .selectFrom("item_links")
    .innerJoin("documents", "documents.id", "item_links.document")
    .where("documents.copy_of", "is", null)
    .select((at) => ["item_links.outcome", at.fn.countAll<number | string>().as("count")])
    .groupBy("item_links.outcome")
    .orderBy("item_links.outcome")
    .execute();
  return rows.map(({ outcome, count }) => ({ name: outcome, count: Number(count) }));
}

async function verdictsOf(db: Kysely<Tables>): Promise<Statistics["verdicts"]> {
  const rows = await counted(db)
    .leftJoin("reviews", "reviews.item", "items.key")
    .select((at) => ["reviews.verdict", at.fn.countAll<number | string>().as("count")])
    .groupBy("reviews.verdict")
    .execute();
  const of = (verdict: string | null) => Number(rows.find((row) => row.verdict === verdict)?.count ?? 0);
  return { accepted: of("accepted"), rejected: of("rejected"), unsure: of("unsure"), none: of(null) };
}
