import { useResource } from "../api.ts";
import type { Addition, DocumentView } from "../views.ts";
import { dayWords, outcomeWords, personWords, questionPath } from "../words.ts";
import { LinkTo } from "./link-to.tsx";

/** What was found in a document, part by part, and what persons added. */
export function Margin({ document }: { document: DocumentView }) {
  return (
    <section aria-label="What was found in it" className="margin">
      {document.items.length === 0 && <p className="empty">Nothing was asked, recommended or promised in it.</p>}
      <p>
        <LinkTo to={`/correspondence/${document.id}`}>The letters and replies around it</LinkTo>
      </p>
      {document.parts.map((part) => (
        <section key={part.id}>
          <h2>
            {part.kind.replace("-", " ")}
            {part.date && ` of ${dayWords(part.date)}`}
          </h2>
          {part.from.length > 0 && <p className="faint">from {part.from.map(personWords).join("; ")}</p>}
          <ul>
            {document.items
              .filter((item) => item.part === part.id)
              .map((item) => (
                <li key={item.id}>
                  <LinkTo to={`/items/${item.id}`}>{item.anchor.exact}</LinkTo>
                  <p className="faint">
                    {[item.kind, item.label].filter(Boolean).join(" ")}
                    {outcomesOf(document, item.id) && ` – ${outcomesOf(document, item.id)}`}
                    {" – "}
                    <LinkTo to={`/documents/${document.id}?item=${item.id}`}>
                      {item.anchor.page ? `show on page ${item.anchor.page}` : "show where it stands"}
                    </LinkTo>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <Cited document={document} />
      <Added document={document.id} />
    </section>
  );
}

function Cited({ document: { references } }: { document: DocumentView }) {
  const values = [...new Set(references.map(({ value }) => value))];
  if (values.length === 0) return null;
  return (
    <section>
      <h2>Numbers that it cites</h2>
      <p>
        {values.map((value) => (
          <span key={value}>
            <LinkTo to={questionPath(value)}>{value}</LinkTo>{" "}
          </span>
        ))}
      </p>
    </section>
  );
}

function Added({ document }: { document: string }) {
  const added = useResource<{ rows: Addition[] }>(`/additions?document=${document}`);
  if (!added.value || added.value.rows.length === 0) return null;
  return (
    <section>
      <h2>Added by persons</h2>
      <ul>
        {added.value.rows.map(({ id, kind, passage, by }) => (
          <li key={id}>
            <LinkTo to={`/items/${id}`}>{passage.exact}</LinkTo>
            <p className="faint">
              {kind}, added by {by}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const outcomesOf = (document: DocumentView, item: string): string =>
  outcomeWords(
    document.links
      .filter((link) => link.item === item)
      .map((link) => link.outcome)
      .join("; "),
  );
