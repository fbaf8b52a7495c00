import { type BlockDraft, draftOf, type Piece } from "../../document/text-builder.ts";
import { hyphenJoin, wordsInside } from "./hyphen.ts";
import type { Line } from "./line.ts";
import { type Paragraph, paragraphsOf, settingOf } from "./paragraphs.ts";
import { bulletLength, hasHeadingShape, lineLabel } from "./shape.ts";

/** Lines without furniture to blocks, their lists numbered from `group` on. */
export function draftsOf(lines: readonly Line[], group = 0): BlockDraft[] {
  const setting = settingOf(lines);
  const words = wordsInside(lines);
  const paragraphs = paragraphsOf(lines, setting);
  return withGroups(
    withTitle(
      paragraphs.map((paragraph, at) => draft(paragraph, paragraphs[at + 1], words)),
      paragraphs,
    ),
    group,
  );
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
const isItemLabel = (label: string): boolean => !/^\d+(?:\.\d+)*$/.test(label);

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

function piecesOf({ lines, kept }: Paragraph, skip: number, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const [at, line] of lines.entries()) {
    const text = at === 0 ? line.text.slice(skip) : line.text;
    const raw = line.raw === null ? null : line.raw + (at === 0 ? skip : 0);
    const next = lines[at + 1];
    const join = next && !kept && /[\p{L}\p{N}]-$/u.test(text) ? hyphenJoin(text, next.text, words) : " ";
    pieces.push({ kind: "text", text: join === "drop" ? text.slice(0, -1) : text, raw });
    if (!next) break;
    if (kept) pieces.push({ kind: "break" });
    else if (join === " ") pieces.push({ kind: "text", text: " ", raw: null });
  }
  return pieces;
}

/** A text that begins with a line of its own in the shape of a heading begins with its title. */
function withTitle(drafts: Indented[], [first]: readonly Paragraph[]): Indented[] {
  if (first?.lines.length !== 1 || !hasHeadingShape(first.lines[0]!.text) || lineLabel(first.lines[0]!.text))
    return drafts;
  return [{ ...drafts[0]!, kind: "title", level: 0 }, ...drafts.slice(1)];
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
