import type { Kysely, Transaction } from "kysely";
import type { Decision } from "../records/decision.ts";
import { REVIEWERS, reviewOf, standingOf } from "../records/review.ts";
import { decisionsOf, isDoubleReview } from "./decision-log.ts";
import { placedOf, placeOf } from "./placed.ts";
import { recount } from "./recount.ts";
import { ADDED, correctedColumns, type ItemRows, reviewedRows } from "./reviewed-rows.ts";
import type { Tables } from "./tables.ts";

type About = { document: string; item: string };

/**
 * Lays what persons said of an item over the rows that the machine made, which are kept beside it: lists, filters, statistics and exports then read
 * what persons made of it. Whoever calls has locked the document's row.
 */
export async function layReview(db: Transaction<Tables>, about: About, entries: readonly Decision[]): Promise<void> {
  if (await layOne(db, about, entries)) await recount(db, about.document);
}

/** Lays the reviews of documents anew: what may be shown of them has changed. */
export async function layReviews(db: Transaction<Tables>, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  const reviewed = await db
    .selectFrom("reviews")
    .select(["document", "item"])
    .where("document", "in", documents)
    .orderBy("item")
    .execute();
  const changed = new Set<string>();
  for (const about of reviewed)
    if (await layOne(db, about, await decisionsOf(db, about.item))) changed.add(about.document);
  for (const document of changed) await recount(db, document);
}

/** Lays the reviews of documents over rows that the machine has just made. */
export async function layOverNew(db: Transaction<Tables>, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  await db.updateTable("reviews").set({ machine: null }).where("document", "in", documents).execute();
  await layReviews(db, documents);
}

/** Rows of a document's items, as any table gives them. */
type RowsOfItems = Partial<Record<"items" | "item_deadlines" | "item_links", Record<string, unknown>[]>>;

/** The rows of a document's items as the machine made them, from those that lists show. */
export async function machineRows(db: Kysely<Tables>, document: string, rows: RowsOfItems): Promise<RowsOfItems> {
  const reviews = await db.selectFrom("reviews").select(["item", "machine"]).where("document", "=", document).execute();
  const kept = reviews.flatMap(({ machine }) => (machine ? [JSON.parse(machine) as ItemRows] : []));
  const items = rows.items ?? [];
  const added = items.flatMap((row) => (row.added === 1 ? [row.key] : []));
  const others = new Set([...kept.map(({ item }) => item.key), ...added]);
  const asMade = (table: "item_deadlines" | "item_links", made: (kept: ItemRows) => Record<string, unknown>[]) => [
    ...(rows[table] ?? []).filter((row) => !others.has(row.item as string)),
    ...kept.flatMap(made),
  ];
  return {
    items: [...items.filter((row) => !others.has(row.key as string)), ...kept.map(({ item }) => item)],
    item_deadlines: asMade("item_deadlines", ({ deadlines }) => deadlines),
    item_links: asMade("item_links", ({ links }) => links),
  };
}

/** Gives whether the rows are others now. */
async function layOne(db: Transaction<Tables>, about: About, entries: readonly Decision[]): Promise<boolean> {
  const shown = await shownTo(db, entries);
  const now = await itemRows(db, about.item);
  const machine = (await keptRows(db, about.item)) ?? (now?.item.added ? null : now);
  const review = reviewOf(shown);
  const base = machine ?? (await addedRows(db, about, shown));
  const after = base && reviewedRows(base, review, await placedOf(db, review));
  const corrected = machine && after ? correctedColumns(machine, after) : after ? [ADDED] : [];
  const differs = JSON.stringify(after) !== JSON.stringify(machine);
  await db
    .updateTable("reviews")
    .set({
      machine: machine && differs ? JSON.stringify(machine) : null,
      corrected: corrected.join("; "),
      persons: [...new Set(standingOf(shown).flatMap(({ by, act }) => (act.do === "comment" ? [] : [by])))].join("; "),
    })
    .where("item", "=", about.item)
    .execute();
  if (JSON.stringify(after) === JSON.stringify(now)) return false;
  await replaceRows(db, about.item, after);
  return true;
}

