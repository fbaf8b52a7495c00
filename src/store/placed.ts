import { gunzipSync } from "node:zlib";
import type { Kysely } from "kysely";
import type { ChosenPassage } from "../records/decision.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Review } from "../records/review.ts";
import type { Placed, PlacedPassage } from "./reviewed-rows.ts";
import type { Tables } from "./tables.ts";

/** Looks the passages of a review up in the documents as they are published now. */
export async function placedOf(db: Kysely<Tables>, { span, replies }: Review): Promise<Placed> {
  const asked = span && (await placeOf(db, span));
  const places = replies && (await Promise.all(replies.map((reply) => placeOf(db, reply))));
  return { span: asked?.found ? asked.passage : null, replies: places?.map(({ passage }) => passage) ?? null };
}

/** Where a passage's words stand now: at their place, else where they are found first, else nowhere. */
export async function placeOf(
  db: Kysely<Tables>,
  chosen: ChosenPassage,
): Promise<{ passage: PlacedPassage; found: boolean }> {
  const record = await recordOf(db, chosen.document);
  const { exact } = chosen;
  const text = record?.text ?? "";
  const start = text.startsWith(exact, chosen.start) ? chosen.start : text.indexOf(exact);
  if (!record || start < 0)
    return {
      passage: { ...chosen, name: record?.source.name ?? chosen.document, page: null, partKind: null, date: null },
      found: false,
    };
  const part = record.parts.findLast(({ anchor }) => anchor.start <= start && start < anchor.end) ?? record.parts[0];
  const page = record.pages.findLast((each) => each.start <= start)?.number ?? null;
  const passage = { ...chosen, start, end: start + exact.length, name: record.source.name, page };
  return { passage: { ...passage, partKind: part?.kind ?? null, date: part?.date ?? null }, found: true };
}

async function recordOf(db: Kysely<Tables>, id: string): Promise<DocumentRecord | null> {
  const row = await db.selectFrom("documents").select("record").where("id", "=", id).executeTakeFirst();
  return row?.record ? (JSON.parse(gunzipSync(row.record).toString()) as DocumentRecord) : null;
}
