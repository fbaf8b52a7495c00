import type { Kysely, Selectable, Transaction } from "kysely";
import { Act, type Decision, type NewDecision } from "../records/decision.ts";
import type { ItemKind } from "../records/item.ts";
import { reviewOf, standingOf } from "../records/review.ts";
import { noteOf, saveNote } from "./notes.ts";
import type { Tables } from "./tables.ts";

/** A decision with whom and what it is of; the store gives it its number. */
export type DecisionOf = NewDecision & Pick<Decision, "document" | "item" | "by" | "at" | "settles">;

/** The log of decisions, as a store keeps it. */
export type DecisionStore = {
  /**
   * Adds to the log of decisions, which is never rewritten; it stays when the document is read anew. The same decision twice, by its key, is one
   * entry. False, and nothing is added, where the key stands for another one.
   */
  addDecision(decision: DecisionOf): Promise<boolean>;
  /** The entries about one item, oldest first. */
  decisionsOf(item: string): Promise<Decision[]>;
  /** The entries by which persons added items that the machine missed, oldest first; of one document, or of all (null). */
  additions(document: string | null): Promise<Decision[]>;
  /** The whole log, oldest first. */
  decisions(): AsyncIterable<Decision>;
  /** The items of the machine's that somebody decided on, with their kinds. */
  decidedItems(): Promise<{ item: string; kind: ItemKind }[]>;
  /** Whether others' decisions are hidden until one has judged an item oneself. */
  doubleReview(): Promise<boolean>;
  saveDoubleReview(on: boolean): Promise<void>;
};

/** The log in tables of any engine. */
export const createDecisionStore = (db: Kysely<Tables>): DecisionStore => ({
  addDecision: (decision) => db.transaction().execute((within) => addDecision(within, decision)),
  decisionsOf: (item) => decisionsOf(db, item),
  additions: (document) => additionsOf(db, document),
  decisions: () => listDecisions(db),
  decidedItems: () => decidedItems(db),
  doubleReview: async () => (await noteOf(db, DOUBLE_REVIEW)) === "on",
  saveDoubleReview: (on) => saveNote(db, DOUBLE_REVIEW, on ? "on" : "off"),
});

const DOUBLE_REVIEW = "double review";

/** Whether two entries are one decision handed in twice. */
export const isSameDecision = (one: DecisionOf, other: DecisionOf): boolean =>
  (["key", "item", "by"] as const).every((field) => one[field] === other[field]) &&
  JSON.stringify(one.act) === JSON.stringify(other.act);

/** Adds to the log, and keeps what it comes to; see `DecisionStore`. */
async function addDecision(db: Transaction<Tables>, decision: DecisionOf): Promise<boolean> {
  const { document, item, by, at, key, seen, version, act, settles } = decision;
  // first of all the row that whoever decides on this item locks: two persons' entries come one after the other
  await db
    .insertInto("reviews")
    .values({ item, document, verdict: null, disputed: 0 })
    .onConflict((conflict) => conflict.column("item").doUpdateSet({ document }))
    .execute();
  await db
    .insertInto("decisions")
    .values({
      ...{ document, item, person: by, decided_at: at, key, seen, version },
      ...{ act: JSON.stringify(act), settles: settles ? 1 : 0 },
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const entries = await decisionsOf(db, item);
  if (!entries.some((entry) => isSameDecision(entry, decision))) return false;
  const { verdict, conflicts } = reviewOf(entries);
  await db
    .updateTable("reviews")
    .set({ verdict, disputed: conflicts.length > 0 ? 1 : 0 })
    .where("item", "=", item)
    .execute();
  await db.deleteFrom("verdicts").where("item", "=", item).execute();
  await keepVerdicts(db, entries);
  return true;
}

/** Keeps who says what of one item, as its entries have it. */
export async function keepVerdicts(db: Kysely<Tables>, entries: readonly Decision[]): Promise<void> {
  const verdicts = new Map<string, Tables["verdicts"]>();
  for (const { item, document, by, act } of standingOf(entries))
    if (act.do === "verdict") verdicts.set(by, { item, document, person: by, verdict: act.verdict });
  if (verdicts.size > 0)
    await db
      .insertInto("verdicts")
      .values([...verdicts.values()])
      .execute();
}

/** The kinds of all items that anybody decided on, as the machine has them. */
async function decidedItems(db: Kysely<Tables>): Promise<{ item: string; kind: ItemKind }[]> {
  const rows = await db
    .selectFrom("items")
    .select(["key as item", "kind"])
    .where("key", "in", db.selectFrom("decisions").select("item"))
    .distinct()
    .execute();
  return rows.map(({ item, kind }) => ({ item, kind: kind as ItemKind }));
}

/** The entries about one item, oldest first. */
export async function decisionsOf(db: Kysely<Tables>, item: string): Promise<Decision[]> {
  const rows = await db.selectFrom("decisions").selectAll().where("item", "=", item).orderBy("id").execute();
  return rows.map(toDecision);
}

/** The entries that add items, oldest first; those of documents that are gone are left out. */
async function additionsOf(db: Kysely<Tables>, document: string | null): Promise<Decision[]> {
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
async function* listDecisions(db: Kysely<Tables>): AsyncIterable<Decision> {
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
  ...(row.settles === 1 && { settles: true }),
});
