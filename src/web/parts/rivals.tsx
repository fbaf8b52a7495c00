import type { Act } from "../../records/decision.ts";
import type { Pair } from "../views.ts";
import { percent } from "../words.ts";

type Props = { pair: Pair; save: (act: Act, words: string) => Promise<void>; show: (document: string) => void };

/** What persons chose as the reply, and passages that could have been meant instead. */
export function Rivals({ pair, save, show }: Props) {
  const rivals = pair.links.flatMap((link) => link.rivals);
  const chosen = pair.review.replies;
  const nameOf = (id: string) => pair.replying.find((each) => each.id === id)?.name ?? "another document";
  return (
    <>
      {chosen && (
        <section>
          <h3>{chosen.length > 0 ? "A person chose" : "A person says that nothing answers it"}</h3>
          {chosen.map(({ document, start, exact }) => (
            <blockquote key={`${document} ${start}`}>{exact}</blockquote>
          ))}
        </section>
      )}
      {rivals.length > 0 && (
        <section>
          <h3>Or perhaps</h3>
          {rivals.map(({ document, anchor, confidence }) => (
            <div key={`${document} ${anchor.start}`}>
              <blockquote>{anchor.exact}</blockquote>
              <p className="faint">
                {nameOf(document)}, {percent(confidence)}{" "}
                <button type="button" onClick={() => show(document)}>
                  Show
                </button>{" "}
                <button
                  type="button"
                  onClick={() => {
                    const { start, end, exact } = anchor;
                    save(
                      { do: "replies", replies: [{ document, start, end, exact }] },
                      "The reply is as you chose it.",
                    );
                  }}
                >
                  This replies
                </button>
              </p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
