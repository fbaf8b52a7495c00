import type { BlockDraft } from "../document/text-builder.ts";
import { draftWords, withoutStart } from "./draft-words.ts";

/** Bullet signs that someone typed before a paragraph instead of making a list; dashes count where two paragraphs in a row have them. */
const SIGN = /^[•◦▪▫■□●○‣⁃∙·➢➤►✓✔\ue000-\uf8ff]\s*(?=\S)/u;
const DASH = /^[-–—*]\s+(?=\S)/;

/** Drafts in which paragraphs with typed bullets are list items, those in a row one list. */
export function settleTypedLists(drafts: readonly BlockDraft[]): BlockDraft[] {
  let group = drafts.reduce((most, draft) => Math.max(most, draft.group ?? -1), -1);
  let open = false;
  return drafts.map((draft, at) => {
    const sign = signOf(draft, drafts[at - 1], drafts[at + 1]);
    if (!sign) {
      open = false;
      return draft;
    }
    if (!open) group++;
    open = true;
    return {
      ...draft,
      kind: "list-item",
      level: 1,
      group,
      groupKind: "list",
      pieces: withoutStart(draft.pieces, sign),
    };
  });
}

function signOf(draft: BlockDraft, before: BlockDraft | undefined, after: BlockDraft | undefined): RegExp | null {
  if (!isTyped(draft)) return null;
  const words = draftWords(draft, 20);
  if (SIGN.test(words)) return SIGN;
  const hasDash = (each: BlockDraft | undefined) =>
    each !== undefined && isTyped(each) && DASH.test(draftWords(each, 20));
  return hasDash(draft) && (hasDash(before) || hasDash(after)) ? DASH : null;
}

const isTyped = ({ kind, groupKind }: BlockDraft): boolean => kind === "paragraph" && groupKind !== "table";
