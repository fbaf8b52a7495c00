import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import { fieldedAction } from "./action-fields.ts";
import { DAY_IN_WORDS } from "./day.ts";
import { type ColumnRole, cellsBeside, dueOf, headOf, readTables, roleOfCell, rowOf, type Tables } from "./table.ts";
import { isProse, type SegmentDraft, segmentOf, textOf, type View } from "./view.ts";

/** What is set in blocks of its own: the segment that begins with a block, or null for a block that belongs to one and is not text. */
export type SetPieces = Map<Block, SegmentDraft | readonly SegmentDraft[] | null>;

/** The rows of actions tables, and the entries of lists with "Action by:" under them. */
export function findActions(view: View, blocks: readonly Block[]): SetPieces {
  const pieces: SetPieces = new Map();
  const tables = readTables(view, blocks);
  blocks.forEach((block, at) => {
    if (pieces.has(block)) return;
    const role = roleOfCell(tables, block);
    const fielded = role === undefined ? fieldedAction(view, block, blocks[at - 1]) : null;
    if (fielded) pieces.set(block, fielded);
    else if (role !== undefined) pieces.set(block, cellPiece(view, tables, block, role));
    else readEntry(view, blocks, at, pieces);
  });
  for (const block of underActions(view, blocks)) if (!pieces.has(block)) pieces.set(block, listedAction(view, block));
  return pieces;
}

/** The rows of tables that list actions and answer nothing, in a paper that else is read as prose. */
export function findTabledActions(view: View, blocks: readonly Block[]): SetPieces {
  const tables = readTables(view, blocks);
  const lists = new Map([...tables].filter(([, { roles }]) => listsActions([...roles.values()])));
  return new Map(
    blocks.flatMap((block): [Block, SegmentDraft | null][] => {
      const role = roleOfCell(lists, block);
      return role === undefined ? [] : [[block, cellPiece(view, lists, block, role)]];
    }),
  );
}

const listsActions = (roles: readonly ColumnRole[]): boolean =>
  roles.includes("action") && !roles.includes("statement") && !roles.includes("reply");

/**
 * What a cell of a table that tells is: an action; what was said at a meeting, beside what came of it; or no text. Where only who is to act stands
 * beside what was said, the action is in those words.
 */
function cellPiece(view: View, tables: Tables, block: Block, role: ColumnRole): SegmentDraft | null {
  if (!isActions(tables, block)) return segmentOf("prose", block);
  const isOfMeeting = (each: Block) => view.rules.shows(headOf(tables, each), "discussion-column");
  if (role === "action") {
    const onlyOwners = OWNERS.test(textOf(view, block)) && cellsBeside(tables, block).some(isOfMeeting);
    return onlyOwners ? null : tableAction(view, tables, block);
  }
  return role === null && isProse(textOf(view, block)) && isOfMeeting(block) ? segmentOf("prose", block) : null;
}

/** The points under a heading such as "Actions". Where one of them leads in others ("The Council will:"), they are numbered prose. */
function underActions(view: View, blocks: readonly Block[]): Block[] {
  const lists: Block[][] = [];
  let under = false;
  blocks.forEach((block, at) => {
    const point = isPointOf(view, block);
    if (isProse(textOf(view, block)) && !point) under = false;
    else if (!point) {
      under = view.rules.shows(textOf(view, block), "actions-heading") && isHeadingOver(view, block, blocks[at + 1]);
      if (under) lists.push([]);
    }
    if (under && point) lists.at(-1)!.push(block);
  });
  const said = ({ body, end }: Block) => view.document.text.slice(body, end);
  return lists
    .filter((points) => !points.some((point) => said(point).trimEnd().endsWith(":")))
    .flatMap((points) => points.filter((point) => ONE_SENTENCE.test(said(point))));
}

const isHeadingOver = (view: View, block: Block, next: Block | undefined): boolean =>
  block.cell === null && next !== undefined && (next.kind === "list-item" || isPointOf(view, next));

/** A point of a list; where the format tells no lists, a number and who is to do what ("1. TR to send the invoices"). */
const isPointOf = (view: View, block: Block): boolean =>
  block.kind === "list-item"
    ? block.level <= 1
    : block.label !== null && view.rules.shows(view.document.text.slice(block.body, block.end), "action-doer");

