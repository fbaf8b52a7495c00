import { ItemFilters } from "../parts/item-filters.tsx";
import { ItemTable } from "../parts/item-table.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { PagesOf } from "../parts/pages-of.tsx";
import { QUEUES, type QueueName, queueOf, queuePath } from "../queue.ts";
import type { ItemRow } from "../views.ts";

const ABOUT: Record<QueueName, string> = {
  doubt: "Pairs that nobody has decided on yet. Those that the machine is least sure of come first.",
  newest: "Pairs that nobody has decided on yet, those of the latest letters first.",
  overdue: "What was to be done before today, has no reply that settles it, and was not decided on yet.",
  mine: "What you decided or remarked on, those of the latest letters first.",
};

/** The queues of what is to be decided. “Who asks or is asked” narrows any of them to one body. */
export function ReviewPage({ query }: { query: URLSearchParams }) {
  const queue = queueOf(query);
  const inQueue = (name: string) => {
    const to = new URLSearchParams(query);
    to.set("queue", name);
    return `/review?${to}`;
  };
  return (
    <>
      <h1>Review</h1>
      <nav className="tabs" aria-label="Queues">
        {Object.entries(QUEUES).map(([name, { name: words }]) => (
          <LinkTo key={name} to={inQueue(name)} current={name === queue}>
            {words}
          </LinkTo>
        ))}
      </nav>
      <p>{ABOUT[queue]}</p>
      <ItemFilters path="/review" query={query} />
      <PagesOf<ItemRow> path={queuePath(query, 50)} empty={<Done />}>
        {(rows) => (
          <>
            <p className="actions">
              <LinkTo className="button" to={`/items/${rows[0]!.id}?${query}`}>
                Begin with the first
              </LinkTo>{" "}
              <LinkTo to={`/review/together?${query}`}>Accept many at once …</LinkTo>
            </p>
            <ItemTable rows={rows} query={query} />
          </>
        )}
      </PagesOf>
    </>
  );
}

const Done = () => (
  <>
    <p>Nothing is left to decide here.</p>
    <LinkTo to="/items?reviewed=true">Show what was decided</LinkTo>
  </>
);