/** Under double review nothing but that a person added an item is shown before as many as are to judge it did. */
async function shownTo(db: Transaction<Tables>, entries: readonly Decision[]): Promise<readonly Decision[]> {
  const standing = standingOf(entries);
  const judges = new Set(standing.flatMap(({ by, act }) => (act.do === "verdict" ? [by] : [])));
  const hidden = judges.size < REVIEWERS && (await isDoubleReview(db));
  return hidden ? standing.filter(({ act }) => act.do === "item") : entries;
}

async function itemRows(db: Transaction<Tables>, key: string): Promise<ItemRows | null> {
  const item = await db.selectFrom("items").selectAll().where("key", "=", key).executeTakeFirst();
  if (!item) return null;
  const deadlines = await db.selectFrom("item_deadlines").selectAll().where("item", "=", key).orderBy("date").execute();
  const links = await db.selectFrom("item_links").selectAll().where("item", "=", key).orderBy("id").execute();
  return { item, deadlines, links };
}

async function keptRows(db: Transaction<Tables>, item: string): Promise<ItemRows | null> {
  const row = await db.selectFrom("reviews").select("machine").where("item", "=", item).executeTakeFirst();
  return row?.machine ? (JSON.parse(row.machine) as ItemRows) : null;
}

async function replaceRows(db: Transaction<Tables>, key: string, rows: ItemRows | null): Promise<void> {
  await db.deleteFrom("items").where("key", "=", key).execute();
  await db.deleteFrom("item_deadlines").where("item", "=", key).execute();
  await db.deleteFrom("item_links").where("item", "=", key).execute();
  if (!rows) return;
  await db.insertInto("items").values(rows.item).execute();
  if (rows.deadlines.length > 0) await db.insertInto("item_deadlines").values(rows.deadlines).execute();
  if (rows.links.length > 0) await db.insertInto("item_links").values(rows.links).execute();
}

/** The rows of an item that a person added, after those of its document; null where nobody did, or took it back, or the document is gone. */
async function addedRows(
  db: Transaction<Tables>,
  { document, item }: About,
  entries: readonly Decision[],
): Promise<ItemRows | null> {
  const act = standingOf(entries).find((entry) => entry.act.do === "item")?.act;
  const row = await db
    .selectFrom("documents")
    .select(["title", "name", "uri"])
    .where("id", "=", document)
    .executeTakeFirst();
  if (act?.do !== "item" || !row?.name || row.uri === null) return null;
  const { passage } = await placeOf(db, act.passage);
  const last = await db
    .selectFrom("items")
    .select((at) => at.fn.max("ordinal").as("ordinal"))
    .where("document", "=", document)
    .where("key", "<>", item)
    .executeTakeFirst();
  return {
    item: {
      ...{
        document,
        ordinal: (last?.ordinal ?? -1) + 1,
        status: null,
        key: item,
        kind: act.kind,
        form: null,
        label: null,
        restated: 0,
      },
      ...{ text: passage.exact.replace(/\s+/g, " "), by: "", to: "", section: "" },
      ...{ part_kind: passage.partKind, part_date: passage.date },
      ...{ document_title: row.title, document_name: row.name, document_uri: row.uri, document_id: document },
      ...{ page: passage.page, start: passage.start, end: passage.end },
      ...{ deadline: null, deadline_precision: null, deadline_text: null, mq: null, outcome: null },
      ...{ reply_text: null, reply_document_name: null, reply_document_id: null, reply_page: null },
      ...{ confidence: 1, link_confidence: null, doubt: 0, unsettled_due: null },
      ...{ by_body: "", to_body: "", added: 1 },
    },
    deadlines: [],
    links: [],
  };
}
