import type { Transaction } from "kysely";
import type { Outcome } from "../records/link.ts";
import { talliesOf } from "./count-items.ts";
import { insertValues } from "./insert-rows.ts";
import type { Counts } from "./stored.ts";
import type { Tables } from "./tables.ts";

/** Counts what a document adds to lists of documents and to statistics anew, from the rows of its items. */
export async function recount(db: Transaction<Tables>, document: string): Promise<void> {
  const items = await db.selectFrom("items").selectAll().where("document", "=", document).execute();
  const links = await db.selectFrom("item_links").selectAll().where("document", "=", document).execute();
  const deadlines = await db.selectFrom("item_deadlines").selectAll().where("document", "=", document).execute();
  const published = await db
    .updateTable("documents")
    .set(countsOf(items, deadlines.length))
    .where("id", "=", document)
    .returning("copy_of")
    .executeTakeFirst();
  if (!published) return;
  const tallies = talliesOf({
    ...{ id: document, copyOf: published.copy_of, deadlines },
    items: items.map((row) => ({ row, status: row.status, byBody: row.by_body, toBody: row.to_body })),
    links: links.map(({ item, outcome, days, late }) => ({
      ...{ item, outcome: outcome as Outcome, days },
      late: late === null ? null : late === 1,
    })),
  });
  await db.deleteFrom("tallies").where("document", "=", document).execute();
  await insertValues(db, [{ table: "tallies", rows: tallies }]);
}

/** Numbers cited are the document's, whatever becomes of its items. */
function countsOf(items: readonly Tables["items"][], deadlines: number): Omit<Counts, "mq"> {
  const ofKind = (kind: string) => items.filter((item) => item.kind === kind).length;
  const withStatus = (status: string) => items.filter((item) => item.status === status).length;
  return {
    recommendations: ofKind("recommendation"),
    asks: ofKind("ask"),
    undertakings: ofKind("undertaking"),
    deadlines,
    linked: withStatus("replied"),
    unanswered: withStatus("unanswered"),
    open: withStatus("open"),
  };
}