/** A point that says more than what is to be done is left to those who read sentences. */
const ONE_SENTENCE = /^(?:(?![.?!]["'’”)]?\s+\p{Lu}).)*$/su;

function listedAction(view: View, block: Block): SegmentDraft {
  const text = textOf(view, block);
  const owner = view.rules.read("action-doer", text.slice(block.body - block.start))?.groups?.value ?? null;
  const action = { owner, closed: view.rules.shows(text, "action-closed") };
  const due = DUE_BEHIND.exec(text)?.groups?.due;
  const from = block.start + text.length - (due?.length ?? 0);
  return segmentOf(
    "action",
    { start: block.body, end: block.end },
    { label: block.label, action, due: due === undefined ? [] : [{ start: from, end: block.end }] },
  );
}

/** "… – 12 July", "… (by 4 May)": when it is due, behind what is to be done. */
const DUE_BEHIND = new RegExp(`\\s(?:[–—-]\\s+|\\()(?<due>(?:by )?${DAY_IN_WORDS}[.)]?)$`, "i");

const isActions = (tables: Tables, block: Block): boolean =>
  [...tables.get(block.group!)!.roles.values()].includes("action");

function tableAction(view: View, tables: Tables, block: Block): SegmentDraft {
  const row = rowOf(tables, block);
  const said = (role: "owner" | "status" | "label") => {
    const cell = row.get(role);
    return cell ? textOf(view, cell).replace(/\s+/g, " ") : null;
  };
  return segmentOf("action", block, {
    label: said("label") ?? block.label,
    action: { owner: said("owner"), closed: view.rules.shows(said("status") ?? "", "action-closed") },
    due: dueOf(tables, block),
    raised: spanOf(row.get("raised")),
  });
}

const spanOf = (cell: Block | undefined): Span | null => (cell ? { start: cell.start, end: cell.end } : null);

/** Names and initials alone ("Action: ACO / Clerk"): the mark is for the paragraph above it, of which what is promised is read as sentences are. */
const OWNERS =
  /^(?:\p{Lu}[\p{L}.’'-]*|and|of|for|the|[/&,])(?:\s*(?:[/&,]|\band\b|\bof\b|\bfor\b|\bthe\b|\p{Lu}[\p{L}.’'-]*)){0,6}\.?$/u;

/** "Action by: X" under what is to be done, or "ACTION: X to do it" before it. */
function readEntry(view: View, blocks: readonly Block[], at: number, pieces: SetPieces): void {
  const block = blocks[at]!;
  const text = textOf(view, block);
  const owner = ownerIn(view, text);
  if (!owner) return;
  const lines = markedLines(view, block);
  if (lines.length > 1) {
    pieces.set(block, lines);
    return;
  }
  const rest = text.slice(owner.wordsAt).trim();
  const named = OWNERS.test(rest);
  const status = statusAfter(view, blocks, at);
  const action = { owner: owner.name ?? (named ? rest : null), closed: status.closed };
  const { due } = status;
  if (rest !== "" && !named)
    pieces.set(block, segmentOf("action", { start: block.start + owner.wordsAt, end: block.end }, { action, due }));
  else {
    const done = blocks[at - 1];
    if (named) pieces.set(block, null);
    if (!done || done.kind === "title" || pieces.get(done) != null || (named && !ONE_SENTENCE.test(textOf(view, done))))
      return;
    const label = labelAbove(view, blocks[at - 2]);
    if (label !== null) pieces.set(blocks[at - 2]!, null);
    const span = { start: done.body, end: done.end };
    pieces.set(done, segmentOf("action", span, { label: label ?? done.label, action, due }));
    pieces.set(block, null);
  }
  for (const each of status.blocks) pieces.set(each, null);
}

/** The actions of a block each of whose pieces, from one mark ("ACTION: …") to the next, is marked as one; none where a piece is not. */
function markedLines(view: View, block: Block): SegmentDraft[] {
  const words = textOf(view, block);
  const [mark = ""] = /^\p{L}+/u.exec(words) ?? [];
  const lines = mark === "" ? [] : [...words.matchAll(new RegExp(`(?:(?!\\s+${mark}\\b)[^])+`, "gu"))];
  const marked = lines.flatMap(({ index, 0: text }) => {
    const said = text.trimStart();
    const owner = ownerIn(view, said);
    if (!owner || owner.wordsAt >= said.length) return [];
    const end = block.start + index + text.length;
    const action = { owner: owner.name, closed: false };
    return [segmentOf("action", { start: end - said.length + owner.wordsAt, end }, { action })];
  });
  return marked.length === lines.length ? marked : [];
}

/** Who is to act, and where the words of the action begin in the block: at its end where they are not in it. */
function ownerIn(view: View, text: string): { name: string | null; wordsAt: number } | null {
  const match = view.rules.read("action-owner", text.split("\n")[0]!);
  if (!match) return null;
  const inline = match.groups && match[0].length < text.split("\n")[0]!.length;
  return { name: match.groups?.value?.trim() ?? null, wordsAt: inline ? match[0].length : text.length };
}

/** The lines after an action that say when it is due and how it stands. */
function statusAfter(view: View, blocks: readonly Block[], at: number) {
  const found = { due: [] as Span[], closed: false, blocks: [] as Block[] };
  for (const block of blocks.slice(at + 1, at + 3)) {
    const text = textOf(view, block);
    const due = view.rules.read("action-due", text)?.groups?.value;
    if (due) found.due.push({ start: block.start + text.lastIndexOf(due), end: block.end });
    else if (view.rules.shows(text, "action-status")) found.closed ||= view.rules.shows(text, "action-closed");
    else break;
    found.blocks.push(block);
  }
  return found;
}

/** A minute number on a line of its own above an action. */
function labelAbove(view: View, block: Block | undefined): string | null {
  if (!block || isProse(textOf(view, block))) return null;
  const [, number] = /(?:^|\n|\s)(\d+(?:\.\d+)+)\s*$/.exec(textOf(view, block)) ?? [];
  return number ?? null;
}
