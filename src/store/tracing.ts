import type { Kysely } from "kysely";
import type { Outcome } from "../records/link.ts";
import type { Topic } from "./count-items.ts";
import type { OutcomeCounts, Tracing } from "./listing.ts";
import type { Citation } from "./stored.ts";
import type { Tables } from "./tables.ts";
import { sumTallies } from "./tallies.ts";

/** As many names as a chart shows. */
const MOST_NAMES = 15;

type Sums = Awaited<ReturnType<typeof sumTallies>>;

/** What came back, from whom, and when; see `Store.tracing`. */
export async function tracingOf(db: Kysely<Tables>): Promise<Tracing> {
  const sums = await sumTallies(db, ["asked-outcome", "month-outcome", "week", "asking", "due"]);
  return {
    bodies: mostOf(outcomesBy(sums, "asked-outcome")),
    months: outcomesBy(sums, "month-outcome"),
    weeks: weeksOf(sums),
    asking: askingOf(sums),
    due: dueOf(sums),
  };
}

const outcomesBy = (sums: Sums, wanted: Topic): OutcomeCounts[] =>
  sums
    .filter(({ topic, name }) => topic === wanted && name !== "")
    .map(({ name, part, count }) => ({ name, outcome: part as Outcome, count }));

/** Those of the names with the greatest sums, in that order. */
function mostOf(rows: readonly OutcomeCounts[]): OutcomeCounts[] {
  const names = [...Map.groupBy(rows, ({ name }) => name)]
    .map(([name, of]) => ({ name, of, sum: of.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.sum - a.sum || (a.name < b.name ? -1 : 1));
  return names.slice(0, MOST_NAMES).flatMap(({ of }) => of);
}

const weeksOf = (sums: Sums): Tracing["weeks"] =>
  sums
    .filter(({ topic }) => topic === "week")
    .map(({ name, part, count }) => ({ week: Number(name), late: part === "unknown" ? null : part === "true", count }))
    .sort((a, b) => a.week - b.week);

const askingOf = (sums: Sums): Tracing["asking"] =>
  sums
    .filter(({ topic, name, part }) => topic === "asking" && name !== "" && part !== "")
    .map(({ name, part, count }) => ({ by: name, to: part, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_NAMES * 4);

function dueOf(sums: Sums): Tracing["due"] {
  const days = Map.groupBy(
    sums.filter(({ topic }) => topic === "due"),
    ({ name }) => name,
  );
  return [...days].map(([date, of]) => ({
    date,
    settled: of.find(({ part }) => part === "settled")?.count ?? 0,
    count: of.reduce((sum, { count }) => sum + count, 0),
  }));
}

/** Where a number is cited; see `Store.citations`. */
export async function citationsOf(
  db: Kysely<Tables>,
  value: string,
  most: number,
): Promise<(Citation & { document: string; name: string })[]> {
  const rows = await db
    .selectFrom("citations")
    .innerJoin("documents", "documents.id", "citations.document")
    .selectAll("citations")
    .select("documents.name")
    .where("documents.copy_of", "is", null)
    .where("citations.value", "=", value)
    .orderBy("documents.uri")
    .orderBy("citations.document")
    .orderBy("citations.start")
    .limit(most)
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? row.document }));
}

/** Documents linked with this one, either way. */
export async function neighboursOf(db: Kysely<Tables>, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom("item_links")
    .select(["document", "replying"])
    .distinct()
    .where((at) => at.or([at("document", "=", id), at("replying", "=", id)]))
    .execute();
  const ids = rows.flatMap(({ document, replying }) => [document, replying]);
  return [...new Set(ids.filter((each): each is string => each !== null && each !== id))].sort();
}
