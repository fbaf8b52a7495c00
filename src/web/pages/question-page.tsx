import type { FormEvent } from "react";
import { useResource } from "../api.ts";
import { ItemTable } from "../parts/item-table.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { PagesOf } from "../parts/pages-of.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { go } from "../route.ts";
import type { Citation, ItemRow } from "../views.ts";
import { questionPath } from "../words.ts";

/** One question number, or the number of another public document: what was asked under it, and every place that cites it. */
export function QuestionPage({ value }: { value: string }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    go(questionPath(`${new FormData(event.currentTarget).get("number") ?? ""}`.trim()));
  };
  return (
    <>
      <h1>{value ? `Number ${value}` : "Question numbers"}</h1>
      <form className="filters" onSubmit={submit} key={value}>
        <label>
          The number of a question or decision, as in 2022/1844 <input name="number" defaultValue={value} />
        </label>
        <button type="submit">Show it</button>
      </form>
      {value && <About value={value} />}
    </>
  );
}

function About({ value }: { value: string }) {
  const words = encodeURIComponent(value);
  const citations = useResource<{ rows: Citation[] }>(`/citations?value=${words}`);
  return (
    <>
      <h2>What was asked or promised under it</h2>
      <PagesOf<ItemRow> path={`/items?mq=${words}`} empty="No item cites this number.">
        {(rows) => <ItemTable rows={rows} query={new URLSearchParams({ mq: value })} />}
      </PagesOf>
      <h2>Every place that cites it</h2>
      <Waiting of={citations}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="empty">No document here cites this number.</p>
          ) : (
            <ul className="hits">
              {rows.map(({ document, name, start, end, page, item, words }) => (
                <li key={`${document} ${start}`}>
                  <LinkTo to={`/documents/${document}?at=${start}&to=${end}`}>
                    {name}
                    {page && `, page ${page}`}
                  </LinkTo>
                  {item && (
                    <>
                      {" – "}
                      <LinkTo to={`/items/${item}`}>in what is asked or promised here</LinkTo>
                    </>
                  )}
                  <p>… {words} …</p>
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
    </>
  );
}
