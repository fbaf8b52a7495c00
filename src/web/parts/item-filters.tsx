import type { FormEvent } from "react";
import { go } from "../route.ts";
import { OUTCOME_KEYS, OUTCOMES } from "../words.ts";
import { LinkTo } from "./link-to.tsx";

const CHOICES: readonly [name: string, label: string, values: readonly [value: string, words: string][]][] = [
  [
    "kind",
    "Kind",
    [
      ["recommendation", "recommendation"],
      ["ask", "ask"],
      ["undertaking", "undertaking"],
    ],
  ],
  [
    "status",
    "Reply",
    [
      ["replied", "replied"],
      ["unanswered", "unanswered"],
      ["open", "open"],
    ],
  ],
  ["outcome", "Outcome", OUTCOME_KEYS.map((outcome): [string, string] => [outcome, OUTCOMES[outcome]!])],
  [
    "reviewed",
    "Decided",
    [
      ["true", "yes"],
      ["false", "not yet"],
    ],
  ],
  ["corrected", "Corrected or added", [["true", "by a person"]]],
];

/** Narrows a list of items; what is chosen stands in the address. */
export function ItemFilters({ path, query }: { path: string; query: URLSearchParams }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "") as [string, string][];
    // what the form does not show stays as it is
    const shown = [...event.currentTarget.elements].map((each) => each.getAttribute("name"));
    const kept = [...query].filter(([name]) => !shown.includes(name));
    go(`${path}?${new URLSearchParams([...kept, ...given])}`);
  };
  return (
    <>
      <Also path={path} query={query} />
      <form className="filters" onSubmit={submit} key={`${query}`}>
        <label>
          Words <input name="words" defaultValue={query.get("words") ?? ""} />
        </label>
        <label>
          Who asks or is asked <input name="body" defaultValue={query.get("body") ?? ""} />
        </label>
        {CHOICES.map(([name, label, values]) => (
          <label key={name}>
            {label}{" "}
            <select name={name} defaultValue={query.get(name) ?? ""}>
              <option value="">any</option>
              {values.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          Due before <input name="dueBefore" type="date" defaultValue={query.get("dueBefore") ?? ""} />
        </label>
        <button type="submit">Show these</button>
      </form>
    </>
  );
}

/** What else an address can narrow a list by: followed from charts and pages, and shown so that it can be taken away. */
const ALSO: Record<string, string> = {
  by: "asked by",
  to: "asked of",
  mq: "cites",
  document: "in the document",
  datedAfter: "dated after",
  datedBefore: "dated before",
  dueAfter: "due after",
  daysFrom: "replied to after days, at least",
  daysTo: "replied to after days, at most",
  late: "late",
  overdue: "overdue",
  disputed: "people differ",
  ambiguous: "near tie",
};

function Also({ path, query }: { path: string; query: URLSearchParams }) {
  const also = [...query].filter(([name]) => Object.hasOwn(ALSO, name));
  const without = (name: string) => new URLSearchParams([...query].filter(([each]) => each !== name));
  if (also.length === 0) return null;
  return (
    <ul className="also">
      {also.map(([name, value]) => (
        <li key={name}>
          {ALSO[name]} <strong>{value.length > 40 ? `${value.slice(0, 39)}…` : value}</strong>{" "}
          <LinkTo to={`${path}?${without(name)}`}>take away</LinkTo>
        </li>
      ))}
    </ul>
  );
}
