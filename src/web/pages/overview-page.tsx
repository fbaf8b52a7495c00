import { useResource } from "../api.ts";
import { Bars } from "../parts/bars.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Overview, StatusCounts } from "../views.ts";
import { OUTCOMES } from "../words.ts";

const STATUSES = ["replied", "unanswered", "open"] as const;
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

function Numbers({ of: { totals, kinds, outcomes, asked, months, verdicts } }: { of: Overview }) {
  const decided = verdicts.accepted + verdicts.rejected + verdicts.unsure;
  return (
    <>
      <dl className="cards">
        <Card to="/documents" name="documents" count={totals.documents} />
        <Card to="/items?kind=recommendation" name="recommendations" count={totals.recommendations} />
        <Card to="/items?kind=ask" name="asks" count={totals.asks} />
        <Card to="/items?kind=undertaking" name="undertakings" count={totals.undertakings} />
        <Card to="/items?reviewed=true" name="looked at by a person" count={decided} />
      </dl>
      <p className="faint">{MEANING}</p>
      <div className="charts">
        <Bars
          title="What came back to asks and recommendations"
          rows={kinds.filter(({ name }) => name !== "undertaking").flatMap((row) => cells(row, row.name))}
          link={(row) => `/items?kind=${row.name}&status=${row.part}`}
        />
        <Bars
          title="How replies take what was asked"
          rows={outcomes.map(({ name, count }) => ({
            name: OUTCOMES[name] ?? name,
            key: name,
            part: "replies",
            count,
          }))}
          link={(row) => `/items?outcome=${row.key}`}
        />
        <Bars
          title="Who is asked most"
          rows={asked.filter(({ name }) => name !== "").flatMap((row) => cells(row, row.name))}
          link={(row) => `/items?body=${encodeURIComponent(row.key)}&status=${row.part}`}
        />
        <Bars title="Asked, by the month of the letter" rows={months.flatMap((row) => cells(row, row.name))} />
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

const cells = (row: StatusCounts, name: string) =>
  STATUSES.map((part) => ({ name, key: name, part, count: row[part] })).filter(({ count }) => count > 0);
