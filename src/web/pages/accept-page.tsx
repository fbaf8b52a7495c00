import { type FormEvent, useRef, useState } from "react";
import { useResource } from "../api.ts";
import { ItemTable } from "../parts/item-table.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { go } from "../route.ts";
import { type Accepted, acceptAll, takeAllBack } from "../together.ts";
import type { ItemRow, Listed } from "../views.ts";

/** As sure as the machine must be unless somebody says otherwise, in 100. */
const SURE = 95;
/** As many as one page of a list. */
const MOST = 200;

/** Says of many pairs at once that they are right: those of which the machine is surer than a bound, after a look at them. */
export function AcceptPage({ query }: { query: URLSearchParams }) {
  const sure = Number(query.get("sure") ?? SURE / 100);
  const asked = new URLSearchParams(query);
  asked.delete("queue");
  for (const [name, value] of Object.entries({
    pairs: "true",
    reviewed: "false",
    order: "doubt",
    sure: `${sure}`,
    most: `${MOST}`,
  }))
    asked.set(name, value);
  const rows = useResource<Listed<ItemRow>>(`/items?${asked}`);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const to = new URLSearchParams(query);
    to.set("sure", `${Number(new FormData(event.currentTarget).get("sure")) / 100}`);
    go(`/review/together?${to}`);
  };
  return (
    <>
      <h1>Accept many at once</h1>
      <p>
        Below is every pair that would be accepted. Take out what you doubt, then accept the rest; it can all be taken
        back.
      </p>
      <form className="filters" onSubmit={submit} key={sure}>
        <label>
          The machine is at least so sure, in 100{" "}
          <input name="sure" type="number" min={50} max={100} defaultValue={Math.round(sure * 100)} />
        </label>
        <button type="submit">Show them</button>
      </form>
      <Waiting of={rows}>
        {(value) => <Preview key={asked.toString()} rows={value.rows} more={value.next !== null} query={query} />}
      </Waiting>
    </>
  );
}

type PreviewProps = { rows: readonly ItemRow[]; more: boolean; query: URLSearchParams };

function Preview({ rows, more, query }: PreviewProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [accepted, setAccepted] = useState<readonly Accepted[]>([]);
  const [state, setState] = useState<"before" | "under way" | "done">("before");
  const stop = useRef(new AbortController());
  const wanted = rows.filter((row) => !left.has(row.id));
  const begin = async () => {
    setState("under way");
    await acceptAll(wanted, stop.current.signal, (done) => setAccepted(done));
    setState("done");
  };
  const kept = accepted.filter(({ key }) => key !== null).length;
  if (rows.length === 0) return <p className="empty">The machine is so sure of nothing that is still to be decided.</p>;
  return (
    <>
      <p role="status">
        {state === "before" &&
          `${wanted.length} pairs would be accepted${more ? `; more come after these ${rows.length}` : ""}.`}
        {state === "under way" && `${accepted.length} of ${wanted.length} …`}
        {state === "done" &&
          `${kept} accepted${kept < accepted.length ? `, ${accepted.length - kept} not: they had changed` : ""}.`}
      </p>
      <fieldset className="buttons">
        {state === "before" && (
          <button type="button" onClick={begin} disabled={wanted.length === 0}>
            Accept these {wanted.length}
          </button>
        )}
        {state === "under way" && (
          <button type="button" onClick={() => stop.current.abort()}>
            Stop
          </button>
        )}
        {state === "done" && kept > 0 && (
          <button type="button" onClick={() => takeAllBack(accepted, (rest) => setAccepted(rest))}>
            Take all {kept} back
          </button>
        )}
      </fieldset>
      <ItemTable
        rows={rows}
        query={query}
        {...(state === "before"
          ? { chosen: (id: string) => !left.has(id), choose: (id: string) => setLeft(toggled(left, id)) }
          : {})}
      />
    </>
  );
}

const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  set.has(id) ? new Set([...set].filter((each) => each !== id)) : new Set([...set, id]);
