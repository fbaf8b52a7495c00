import { type Command, Option } from "commander";
import { resolveDocument } from "../pipeline/pairs.ts";
import type { FlatItem } from "../records/flat-item.ts";
import { ItemKind } from "../records/item.ts";
import { Outcome } from "../records/link.ts";
import type { ItemFilter } from "../store/listing.ts";
import type { Store } from "../store/store.ts";
import { toDay, toNumber } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { style } from "./style.ts";
import { formatTable } from "./table.ts";
import { withStore } from "./with-store.ts";

type Flags = {
  kind?: string;
  body?: string;
  document?: string;
  dueBefore?: string;
  dueAfter?: string;
  outcome?: string;
  mq?: string;
  open?: boolean;
  unanswered?: boolean;
  ambiguous?: boolean;
  overdue?: boolean;
  asOf?: string;
  documents?: boolean;
  failures?: boolean;
  most?: number;
  json?: boolean;
  store?: string;
};

const EXAMPLES = `
Examples:
  answerable list --unanswered --body "Deputy Mayor"
  answerable list --overdue --as-of 2024-12-31
  answerable list --kind recommendation --outcome declined --json
`;

/** `answerable list` */
export function addList(program: Command): void {
  program
    .command("list")
    .description("list items: what was asked, recommended and promised, and what became of it")
    .addOption(new Option("--kind <kind>", "one kind only").choices(ItemKind.options))
    .option("--body <name>", "who asks, promises or is asked, or a part of the name")
    .option("--document <doc>", "of one document: its name, path or id")
    .option("--due-before <date>", "with a deadline before this day", toDay)
    .option("--due-after <date>", "with a deadline after this day", toDay)
    .addOption(new Option("--outcome <outcome>", "with such a reply").choices(Outcome.options))
    .option("--mq <number>", "that cite this Mayor's Question")
    .option("--open", "to which no reply is in reach")
    .option("--unanswered", "which a reply in reach passes over")
    .option("--ambiguous", "for a person to decide between replies")
    .option("--overdue", "whose deadline is past, with nothing that settles them")
    .option("--as-of <date>", "the day that --overdue counts from (default: today)", toDay)
    .option("--documents", "list the documents instead")
    .option("--failures", "list the inputs that gave no record instead")
    .option("--most <n>", "stop after so many lines", toNumber)
    .option("--json", "whole rows as JSON, one a line")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", EXAMPLES)
    .action((flags: Flags) => withStore(loadSettings({ store: flags.store }).store, (store) => list(store, flags)));
}

async function list(store: Store, flags: Flags): Promise<void> {
  if (flags.documents)
    return printRows(store.documents(), flags, ["document", "kind", "id"], (row) => [
      row.uri,
      row.copyOf ? `copy of ${row.copyOf.slice(0, 8)}` : row.kinds,
      row.id.slice(0, 12),
    ]);
  if (flags.failures)
    return printRows(store.failures(), flags, ["input", "stage", "code", "what to do"], (row) => [
      row.uri,
      row.stage,
      style.bad(row.code),
      row.message,
    ]);
  const items = store.items(await filterOf(store, flags));
  await printRows(items, flags, ["item", "kind", "due", "outcome", "to", "words"], itemRow);
}

async function filterOf(store: Store, flags: Flags): Promise<ItemFilter> {
  const { kind, body, dueBefore, dueAfter, outcome, mq, ambiguous } = flags;
  const document = flags.document ? (await resolveDocument(store, flags.document)).id : undefined;
  const status = flags.open ? "open" : flags.unanswered ? "unanswered" : undefined;
  const overdueOn = flags.overdue ? (flags.asOf ?? new Date().toISOString().slice(0, 10)) : undefined;
  const all = { kind, body, document, dueBefore, dueAfter, outcome, mq, ambiguous, status, overdueOn };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as ItemFilter;
}

const itemRow = (item: FlatItem): string[] => [
  item.key.slice(0, 8),
  item.label ? `${item.kind} ${item.label}` : item.kind,
  item.deadline ?? "",
  item.outcome ?? "",
  item.to,
  item.text,
];

/** As many as a person reads; --json and --most give more. */
const SCREENFUL = 200;

async function printRows<T extends object>(
  rows: AsyncIterable<T>,
  flags: Pick<Flags, "json" | "most">,
  headings: readonly string[],
  cells: (row: T) => string[],
): Promise<void> {
  const most = flags.most ?? (flags.json ? Number.POSITIVE_INFINITY : SCREENFUL);
  const shown: string[][] = [];
  let count = 0;
  for await (const row of rows) {
    if (count++ >= most) break;
    if (flags.json) console.log(JSON.stringify(row));
    else shown.push(cells(row));
  }
  if (flags.json) return;
  if (shown.length === 0) return console.log("Nothing of the kind.");
  const width = process.stdout.columns ?? 160;
  const columns = headings.map((heading, at) => ({ heading, most: at === headings.length - 1 ? 1000 : 40 }));
  const [head = "", ...lines] = formatTable(columns, shown);
  console.log([style.faint(head), ...lines].map((line) => clipLine(line, width)).join("\n"));
  if (count > most) console.log(style.faint(`… and more; --most ${most * 5} or --json shows them`));
}

/** A line that goes over the screen's edge is cut only on a terminal; a file or a pipe gets it whole. */
const clipLine = (line: string, width: number): string =>
  process.stdout.isTTY && line.length > width ? `${line.slice(0, width - 1)}…` : line;
