import type { FormEvent } from "react";
import { go } from "../route.ts";
import { OUTCOME_KEYS, OUTCOMES } from "../words.ts";

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
  );
}
