import type { ItemRow } from "../views.ts";
import { dayWords, outcomeWords } from "../words.ts";
import { LinkTo } from "./link-to.tsx";

const VERDICTS = { accepted: "right", rejected: "wrong", unsure: "cannot tell" };

type Props = {
  rows: readonly ItemRow[];
  /** Carried on, so that the next pair is of the same list. */
  query: URLSearchParams;
  /** Given where some of the rows can be chosen. */
  chosen?: (id: string) => boolean;
  choose?: (id: string) => void;
};

/** Items as a list, each leading to its pair. */
export function ItemTable({ rows, query, chosen, choose }: Props) {
  return (
    <table className="items">
      <thead>
        <tr>
          {chosen && <th scope="col">Take</th>}
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
            {chosen && (
              <td>
                <input
                  type="checkbox"
                  aria-label={`Take: ${row.text.slice(0, 80)}`}
                  checked={chosen(row.id)}
                  onChange={() => choose?.(row.id)}
                />
              </td>
            )}
            <Cells row={row} query={query} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ row, query }: { row: ItemRow; query: URLSearchParams }) {
  return (
    <>
      <td className="asked">
        <LinkTo to={`/items/${row.id}?${query}`}>
          <span className="clamp">{row.text}</span>
        </LinkTo>
        <span className="faint">
          {row.kind} {row.label}
        </span>
      </td>
      <td>{row.to}</td>
      <td className="short">{row.deadline?.split("; ").filter(Boolean).map(dayWords).join(", ")}</td>
      <td className="short">{row.outcome ? outcomeWords(row.outcome) : row.status === "open" ? "open" : ""}</td>
      <td>
        {row.documentName}
        {row.page && `, page ${row.page}`}
      </td>
      <td>
        {row.verdict ? VERDICTS[row.verdict] : ""}
        {row.disputed && " – people differ"}
      </td>
    </>
  );
}
