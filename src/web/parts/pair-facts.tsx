import type { Verdict } from "../../records/decision.ts";
import type { Deciding } from "../deciding.ts";
import type { Pair } from "../views.ts";
import { percent, questionPath } from "../words.ts";
import { Comments } from "./comments.tsx";
import { Corrections } from "./corrections.tsx";
import { ChooseButtons, DecideButtons, VERDICTS } from "./decide-buttons.tsx";
import { LinkTo } from "./link-to.tsx";
import { Rivals } from "./rivals.tsx";

type Props = { pair: Pair; deciding: Deciding; show: (document: string) => void; elsewhere: () => void };

/** Between the two documents: what was asked, what came of it, why, and what persons decided. */
export function PairFacts({ pair, deciding, show, elsewhere }: Props) {
  const { said, save, choice } = deciding;
  const { item, review, links } = pair;
  return (
    <section className="facts" aria-label="Pair">
      <p className="ask-words">{review.span?.exact ?? item.anchor.exact}</p>
      {review.span && <p className="faint">The machine took: {item.anchor.exact}</p>}
      <Notices pair={pair} />
      <dl className="table">
        <Corrections pair={pair} save={save} />
        <dt>Sure</dt>
        <dd>
          that it is asked: {percent(item.confidence)}
          {links.map((link) => (
            <span key={link.id}>
              ; {link.outcome === "unanswered" ? "that nothing answers it" : "of the reply"}: {percent(link.confidence)}
            </span>
          ))}
        </dd>
        <Cited pair={pair} />
      </dl>
      {choice.choosing ? (
        <ChooseButtons deciding={deciding} />
      ) : (
        <DecideButtons deciding={deciding} elsewhere={elsewhere} />
      )}
      <p role="status" className="said">
        {said}
      </p>
      <Why pair={pair} />
      <Rivals pair={pair} save={save} show={show} />
      <Comments pair={pair} save={save} />
    </section>
  );
}

function Cited({ pair: { references, document } }: { pair: Pair }) {
  const values = [...new Set(references.map(({ value }) => value))];
  return (
    <>
      {values.length > 0 && <dt>Cites</dt>}
      {values.length > 0 && (
        <dd>
          {values.map((value) => (
            <span key={value}>
              <LinkTo to={questionPath(value)}>{value}</LinkTo>{" "}
            </span>
          ))}
        </dd>
      )}
      <dt>Around it</dt>
      <dd>
        <LinkTo to={`/correspondence/${document.id}`}>its letters and replies</LinkTo>
      </dd>
    </>
  );
}

function Notices({ pair: { review, moved, links, entries } }: { pair: Pair }) {
  return (
    <>
      {review.verdict && <p className={`verdict ${review.verdict}`}>Decided: {verdictWord(review.verdict)}</p>}
      {review.conflicts.length > 0 && (
        <p className="notice">
          Two people said different things about: {review.conflicts.join(", ")}. Both are kept, below. Whoever decides
          now settles it.
        </p>
      )}
      {review.added && <p className="notice">A person added this: the machine had missed it.</p>}
      {!review.added && entries.some(({ act }) => act.do === "item") && (
        <p className="notice">A person added this and took that back.</p>
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
