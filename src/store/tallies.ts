import { type Kysely, sql, type Transaction } from "kysely";
import { PROMISED, type Topic } from "./count-items.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./tables.ts";

/** Counts kept with each document, so that the numbers of a large store need not be counted anew; those of copies are not kept. */
export async function createTallies(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await db.schema
    .createTable("tallies")
    .addColumn("document", engine.text, (column) => column.notNull())
    .addColumn("topic", engine.text, (column) => column.notNull())
    .addColumn("name", engine.text, (column) => column.notNull())
    .addColumn("part", engine.text, (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("tallies_document").on("tallies").column("document").execute();
  await db.schema.createIndex("tallies_counted").on("tallies").columns(["topic", "name", "part", "count"]).execute();
  await fillTallies(db as Kysely<Tables>);
}

/** What was published before there was such a table. */
async function fillTallies(db: Kysely<Tables>): Promise<void> {
  const names = {
    kind: sql`i.kind`,
    month: sql`coalesce(substr(i.part_date, 1, 7), '')`,
    asked: sql`coalesce(i."to", '')`,
  };
  for (const [topic, name] of Object.entries(names))
    await sql`insert into tallies (document, topic, name, part, count)
      select i.document, ${sql.lit(topic)}, ${name}, coalesce(i.status, ${sql.lit(PROMISED)}), count(*)
      from items i join documents d on d.id = i.document where d.copy_of is null
      group by i.document, ${name}, coalesce(i.status, ${sql.lit(PROMISED)})`.execute(db);
  await sql`insert into tallies (document, topic, name, part, count)
    select l.document, 'outcome', l.outcome, '', count(*)
    from item_links l join documents d on d.id = l.document where d.copy_of is null
    group by l.document, l.outcome`.execute(db);
}

/** The counts of all documents together, of some topics. */
export async function sumTallies(db: Kysely<Tables> | Transaction<Tables>, topics: readonly Topic[]) {
  const rows = await db
    .selectFrom("tallies")
    .select((at) => ["topic", "name", "part", at.fn.sum<number | string>("count").as("count")])
    .where("topic", "in", topics)
    .groupBy(["topic", "name", "part"])
    .orderBy("topic")
    .orderBy("name")
    .orderBy("part")
    .execute();
  return rows.map((row) => ({ ...row, topic: row.topic as Topic, count: Number(row.count) }));
}
