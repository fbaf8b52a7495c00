import { type BlockDraft, draftOf } from "../document/text-builder.ts";

/** A page's only first-rank heading is its title; where there are several, each heads a part of the text. */
export function withTitle(drafts: BlockDraft[]): BlockDraft[] {
  const first = drafts.filter(({ kind, level }) => kind === "heading" && level === 1);
  if (first.length !== 1) return drafts;
  return drafts.map((draft) => (draft === first[0] ? draftOf(draft.pieces, { kind: "title" }) : draft));
}
