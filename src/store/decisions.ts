import type { Kysely, Selectable, Transaction } from "kysely";
import { Act, type Decision, type NewDecision } from "../records/decision.ts";
import { reviewOf } from "../records/review.ts";
import type { Tables } from "./tables.ts";

/** A decision with whom and what it is of; the store gives it its number. */
export type DecisionOf = NewDecision & Pick<Decision, "document" | "item" | "by" | "at">;

/** Adds to the log, and keeps what it comes to. The same key twice is one entry. */
export async function addDecision(db: Transaction<Tables>, decision: DecisionOf): Promise<void> {
  const { document, item, by, at, key, seen, version, act } = decision;
  // first of all the row that whoever decides on this item locks: two persons' entries come one after the other
  await db
    .insertInto("reviews")
    .values({ item, document, verdict: null, disputed: 0 })
    .onConflict((conflict) => conflict.column("item").doUpdateSet({ document }))
    .execute();
  await db
    .insertInto("decisions")
    .values({ document, item, person: by, decided_at: at, key, seen, version, act: JSON.stringify(act) })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const { verdict, conflicts } = reviewOf(await decisionsOf(db, item));
  await db
    .updateTable("reviews")
    .set({ verdict, disputed: conflicts.length > 0 ? 1 : 0 })
    .where("item", "=", item)
    .execute();
}

/** The entries about one item, oldest first. */
export async function decisionsOf(db: Kysely<Tables>, item: string): Promise<Decision[]> {
  const rows = await db.selectFrom("decisions").selectAll().where("item", "=", item).orderBy("id").execute();
  return rows.map(toDecision);
}

/** The entries that add items, oldest first; those of documents that are gone are left out. */
export async function additionsOf(db: Kysely<Tables>, document: string | null): Promise<Decision[]> {
  const rows = await db
    .selectFrom("decisions")
    .selectAll("decisions")
    .where("act", "like", '{"do":"item",%')
    .$if(document !== null, (query) => query.where("document", "=", document))
    .orderBy("id")
    .execute();
  return rows.map(toDecision);
}

const PAGE = 500;

/** The whole log, oldest first, a page at a time. */
export async function* listDecisions(db: Kysely<Tables>): AsyncIterable<Decision> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("decisions")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(PAGE)
      .execute();
    yield* rows.map(toDecision);
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)!.id);
  }
}

// PostgreSQL gives its counters as text
const toDecision = (row: Selectable<Tables["decisions"]>): Decision => ({
  id: Number(row.id),
  key: row.key,
  document: row.document,
  item: row.item,
  by: row.person,
  at: row.decided_at,
  version: row.version,
  seen: row.seen,
  act: Act.parse(JSON.parse(row.act)),
});
