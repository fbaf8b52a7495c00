import { type ReactNode, useState } from "react";
import { get, type Refused, useResource } from "../api.ts";
import type { Listed } from "../views.ts";
import { Waiting } from "./waiting.tsx";

type Props<T> = { path: string; empty: ReactNode; children: (rows: T[]) => ReactNode };

/** A list that comes a page at a time. */
export function PagesOf<T>({ path, empty, children }: Props<T>) {
  const first = useResource<Listed<T>>(path);
  return (
    <Waiting of={first}>
      {(value) =>
        value.rows.length === 0 ? (
          <div className="empty">{empty}</div>
        ) : (
          <Rows key={path} path={path} first={value} show={children} />
        )
      }
    </Waiting>
  );
}

type RowsProps<T> = { path: string; first: Listed<T>; show: (rows: T[]) => ReactNode };

function Rows<T>({ path, first, show }: RowsProps<T>) {
  const [more, setMore] = useState<Listed<T>>({ rows: [], next: first.next });
  const [said, setSaid] = useState("");
  const getMore = () =>
    get<Listed<T>>(`${path}${path.includes("?") ? "&" : "?"}after=${more.next}`).then(
      ({ rows, next }) => setMore({ rows: [...more.rows, ...rows], next }),
      (error: Refused) => setSaid(error.message),
    );
  return (
    <>
      {show([...first.rows, ...more.rows])}
      {more.next && (
        <button type="button" onClick={getMore}>
          Show more
        </button>
      )}
      <p role="status">{said}</p>
    </>
  );
}
