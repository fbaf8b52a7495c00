import type { Verdict } from "../../records/decision.ts";
import type { ItemKind } from "../../records/item.ts";
import type { Outcome } from "../../records/link.ts";
import type { Deciding } from "../deciding.ts";
import type { Pair } from "../views.ts";
import { dayWords, OUTCOME_KEYS, OUTCOMES, percent } from "../words.ts";
import { Comments } from "./comments.tsx";
import { Rivals } from "./rivals.tsx";

type Props = { pair: Pair; deciding: Deciding; show: (document: string) => void };

const KINDS: readonly ItemKind[] = ["recommendation", "ask", "undertaking"];
const VERDICTS: readonly [verdict: Verdict, word: string, key: string][] = [
  ["accepted", "Right", "a"],
  ["rejected", "Wrong", "r"],
  ["unsure", "Cannot tell", "s"],
];

/** Between the two documents: what was asked, what came of it, why, and what persons decided. */
export function PairFacts({ pair, deciding, show }: Props) {
  const { said, save, choosing } = deciding;
  const { item, review, links } = pair;
  return (
    <section className="facts" aria-label="Pair">
      <p className="ask-words">{review.span?.exact ?? item.anchor.exact}</p>
      {review.span && <p className="faint">The machine took: {item.anchor.exact}</p>}
      <Notices pair={pair} />
      <dl className="table">
        <dt>Kind</dt>
        <dd>
          <select
            aria-label="Kind"
            value={review.kind ?? item.kind}
            onChange={(event) => save({ do: "kind", kind: event.target.value as ItemKind }, "The kind is as you say.")}
          >
            {KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>{" "}
          {item.label}
          {review.kind && review.kind !== item.kind && <span className="faint"> machine: {item.kind}</span>}
        </dd>
        {item.to.length > 0 && <dt>Asked of</dt>}
        {item.to.length > 0 && <dd>{item.to.join("; ")}</dd>}
        <Deadlines pair={pair} />
        <dt>Outcome</dt>
        <dd>
          <select
            aria-label="Outcome"
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
          {review.outcome && (
            <span className="faint">
              {" "}
              machine: {links.map((link) => OUTCOMES[link.outcome]).join(", ") || "no reply in reach"}
            </span>
          )}
        </dd>
        <dt>Sure</dt>
        <dd>
          that it is asked: {percent(item.confidence)}
          {links.map((link) => (
            <span key={link.id}>
              ; {link.outcome === "unanswered" ? "that nothing answers it" : "of the reply"}: {percent(link.confidence)}
            </span>
          ))}
        </dd>
      </dl>
      {choosing ? <ChooseButtons deciding={deciding} /> : <Buttons deciding={deciding} />}
      <p role="status" className="said">
        {said}
      </p>
      <Why pair={pair} />
      <Rivals pair={pair} save={save} show={show} />
      <Comments pair={pair} save={save} />
    </section>
  );
}

function Notices({ pair: { review, moved, links } }: { pair: Pair }) {
  return (
    <>
      {review.verdict && <p className={`verdict ${review.verdict}`}>Decided: {verdictWord(review.verdict)}</p>}
      {review.conflicts.length > 0 && (
        <p className="notice">
          Two people said different things about: {review.conflicts.join(", ")}. Both are kept, below. Whoever decides
          now settles it.
        </p>
      )}
      {moved && <p className="notice">Newer rules found something else here than when this was decided. Look again.</p>}
      {links.some((link) => link.ambiguous) && !review.verdict && (
        <p className="notice">A near tie: another passage may be meant. See “Or perhaps” below.</p>
      )}
    </>
  );
}

const verdictWord = (verdict: Verdict): string =>
  VERDICTS.find(([each]) => each === verdict)?.[1].toLowerCase() ?? verdict;

function Deadlines({ pair: { deadlines } }: { pair: Pair }) {
  return deadlines.map((deadline) => (
    <div key={deadline.id} className="row">
      <dt>Due</dt>
      <dd>
        {deadline.date ? dayWords(deadline.date) : `no day fixed (${deadline.precision})`}
        <span className="faint">
          {" "}
          from the words “{deadline.anchor.exact}”{deadline.relativeTo && `, counted from ${deadline.relativeTo}`}
        </span>
      </dd>
    </div>
  ));
}

function ChooseButtons({ deciding: { choosing, saveChosen, leave } }: Pick<Props, "deciding">) {
  const count = choosing?.chosen.length ?? 0;
  return (
    <fieldset className="buttons">
      <legend>Choose sentences: ↓ ↑ to move, Space to take</legend>
      <button type="button" onClick={saveChosen} disabled={count === 0}>
        Save {count === 1 ? "1 sentence" : `${count} sentences`} <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={leave}>
        Leave as it was <kbd>Esc</kbd>
      </button>
    </fieldset>
  );
}

function Buttons({ deciding: { verdict, undo, skip, choose, save } }: Pick<Props, "deciding">) {
  return (
    <>
      <fieldset className="buttons">
        <legend>Is this pair right? Saves and goes on</legend>
        {VERDICTS.map(([each, word, key]) => (
          <button key={each} type="button" className={each} onClick={() => verdict(each)}>
            {word} <kbd>{key}</kbd>
          </button>
        ))}
      </fieldset>
      <fieldset className="buttons small">
        <legend>Or correct it</legend>
        <button type="button" onClick={() => choose("reply")}>
          Other reply <kbd>e</kbd>
        </button>
        <button type="button" onClick={() => choose("ask")}>
          Other words asked <kbd>w</kbd>
        </button>
        <button type="button" onClick={() => save({ do: "replies", replies: [] }, "Nothing answers it, you say.")}>
          Nothing answers it <kbd>x</kbd>
        </button>
        <button type="button" onClick={skip}>
          Skip <kbd>n</kbd>
        </button>
        <button type="button" onClick={undo}>
          Undo <kbd>u</kbd>
        </button>
      </fieldset>
    </>
  );
}

function Why({ pair: { item, links } }: { pair: Pair }) {
  return (
    <details>
      <summary>Why the machine thinks so</summary>
      <h3>That it is asked</h3>
      <ul>
        {item.evidence.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {links.map((link) => (
        <div key={link.id}>
          <h3>That this replies</h3>
          <ul>
            {link.evidence.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
