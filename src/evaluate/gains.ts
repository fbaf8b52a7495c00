import type { DocumentRecord } from "../records/document-record.ts";
import { normaliseWording } from "../records/ids.ts";

/** Something that one set of records has and the other has not. */
export type Change = {
  change: "gained" | "lost";
  what: "item" | "link" | "deadline" | "reference";
  /** The document's name. */
  document: string;
  /** What it is, in one line. */
  words: string;
};

/** The same thing in two sets of records has the same key. */
type Entry = { key: string; what: Change["what"]; words: string };

/**
 * Every item, link, deadline and reference that was gained or lost from one set of records to another, by document and in reading
 * order, what was lost first. A changed boundary or outcome is a loss and a gain. Documents that only one of the sets has are compared with none.
 */
export function gains(before: readonly DocumentRecord[], after: readonly DocumentRecord[]): Change[] {
  const nameOf = new Map([...before, ...after].map((record) => [record.id, record.source.name]));
  const found = (records: readonly DocumentRecord[]) =>
    new Map(records.map((record) => [record.id, entriesOf(record, nameOf)]));
  const old = found(before);
  const now = found(after);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => compare(nameOf.get(a)!, nameOf.get(b)!));
  return ids.flatMap((id) => {
    const mark = (change: Change["change"]) => (entry: Entry) => ({
      change,
      what: entry.what,
      document: nameOf.get(id)!,
      words: entry.words,
    });
    const [was, is] = [old.get(id) ?? [], now.get(id) ?? []];
    return [...without(was, is).map(mark("lost")), ...without(is, was).map(mark("gained"))];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries of one list that the other has not, each as often as it has it. */
function without(list: readonly Entry[], other: readonly Entry[]): Entry[] {
  const left = new Map<string, number>();
  for (const { key } of other) left.set(key, (left.get(key) ?? 0) + 1);
  return list.filter(({ key }) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function entriesOf(record: DocumentRecord, nameOf: ReadonlyMap<string, string>): Entry[] {
  const wording = new Map(record.items.map((item) => [item.id, item.anchor.exact]));
  const entry = (what: Change["what"], words: string): Entry => ({
    what,
    words,
    key: `${what} ${normaliseWording(words)}`,
  });
  const short = (words: string | undefined) => (words ?? "?").replace(/\s+/g, " ").slice(0, 160);
  return [
    ...record.items.map((item) =>
      entry("item", `${item.kind}${item.label ? ` ${item.label}` : ""}: ${item.anchor.exact.replace(/\s+/g, " ")}`),
    ),
    ...record.deadlines.map(({ item, date, anchor }) =>
      entry("deadline", `${anchor.exact} = ${date ?? "no day"} for: ${short(wording.get(item))}`),
    ),
    ...record.references.map(({ scheme, value }) => entry("reference", `${scheme} ${value}`)),
    ...record.links.map((link) => {
      const replies = link.replies.map(
        ({ document, anchor }) => `${nameOf.get(document) ?? document}: ${anchor.exact}`,
      );
      return entry(
        "link",
        `${short(wording.get(link.item))} → ${link.outcome}: ${replies.map((each) => each.replace(/\s+/g, " ")).join(" … ") || "no reply"}`,
      );
    }),
  ];
}
