import { useMemo } from "react";
import { useResource } from "../api.ts";
import { Bars } from "../parts/bars.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { TracingCharts } from "../parts/tracing-charts.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Overview, StatusCounts } from "../views.ts";
import { OUTCOMES } from "../words.ts";

const STATUSES = [
  ["replied", "replied"],
  ["unanswered", "unanswered"],
  ["open", "open"],
] as const;
const REPLIES = [["replies", "replies"]] as const;
const MEANING =
  "Replied: a passage was found that takes it up. Unanswered: a reply is there and passes over it. Open: no reply is in the store.";

/** What was asked and what came back, in numbers; every number leads to its items. */
export function OverviewPage() {
  const overview = useResource<Overview>("/statistics");
  return (
    <>
      <h1>Overview</h1>
      <Waiting of={overview}>
        {(value) => (value.totals.documents === 0 ? <Nothing /> : <Numbers of={value} />)}
      </Waiting>
    </>
  );
}

const Nothing = () => (
  <p className="empty">
    There is no document here yet. Read some in with <code>answerable ingest FOLDER</code>, then come back.
  </p>
);

function Numbers({ of: { totals, kinds, outcomes, asked, verdicts } }: { of: Overview }) {
  const decided = verdicts.accepted + verdicts.rejected + verdicts.unsure;
  const byKind = useMemo(
    () => kinds.filter(({ name }) => name !== "undertaking").flatMap((row) => cells(row, "kind")),
    [kinds],
  );
  const byOutcome = useMemo(
    () =>
      outcomes.map(({ name, count }) => ({
        name: OUTCOMES[name] ?? name,
        part: "replies",
        words: "replies",
        count,
        to: `/items?outcome=${name}`,
      })),
    [outcomes],
  );
  const byAsked = useMemo(() => asked.filter(({ name }) => name !== "").flatMap((row) => cells(row, "to")), [asked]);
  return (
    <>
      <dl className="cards">
        <Card to="/documents" name="documents" count={totals.documents} />
        <Card to="/items?kind=recommendation" name="recommendations" count={totals.recommendations} />
        <Card to="/items?kind=ask" name="asks" count={totals.asks} />
        <Card to="/items?kind=undertaking" name="undertakings" count={totals.undertakings} />
        <Card to="/items?reviewed=true" name="looked at by a person" count={decided} />
      </dl>
      <p className="faint">{MEANING} Every piece of a chart leads to what it counts.</p>
      <div className="charts">
        <Bars title="What came back to asks and recommendations" rows={byKind} parts={STATUSES} />
        <Bars title="How replies take what was asked" rows={byOutcome} parts={REPLIES} />
        <Bars title="Who is asked most, and whether a reply came" rows={byAsked} parts={STATUSES} />
        <TracingCharts />
      </div>
    </>
  );
}

function Card({ to, name, count }: { to: string; name: string; count: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <LinkTo to={to}>{count.toLocaleString("en-GB")}</LinkTo>
      </dd>
    </div>
  );
}

const cells = (row: StatusCounts, filter: string) =>
  STATUSES.map(([part, words]) => ({
    ...{ name: row.name, part, words, count: row[part] },
    to: `/items?${new URLSearchParams({ [filter]: row.name, status: part })}`,
  })).filter(({ count }) => count > 0);
