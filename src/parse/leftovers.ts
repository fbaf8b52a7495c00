import type { BlockDraft } from "../document/text-builder.ts";
import { draftWords } from "./draft-words.ts";
import type { SiteProfile } from "./site-profile.ts";

/** Drafts without the furniture that pages copied or converted to text keep: as the patterns of site profiles know it, and links to within the page. */
export function withoutLeftovers(drafts: readonly BlockDraft[], profiles: readonly SiteProfile[]): BlockDraft[] {
  const lines = patternOf(profiles.flatMap((profile) => profile.lines));
  const tails = patternOf(profiles.flatMap((profile) => profile.tails));
  const kept: BlockDraft[] = [];
  let tail: number | null = null;
  for (const draft of drafts) {
    const words = draftWords(draft, 300);
    const rank = draft.kind === "heading" ? draft.level : 7;
    if (draft.kind === "title" || (tail !== null && rank < 7 && rank <= tail)) tail = null;
    if (words.length < 200 && tails?.test(words)) tail = rank;
    if (tail !== null || lines?.test(words.split("\n")[0]!) || isOwnLink(draft)) continue;
    kept.push(draft);
  }
  return kept;
}

const patternOf = (patterns: readonly string[]): RegExp | null =>
  patterns.length === 0 ? null : new RegExp(`^(?:${patterns.join("|")})$`, "i");

/** A paragraph or list item that is nothing but a link to a place in the same page. */
function isOwnLink({ kind, pieces }: BlockDraft): boolean {
  if (kind === "heading" || kind === "title" || kind === "note") return false;
  const texts = pieces.filter((piece) => piece.kind === "text" && piece.text.trim() !== "");
  return texts.length > 0 && texts.every((piece) => piece.kind === "text" && /^[#?]/.test(piece.link ?? ""));
}
