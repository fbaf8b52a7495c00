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

const daysWords = (days: string): string => days.split("; ").filter(Boolean).map(dayWords).join(", ");

type MachineProps = {
  row: ItemRow;
  column: keyof NonNullable<ItemRow["machine"]>;
  /** How the page puts it. */
  words?: (value: string) => string;
};

/** What the machine had said where a person said otherwise. */
function Machine({ row: { corrected, machine }, column, words = (value) => value }: MachineProps) {
  if (!machine || !corrected.includes(column)) return null;
  const value = machine[column];
  return <span className="machine">machine: {value ? words(value) : "none"}</span>;
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
          {row.corrected.includes("added") && " – added by a person"}
          <Machine row={row} column="kind" />
          <Machine row={row} column="text" />
        </span>
      </td>
      <td>
        {row.to}
        <Machine row={row} column="to" />
      </td>
      <td className="short">
        {row.deadline && daysWords(row.deadline)}
        <Machine row={row} column="deadline" words={daysWords} />
      </td>
      <td className="short">
        {row.outcome ? outcomeWords(row.outcome) : row.status === "open" ? "open" : ""}
        <Machine row={row} column="outcome" words={outcomeWords} />
        {row.status === "replied" && row.corrected.includes("reply_text") && (
          <span className="machine">a person chose the reply</span>
        )}
      </td>
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
