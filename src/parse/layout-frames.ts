import type { BlockDraft } from "../document/text-builder.ts";
import { draftWords } from "./draft-words.ts";

/** A frame that holds more of a document than this is how the page is laid out, not a passage set apart. */
const MOST = 0.5;

/** Drafts without the frames and one-row tables that hold most of the document: those are there for the layout. */
export function withoutLayoutFrames(drafts: readonly BlockDraft[]): BlockDraft[] {
  const sizes = drafts.map((draft) => draftWords(draft).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const groups = new Map<number, { size: number; rows: number }>();
  for (const [at, { group, groupKind, cell }] of drafts.entries()) {
    if (group === null || (groupKind !== "box" && groupKind !== "table")) continue;
    const { size, rows } = groups.get(group) ?? { size: 0, rows: 0 };
    groups.set(group, { size: size + sizes[at]!, rows: Math.max(rows, cell?.row ?? 0) });
  }
  const layout = new Set(
    [...groups].filter(([, { size, rows }]) => rows === 0 && size > total * MOST).map(([group]) => group),
  );
  return drafts.map((draft) => (draft.group !== null && layout.has(draft.group) ? unframed(draft) : draft));
}

function unframed(draft: BlockDraft): BlockDraft {
  if (draft.kind === "list-item") return { ...draft, groupKind: "list", cell: null };
  return { ...draft, kind: draft.kind === "cell" ? "paragraph" : draft.kind, group: null, groupKind: null, cell: null };
}
