import { readFileSync } from "node:fs";
import type { Anchor } from "../src/records/anchor.ts";
import type { DocumentRecord } from "../src/records/document-record.ts";

/** What is printed in a file and is no text: patterns of a few words each, and the number on its first page (null where pages are not numbered through). */
type Furniture = { first: number | null; strings: string[] };

// listed by hand from the printed pages, for this check only: the reader never sees it
const LISTED = JSON.parse(readFileSync(new URL("./furniture.json", import.meta.url), "utf8")) as Record<
  string,
  Furniture
>;

/** Every quotation of some records that has a running head, page number or note in it, in words. Replies are looked up in the document in which they stand. */
export function furnitureInQuotations(records: readonly DocumentRecord[]): string[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return records.flatMap((record) => [
    ...quotationsOf(record).flatMap((anchor) => remark(record, anchor)),
    ...record.links.flatMap(({ replies }) =>
      replies.flatMap(({ document, anchor }) => {
        const other = byId.get(document);
        return other ? remark(other, anchor) : [];
      }),
    ),
  ]);
}

const quotationsOf = ({ items, deadlines, references }: DocumentRecord): Anchor[] => [
  ...items.flatMap((item) => [
    item.anchor,
    ...(item.leadIn ? [item.leadIn] : []),
    ...item.alsoAt,
    ...item.points.map(({ anchor }) => anchor),
  ]),
  ...deadlines.map(({ anchor }) => anchor),
  ...references.map(({ anchor }) => anchor),
];

function remark(record: DocumentRecord, anchor: Anchor): string[] {
  const listed = LISTED[record.source.name];
  if (!listed) return [];
  const words = anchor.exact.replace(/\s+/g, " ");
  const found = listed.strings.filter((pattern) => new RegExp(pattern).test(words));
  const all = [...found, ...numbersAtPageEnds(record, anchor, listed.first)];
  return all.map((what) => `${record.source.name}: "${what}" stands in the quotation "${words.slice(0, 60)}…"`);
}

/** Page numbers that stand alone where a quotation goes over a page end. */
function numbersAtPageEnds({ pages, text }: DocumentRecord, { start, end }: Anchor, first: number | null): string[] {
  if (first === null) return [];
  return pages
    .filter((page) => page.start > start && page.start < end)
    .flatMap((page) => {
      const around = [
        text.slice(start, page.start).trim().split(/\s+/).at(-1),
        text.slice(page.start, end).split(/\s+/)[0],
      ];
      const printed = [page.number - 1, page.number].map((number) => String(number + first - 1));
      return around.filter((word): word is string => word !== undefined && printed.includes(word));
    });
}
