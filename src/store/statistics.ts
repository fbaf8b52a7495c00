import type { Kysely } from "kysely";
import type { Topic } from "./count-items.ts";
import type { Statistics, StatusCounts } from "./listing.ts";
import type { Tables } from "./tables.ts";
import { sumTallies } from "./tallies.ts";

/** As many names as a chart shows. */
const MOST_NAMES = 15;

type Sums = Awaited<ReturnType<typeof sumTallies>>;

/** What the items of all documents come to; copies left out. See `Store.statistics`. */
export async function statisticsOf(db: Kysely<Tables>): Promise<Statistics> {
  const sums = await sumTallies(db, ["kind", "month", "asked", "outcome"]);
  const kinds = statusesBy(sums, "kind");
  const items = sums.filter(({ topic }) => topic === "kind").reduce((sum, { count }) => sum + count, 0);
  return {
    kinds,
    outcomes: sums.filter(({ topic }) => topic === "outcome").map(({ name, count }) => ({ name, count })),
    months: statusesBy(sums, "month").filter(({ name }) => name !== ""),
    asked: statusesBy(sums, "asked").sort(byTotal).slice(0, MOST_NAMES),
    verdicts: await verdictsOf(db, items),
  };
}

const totalOf = ({ replied, unanswered, open }: StatusCounts): number => replied + unanswered + open;
const byTotal = (a: StatusCounts, b: StatusCounts): number => totalOf(b) - totalOf(a) || (a.name < b.name ? -1 : 1);

function statusesBy(sums: Sums, wanted: Topic): StatusCounts[] {
  const groups = new Map<string, StatusCounts>();
  for (const { topic, name, part, count } of sums) {
    if (topic !== wanted) continue;
    const group = groups.get(name) ?? { name, replied: 0, unanswered: 0, open: 0, promised: 0 };
    group[part as Exclude<keyof StatusCounts, "name">] += count;
    groups.set(name, group);
  }
  return [...groups.values()];
}

async function verdictsOf(db: Kysely<Tables>, items: number): Promise<Statistics["verdicts"]> {
  const rows = await db
    .selectFrom("reviews")
    .innerJoin("items", "items.key", "reviews.item")
    .innerJoin("documents", "documents.id", "items.document")
    .where("documents.copy_of", "is", null)
    .where("reviews.verdict", "is not", null)
    .select((at) => ["reviews.verdict", at.fn.countAll<number | string>().as("count")])
    .groupBy("reviews.verdict")
    .execute();
  const of = (verdict: string) => Number(rows.find((row) => row.verdict === verdict)?.count ?? 0);
  const said = { accepted: of("accepted"), rejected: of("rejected"), unsure: of("unsure") };
  return { ...said, none: items - said.accepted - said.rejected - said.unsure };
}
