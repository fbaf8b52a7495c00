import { ItemFilters } from "../parts/item-filters.tsx";
import { ItemTable } from "../parts/item-table.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { PagesOf } from "../parts/pages-of.tsx";
import type { ItemRow } from "../views.ts";

/** All items, narrowed as the address says. */
export function ItemsPage({ query }: { query: URLSearchParams }) {
  return (
    <>
      <h1>Items</h1>
      <ItemFilters path="/items" query={query} />
      <p className="faint">
        Take away everything: <a href="/api/v1/exports/items.csv">items.csv</a>,{" "}
        <a href="/api/v1/exports/items.jsonl">items.jsonl</a>,{" "}
        <a href="/api/v1/exports/decisions.jsonl">decisions.jsonl</a>, or what you need through{" "}
        <LinkTo to="/documentation">the API</LinkTo>
      </p>
      <PagesOf<ItemRow> path={`/items?${query}`} empty="Nothing is like that. Take a filter away.">
        {(rows) => <ItemTable rows={rows} query={query} />}
      </PagesOf>
    </>
  );
}
