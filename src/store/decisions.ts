import type { Kysely, Transaction } from "kysely";
import type { Decision, NewDecision } from "../records/decision.ts";
import type { ItemKind } from "../records/item.ts";
import { reviewOf, standingOf } from "../records/review.ts";
import { decisionsOf, isDoubleReview, saveDoubleReview, toDecision } from "./decision-log.ts";
import { layReview, layReviews } from "./lay-reviews.ts";
import { lockDocuments } from "./lock-documents.ts";
import type { ItemRows } from "./reviewed-rows.ts";
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
  doubleReview: () => isDoubleReview(db),
  saveDoubleReview: (on) => db.transaction().execute((within) => changeDoubleReview(within, on)),
});

/** Whether two entries are one decision handed in twice. */
export const isSameDecision = (one: DecisionOf, other: DecisionOf): boolean =>
  (["key", "item", "by"] as const).every((field) => one[field] === other[field]) &&
  JSON.stringify(one.act) === JSON.stringify(other.act);

/** Adds to the log, and keeps what it comes to; see `DecisionStore`. */
async function addDecision(db: Transaction<Tables>, decision: DecisionOf): Promise<boolean> {
  const { document, item, by, at, key, seen, version, act, settles } = decision;
  // first of all the row that whoever writes of this document locks: two persons' entries come one after the other
  await lockDocuments(db, [document]);
  await db
    .insertInto("reviews")
    .values({ item, document, verdict: null, disputed: 0, machine: null, corrected: "", persons: "" })
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
  await layReview(db, { document, item }, entries);
  return true;
}

/** What others said is shown from now on, or no more. */
async function changeDoubleReview(db: Transaction<Tables>, on: boolean): Promise<void> {
  await saveDoubleReview(db, on);
  const rows = await db.selectFrom("reviews").select("document").distinct().orderBy("document").execute();
  const documents = rows.map(({ document }) => document);
  for (let from = 0; from < documents.length; from += PAGE) {
    const some = documents.slice(from, from + PAGE);
    await lockDocuments(db, some);
    await layReviews(db, some);
  }
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
    .innerJoin("reviews", "reviews.item", "items.key")
    .select(["items.key", "items.kind", "reviews.machine"])
    .where("items.added", "=", 0)
    .execute();
  return rows.map(({ key, kind, machine }) => {
    const made = machine ? (JSON.parse(machine) as ItemRows).item.kind : kind;
    return { item: key, kind: made as ItemKind };
  });
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
