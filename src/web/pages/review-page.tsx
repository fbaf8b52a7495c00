import { ItemFilters } from "../parts/item-filters.tsx";
import { ItemTable } from "../parts/item-table.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { PagesOf } from "../parts/pages-of.tsx";
import { queuePath } from "../queue.ts";
import type { ItemRow } from "../views.ts";

/** The queue of pairs nobody has decided on, the most doubtful first. */
export function ReviewPage({ query }: { query: URLSearchParams }) {
  return (
    <>
      <h1>Review</h1>
      <p>Pairs that nobody has decided on yet. Those that the machine is least sure of come first.</p>
      <ItemFilters path="/review" query={query} />
      <PagesOf<ItemRow>
        path={queuePath(query, 50)}
        empty={
          <>
            <p>Nothing is left to decide here.</p>
            <LinkTo to="/items?reviewed=true">Show what was decided</LinkTo>
          </>
        }
      >
        {(rows) => (
          <>
            <p>
              <LinkTo className="button" to={`/items/${rows[0]!.id}?${query}`}>
                Begin with the first
              </LinkTo>
            </p>
            <ItemTable rows={rows} query={query} />
          </>
        )}
      </PagesOf>
    </>
  );
}
