import { type BlockDraft, draftOf, type Piece } from "../../document/text-builder.ts";
import { draftWords } from "../draft-words.ts";
import { type Region, regionsOf } from "./columns.ts";
import { hyphenJoin, wordsInside } from "./hyphen.ts";
import type { Line } from "./line.ts";
import { marginOf, withMarginBelow } from "./margin.ts";
import { setNotesAside } from "./page-notes.ts";
import { type Paragraph, paragraphsOf, type Setting, settingOf } from "./paragraphs.ts";
import { bulletLength, hasHeadingShape, hasTitleShape, lineLabel } from "./shape.ts";

/** Lines without furniture to blocks. A text that begins with a line in the shape of a heading begins with its title. */
export const draftsOf = (lines: readonly Line[]): BlockDraft[] => withTitle(draftsIn(lines, settingOf(lines), 0));

/** Lines of a text whose line ends are known to be as in `setting`, their groups numbered from `group` on. */
export function draftsIn(lines: readonly Line[], setting: Setting, group: number): BlockDraft[] {
  const words = wordsInside(lines);
  const margin = marginOf(lines);
  const drafts: BlockDraft[] = [];
  let next = group;
  for (const region of regionsOf(setNotesAside(lines))) {
    const read = region.cells
      ? cellDrafts(region, next, words)
      : textDrafts(withMarginBelow(region.lines, margin), setting, words, next);
    next = nextGroup(read, next);
    for (const draft of read) drafts.push(draft);
  }
  return drafts;
}

/** The first group number that no draft has, from `least` on. */
export const nextGroup = (drafts: readonly BlockDraft[], least = 0): number =>
  drafts.reduce((most, draft) => Math.max(most, (draft.group ?? -1) + 1), least);

function textDrafts(lines: readonly Line[], setting: Setting, words: ReadonlySet<string>, group: number): BlockDraft[] {
  const paragraphs = paragraphsOf(lines, setting);
  const drafts = paragraphs.map((paragraph, at) => draft(paragraph, paragraphs[at + 1], words));
  return withGroups(drafts, group).flatMap((each, at) => [each, ...noteDrafts(paragraphs[at]!.lines, words)]);
}

/** The notes that stood among these lines. */
const noteDrafts = (lines: readonly Line[], words: ReadonlySet<string>): BlockDraft[] =>
  lines.flatMap(({ notes = [] }) =>
    notes.map((note) => draftOf(piecesOf({ lines: note, kept: false, gapBefore: true }, 0, words))),
  );

function cellDrafts({ cells }: Region, group: number, words: ReadonlySet<string>): BlockDraft[] {
  return (cells ?? []).flatMap(({ row, column, lines }) => [
    draftOf(piecesOf({ lines, kept: false, gapBefore: false }, 0, words), {
      kind: "cell",
      group,
      groupKind: "table",
      cell: { row, column, header: false },
    }),
    ...noteDrafts(lines, words),
  ]);
}

type Indented = BlockDraft & { indent: number };

function draft(paragraph: Paragraph, next: Paragraph | undefined, words: ReadonlySet<string>): Indented {
  const first = paragraph.lines[0]!;
  const bullet = bulletLength(first.text);
  const pieces = piecesOf(paragraph, bullet, words);
  const { indent } = first;
  if (bullet > 0) return { ...draftOf(pieces, { kind: "list-item", level: 1, groupKind: "list" }), indent };
  const label = lineLabel(first.text);
  const printed = label?.label;
  const over = printed === undefined ? {} : { printed };
  if (isHeading(paragraph, next))
    return { ...draftOf(pieces, { kind: "heading", level: headingLevel(first.text, printed), ...over }), indent };
  if (printed !== undefined && isItemLabel(printed))
    return { ...draftOf(pieces, { kind: "list-item", level: 1, groupKind: "list", ...over }), indent };
  return { ...draftOf(pieces, over), indent };
}

/** "(a)", "iv)", "3." count the items of a list; "6.2" and "12" count paragraphs. */
const isItemLabel = (label: string): boolean => !/^\d+(?:\.\d+)+\.?$|^\d+$/.test(label);

function isHeading(paragraph: Paragraph, next: Paragraph | undefined): boolean {
  if (paragraph.lines.length !== 1 || !next) return false;
  if (!hasHeadingShape(paragraph.lines[0]!.text)) return false;
  // a heading stands over something that is more than a line of its own kind
  return (
    (next.lines.length > 1 && !next.kept) ||
    next.lines[0]!.text.length > 80 ||
    lineLabel(paragraph.lines[0]!.text) !== null
  );
}

function headingLevel(text: string, label: string | undefined): number {
  const dots = label?.replace(/\.$/, "").split(".").length;
  if (dots !== undefined) return Math.min(6, dots + 1);
  return text === text.toUpperCase() ? 2 : 3;
}

/** What stands at the left of a line, with the gap before what is set beside it: a name beside an address, no field beside its value. */
const BESIDE = /^\S.*?[^:\s](?:\s{6,}|\t+)(?=\S)/;

function piecesOf({ lines, kept }: Paragraph, skip: number, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, line] of lines.entries()) {
    const own = at === 0 ? line.text.slice(skip) : line.text;
    const from = line.raw === null ? null : line.raw + (at === 0 ? skip : 0);
    const next = lines[at + 1];
    const beside = kept ? (BESIDE.exec(own)?.[0].length ?? 0) : 0;
    if (beside > 0) pieces.push({ kind: "text", text: own.slice(0, beside).trimEnd(), raw: from }, { kind: "break" });
    const text = own.slice(beside);
    const raw = from === null ? null : from + beside;
    const join = next && !kept && /[\p{L}\p{N}]-$/u.test(text) ? hyphenJoin(text, next.text, words) : " ";
    pieces.push({ kind: "text", text: join === "drop" ? text.slice(0, -1) : text, raw });
    if (!next) break;
    if (kept) pieces.push({ kind: "break" });
    else if (join === " ") pieces.push({ kind: "text", text: " ", raw: null });
  }
  return pieces;
}

function withTitle(drafts: BlockDraft[]): BlockDraft[] {
  const [first] = drafts;
  if (!first || first.printed !== undefined || (first.kind !== "paragraph" && first.kind !== "heading")) return drafts;
  if (!hasTitleShape(draftWords(first))) return drafts;
  return [{ ...first, kind: "title", level: 0 }, ...drafts.slice(1)];
}

/** List items in a row are one list; the depth of each is told by its indentation. */
function withGroups(drafts: readonly Indented[], from: number): BlockDraft[] {
  let group = from - 1;
  let open: number[] = [];
  return drafts.map(({ indent, ...each }, at) => {
    if (each.kind !== "list-item") return each;
    if (drafts[at - 1]?.kind !== "list-item") {
      group++;
      open = [];
    }
    open = open.filter((other) => other < indent - 1);
    open.push(indent);
    return { ...each, group, level: open.length };
  });
}
