import type { ItemRow } from "../views.ts";
import { dayWords, outcomeWords } from "../words.ts";
import { LinkTo } from "./link-to.tsx";

const VERDICTS = { accepted: "right", rejected: "wrong", unsure: "cannot tell" };

/** Items as a list, each leading to its pair. `query` is carried on, so that the next pair is of the same list. */
export function ItemTable({ rows, query }: { rows: readonly ItemRow[]; query: URLSearchParams }) {
  return (
    <table className="items">
      <thead>
        <tr>
          <th scope="col">What is asked</th>
          <th scope="col">Of whom</th>
          <th scope="col">Due</th>
          <th scope="col">Outcome</th>
          <th scope="col">Where</th>
          <th scope="col">Decided</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <LinkTo to={`/items/${row.id}?${query}`}>
                <span className="clamp">{row.text}</span>
              </LinkTo>
              <span className="faint">
                {row.kind} {row.label}
              </span>
            </td>
            <td>{row.to}</td>
            <td>{row.deadline?.split("; ").filter(Boolean).map(dayWords).join(", ")}</td>
            <td>{row.outcome ? outcomeWords(row.outcome) : row.status === "open" ? "open" : ""}</td>
            <td>
              {row.documentName}
              {row.page && `, page ${row.page}`}
            </td>
            <td>
              {row.verdict ? VERDICTS[row.verdict] : ""}
              {row.disputed && " – people differ"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
