import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Act, Decision } from "../../records/decision.ts";
import type { Pair } from "../views.ts";
import { dayWords, OUTCOMES } from "../words.ts";

type Props = { pair: Pair; save: (act: Act, words: string) => Promise<void> };

/** A place for a comment, and everything that was decided here, by whom and when. */
export function Comments({ pair, save }: Props) {
  const [words, setWords] = useState("");
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (words.trim() === "") return;
    await save({ do: "comment", words }, "The comment is kept.");
    setWords("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      submit();
      event.currentTarget.blur();
    }
  };
  return (
    <>
      <form onSubmit={submit} className="comment">
        <label htmlFor="comment">
          Comment <kbd>c</kbd>
        </label>
        <textarea
          id="comment"
          rows={2}
          maxLength={5000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit">Save the comment</button>
      </form>
      {pair.entries.length > 0 && (
        <section>
          <h3>What was decided</h3>
          <ol className="log">
            {pair.entries.map((entry) => (
              <li key={entry.id} value={entry.id}>
                <strong>{entry.by}</strong> {actWords(entry)}{" "}
                <time dateTime={entry.at}>{entry.at.slice(0, 16).replace("T", " ")}</time>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function actWords({ act }: Decision): string {
  switch (act.do) {
    case "verdict":
      return { accepted: "says that it is right", rejected: "says that it is wrong", unsure: "cannot tell" }[
        act.verdict
      ];
    case "outcome":
      return `says: ${OUTCOMES[act.outcome]}`;
    case "kind":
      return `says that it is: ${act.kind}`;
    case "span":
      return `took other words as asked: “${act.passage.exact}”`;
    case "replies":
      return act.replies.length > 0
        ? `chose as the reply: ${act.replies.map((each) => `“${each.exact}”`).join(" ")}`
        : "says that nothing answers it";
    case "deadline":
      return act.date ? `says that it is due on ${dayWords(act.date)}` : "says that it has no deadline";
    case "to":
      return act.to.length > 0
        ? `says that it is asked of ${act.to.join("; ")}`
        : "says that it is asked of nobody named";
    case "item":
      return `added it: “${act.passage.exact}”`;
    case "comment":
      return `wrote: ${act.words}`;
    case "undo":
      return `took entry ${act.entry} back`;
  }
}
