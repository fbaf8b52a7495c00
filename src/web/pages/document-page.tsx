import { useResource } from "../api.ts";
import { DocumentSide } from "../parts/document-side.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { DocumentView } from "../views.ts";
import { dayWords, outcomeWords, personWords } from "../words.ts";

/** A document with all that was found in it in the margin. `?item=` or `?at=` scrolls to a place. */
export function DocumentPage({ id, query }: { id: string; query: URLSearchParams }) {
  const document = useResource<DocumentView>(`/documents/${id}`);
  return <Waiting of={document}>{(value) => <View document={value} query={query} />}</Waiting>;
}

function View({ document, query }: { document: DocumentView; query: URLSearchParams }) {
  const at = Number(query.get("at") ?? document.items[0]?.anchor.start ?? 0);
  const first = document.items.find((item) => item.id === query.get("item"));
  const others = document.items.filter((item) => item !== first);
  const anchors = [...(first ? [first] : []), ...others].map((item) => ({ ...item.anchor, kind: "ask" as const }));
  return (
    <div className="document">
      <h1>{document.title ?? document.name}</h1>
      {document.findings.map((finding) => (
        <p key={finding.message} className="notice">
          {finding.page && `Page ${finding.page}: `}
          {finding.message}
        </p>
      ))}
      <div className="beside">
        <DocumentSide
          key={`${at} ${first?.id}`}
          heading="Document"
          document={document}
          part={null}
          anchors={anchors}
          marks={query.has("at") ? [{ start: at, end: Number(query.get("to") ?? at), kind: "rival" }] : []}
          keys={["[", "]"]}
        />
        <Margin document={document} />
      </div>
    </div>
  );
}

function Margin({ document }: { document: DocumentView }) {
  return (
    <section aria-label="What was found in it" className="margin">
      {document.items.length === 0 && <p className="empty">Nothing is asked, recommended or promised in it.</p>}
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
                  <LinkTo to={`/items/${item.id}?`}>{item.anchor.exact}</LinkTo>
                  <p className="faint">
                    {[item.kind, item.label].filter(Boolean).join(" ")}
                    {item.anchor.page && `, page ${item.anchor.page}`}
                    {outcomesOf(document, item.id) && ` – ${outcomesOf(document, item.id)}`}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
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
