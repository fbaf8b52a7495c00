import { type Kysely, type RawBuilder, sql } from "kysely";
import type { SearchHit } from "./stored.ts";
import type { Tables } from "./tables.ts";

/** An engine's full-text index over `passages.words`. */
export type FullText = {
  /** A subquery of `id` and `rank` (smaller is better) of the passages in which all the words occur. */
  ranked(words: string): RawBuilder<unknown>;
};

/** The passages in which all the words occur, best first; those of copies left out. */
export async function searchPassages(
  db: Kysely<Tables>,
  fullText: FullText,
  words: string,
  most: number,
): Promise<SearchHit[]> {
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const found = await sql<SearchHit>`
    select p.document, d.name, p.start, p.page, p.words
    from ${fullText.ranked(words)} as found
    join passages p on p.id = found.id
    join documents d on d.id = p.document
    where d.copy_of is null
    order by found.rank, d.uri, p.document, p.start
    limit ${most}`.execute(db);
  return found.rows.map((row) => ({ ...row }));
}
