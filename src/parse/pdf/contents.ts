import { type Draft, textOf } from "./draft.ts";

/** Fewest entries in a row that make a list of contents, and how many other lines may stand between two of them. */
const FEWEST = 4;
const MOST_BETWEEN = 2;
/** An entry ends in a page number, also after a paragraph number ("1.4 7"), or in Roman letters, and is no longer than this. */
const ENTRY = /\p{L}.*[\s.](\d{1,4}|[ivxl]{1,6})$/u;
const LONGEST = 400;

/**
 * Marks lists of contents: entries in a row whose page numbers do not go down. What stands there is announced, not said.
 * Headings that begin with such a number run ("Chapter 1") do not end in one.
 */
export function markContents(drafts: readonly Draft[]): Draft[] {
  const out = [...drafts];
  let from = 0;
  while (from < out.length) {
    const to = endOfContents(out, from);
    const entries = out.slice(from, to).filter(isEntry).length;
    if (entries >= FEWEST) {
      for (let at = from; at < to; at++) out[at] = asContents(out[at]!, from);
      from = to;
    } else from++;
  }
  return out;
}

function isEntry(draft: Draft): boolean {
  if (draft.lines.length > 3 || !/[\divxl]$/.test(draft.lines.at(-1)!.text)) return false;
  const text = textOf(draft);
  return text.length <= LONGEST && ENTRY.test(text);
}

/** Running text: "Recommendation 1", "Recommendation 2" with words under each are headings, not entries. */
const isSentence = (draft: Draft): boolean => /(?:\S+\s+){6}\S*[.?!:;]["'”’)]?$/.test(textOf(draft));

const pageNumber = (draft: Draft): number => Number(ENTRY.exec(textOf(draft))?.[1]);

/** The end of the longest stretch from an entry on in which the page numbers do not go down. */
function endOfContents(drafts: readonly Draft[], from: number): number {
  if (!isEntry(drafts[from]!)) return from;
  let end = from + 1;
  let number = pageNumber(drafts[from]!);
  for (let at = end; at < drafts.length && at <= end + MOST_BETWEEN; at++) {
    if (isSentence(drafts[at]!)) break;
    if (!isEntry(drafts[at]!)) continue;
    const next = pageNumber(drafts[at]!);
    if (next < number) break;
    end = at + 1;
    number = Number.isNaN(next) ? number : next;
  }
  return end;
}

const asContents = (draft: Draft, from: number): Draft => ({
  ...draft,
  kind: "contents",
  level: 0,
  label: null,
  bulletEnd: 0,
  cell: null,
  group: `contents ${from}`,
  groupKind: null,
});
