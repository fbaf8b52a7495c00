import { LinkTo } from "../parts/link-to.tsx";
import { PagesOf } from "../parts/pages-of.tsx";
import type { DocumentSummary } from "../views.ts";

const COUNTED = ["recommendations", "asks", "undertakings", "linked", "unanswered", "open"] as const;

/** Every document that was read. */
export function DocumentsPage() {
  return (
    <>
      <h1>Documents</h1>
      <PagesOf<DocumentSummary>
        path="/documents"
        empty="No document was read yet: answerable ingest FOLDER reads them."
      >
        {(rows) => (
          <table>
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">What it is</th>
                {COUNTED.map((name) => (
                  <th key={name} scope="col" className="number">
                    {name === "linked" ? "replied" : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <LinkTo to={`/documents/${row.id}`}>{row.title ?? row.name}</LinkTo>
                    <br />
                    <span className="faint">{row.uri}</span>
                  </td>
                  <td>{row.copyOf ? "a copy" : row.kinds}</td>
                  {COUNTED.map((name) => (
                    <td key={name} className="number">
                      {row[name] || "·"}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagesOf>
    </>
  );
}
