import type { Store } from "../store/store.ts";
import { COUNTS, type Counts, type DocumentRow } from "../store/stored.ts";
import { style } from "./style.ts";
import { type Column, formatTable } from "./table.ts";

/** As many documents as fit on a screen. */
const MOST_ROWS = 30;

const COLUMNS: readonly Column[] = [
  { heading: "document", most: 44 },
  { heading: "kind", most: 26 },
  ...["recommendations", "asks", "undertakings", "deadlines", "MQ numbers", "linked", "unanswered", "open"].map(
    (heading) => ({ heading, right: true }),
  ),
];

/** What was found in some documents, a row each, with their sum; a copy is shown and not counted. */
export async function closingTable(store: Store, ids: ReadonlySet<string>): Promise<string[]> {
  const rows: string[][] = [];
  const sum = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
  let documents = 0;
  for await (const document of store.documents()) {
    if (!ids.has(document.id)) continue;
    documents++;
    if (!document.copyOf) for (const name of COUNTS) sum[name] += document[name];
    if (rows.length < MOST_ROWS) rows.push(rowOf(document));
  }
  const total = [`${documents} document${documents === 1 ? "" : "s"}`, "", ...COUNTS.map((name) => String(sum[name]))];
  const [heading = "", ...lines] = formatTable(COLUMNS, [...rows, total]);
  const last = lines.pop() ?? "";
  const more = documents > rows.length ? [style.faint(`… and ${documents - rows.length} more`)] : [];
  return [style.faint(heading), ...lines, ...more, style.strong(last)];
}

function rowOf(document: DocumentRow): string[] {
  if (document.copyOf) return [document.uri, `copy of ${document.copyOf.slice(0, 8)}`, ...COUNTS.map(() => "·")];
  const counts = COUNTS.map((name) => (document[name] === 0 ? "·" : String(document[name])));
  return [document.uri, document.kinds || "–", ...counts];
}
