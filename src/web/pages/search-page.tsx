import type { FormEvent } from "react";
import { useResource } from "../api.ts";
import { LinkTo } from "../parts/link-to.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { go } from "../route.ts";
import type { Hit } from "../views.ts";

/** Words in all documents. */
export function SearchPage({ query }: { query: URLSearchParams }) {
  const words = query.get("words") ?? "";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    go(`/search?words=${encodeURIComponent(`${new FormData(event.currentTarget).get("words") ?? ""}`)}`);
  };
  return (
    <>
      <h1>Search</h1>
      <form className="filters" onSubmit={submit}>
        <label>
          Words that all stand in one passage, whatever their endings{" "}
          <input name="words" type="search" defaultValue={words} key={words} />
        </label>
        <button type="submit">Search</button>
        <LinkTo to="/questions">Look up a question’s number</LinkTo>
      </form>
      {words && <Hits words={words} />}
    </>
  );
}

function Hits({ words }: { words: string }) {
  const hits = useResource<{ rows: Hit[] }>(`/search?most=50&words=${encodeURIComponent(words)}`);
  return (
    <Waiting of={hits}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="empty">No passage holds all these words. Try fewer.</p>
        ) : (
          <ul className="hits">
            {rows.map((hit) => (
              <li key={`${hit.document} ${hit.start}`}>
                <LinkTo to={`/documents/${hit.document}?at=${hit.start}&to=${hit.start + hit.words.length}`}>
                  {hit.name}
                  {hit.page && `, page ${hit.page}`}
                </LinkTo>
                <p className="clamp">{hit.words}</p>
              </li>
            ))}
          </ul>
        )
      }
    </Waiting>
  );
}
