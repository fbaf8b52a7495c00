import { type FormEvent, useState } from "react";
import type { Act } from "../../records/decision.ts";
import type { ItemKind } from "../../records/item.ts";
import type { Outcome } from "../../records/link.ts";
import type { Pair } from "../views.ts";
import { dayWords, OUTCOME_KEYS, OUTCOMES } from "../words.ts";

/** The kinds of item, as they are called on the page. */
export const KINDS: readonly ItemKind[] = ["recommendation", "ask", "undertaking"];

type Props = { pair: Pair; save: (act: Act, words: string) => Promise<void> };

/** Kind, addressee, deadline and outcome, each to be set right by a person, with what the machine said beside it. */
export function Corrections({ pair, save }: Props) {
  const { item, review, links, deadlines } = pair;
  const machine = links.map((link) => OUTCOMES[link.outcome]).join(", ") || "no reply in reach";
  return (
    <>
      <dt>
        <label htmlFor="kind">Kind</label>
      </dt>
      <dd>
        <select
          id="kind"
          value={review.kind ?? item.kind}
          onChange={(event) => save({ do: "kind", kind: event.target.value as ItemKind }, "The kind is as you say.")}
        >
          {KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>{" "}
        {item.label}
        {review.kind && review.kind !== item.kind && <Machine words={item.kind} />}
      </dd>
      <AskedOf key={`to ${review.to ?? item.to}`} pair={pair} save={save} />
      <Due key={`due ${review.deadline?.date ?? deadlines[0]?.date}`} pair={pair} save={save} />
      <dt>
        <label htmlFor="outcome">Outcome</label>
      </dt>
      <dd>
        <select
          id="outcome"
          value={review.outcome ?? links[0]?.outcome ?? ""}
          onChange={(event) =>
            save({ do: "outcome", outcome: event.target.value as Outcome }, "The outcome is as you say.")
          }
        >
          {links.length === 0 && !review.outcome && <option value="">open: no reply in reach</option>}
          {OUTCOME_KEYS.map((outcome, at) => (
            <option key={outcome} value={outcome}>
              {at + 1} {OUTCOMES[outcome]}
            </option>
          ))}
        </select>
        {review.outcome && <Machine words={machine} />}
      </dd>
    </>
  );
}

const Machine = ({ words }: { words: string }) => <span className="faint"> machine: {words}</span>;

function AskedOf({ pair: { item, review }, save }: Props) {
  const shown = (review.to ?? item.to).join("; ");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = `${new FormData(event.currentTarget).get("to") ?? ""}`;
    if (words === shown) return;
    save(
      {
        do: "to",
        to: words
          .split(";")
          .map((each) => each.trim())
          .filter(Boolean),
      },
      "It is asked of whom you say.",
    );
  };
  return (
    <>
      <dt>
        <label htmlFor="asked-of">Asked of</label>
      </dt>
      <dd>
        <form className="one-line" onSubmit={submit}>
          <input id="asked-of" name="to" defaultValue={shown} maxLength={2000} onKeyDown={leaveOnEscape} />
          <button type="submit">Save</button>
        </form>
        {review.to && <Machine words={item.to.join("; ") || "nobody named"} />}
      </dd>
    </>
  );
}

function Due({ pair: { deadlines, review }, save }: Props) {
  const shown = review.deadline ? (review.deadline.date ?? "") : (deadlines[0]?.date ?? "");
  const [date, setDate] = useState(shown);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (date !== shown)
      save({ do: "deadline", date: date || null }, date ? "It is due when you say." : "It has no deadline, you say.");
  };
  return (
    <>
      <dt>
        <label htmlFor="due">Due</label>
      </dt>
      <dd>
        <form className="one-line" onSubmit={submit}>
          <input
            id="due"
            type="date"
            className={date ? "" : "unset"}
            value={date}
            onChange={(event) => setDate(event.target.value)}
            onKeyDown={leaveOnEscape}
          />
          <button type="submit">Save</button>
        </form>
        {deadlines.map((deadline) => (
          <p key={deadline.id} className="faint">
            {review.deadline && "machine: "}
            {deadline.date ? dayWords(deadline.date) : `no day fixed (${deadline.precision})`}, from the words “
            {deadline.anchor.exact}”{deadline.relativeTo && `, counted from ${deadline.relativeTo}`}
          </p>
        ))}
      </dd>
    </>
  );
}

const leaveOnEscape = (event: { key: string; currentTarget: HTMLElement }) =>
  event.key === "Escape" && event.currentTarget.blur();
