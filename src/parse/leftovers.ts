import type { BlockDraft } from "../document/text-builder.ts";
import { draftWords } from "./draft-words.ts";
import type { SiteProfile } from "./site-profile.ts";

/** Furniture longer than this is not taken for furniture by its words. */
const LONGEST = 200;
/** A tail that is no heading goes on to the end of the text only where it begins in its last part. */
const LAST_PART = 0.8;

/**
 * Drafts without the furniture that pages copied or converted to text keep: lines and tails that site profiles know,
 * links to places in the same page, and the trail of links before the title.
 */
export function withoutLeftovers(drafts: readonly BlockDraft[], profiles: readonly SiteProfile[]): BlockDraft[] {
  const lines = patternOf(profiles.flatMap((profile) => profile.lines));
  const tails = patternOf(profiles.flatMap((profile) => profile.tails));
  const title = drafts.findIndex((draft) => draft.kind === "title");
  const kept: BlockDraft[] = [];
  let tail: number | null = null;
  for (const [at, draft] of drafts.entries()) {
    const words = draftWords(draft, LONGEST + 1);
    const rank = rankOf(draft);
    // a heading of its rank ends it; where it began as a line of text near the end, nothing does
    if (tail !== null && rank <= tail && tail < TEXT) tail = null;
    if (words.length < LONGEST && tails?.test(words) && (rank < TEXT || at > drafts.length * LAST_PART)) tail = rank;
    if (tail !== null) continue;
    if (words.length < LONGEST && (lines?.test(words.split("\n")[0]!) || isOwnLink(draft))) continue;
    if (at < title && isOnlyLinks(draft, /./)) continue;
    kept.push(draft);
  }
  return kept;
}

/** The rank of what is not a heading: below all of them. */
const TEXT = 7;

const rankOf = ({ kind, level }: BlockDraft): number => (kind === "title" ? 0 : kind === "heading" ? level : TEXT);

const patternOf = (patterns: readonly string[]): RegExp | null =>
  patterns.length === 0 ? null : new RegExp(`^(?:${patterns.join("|")})$`, "i");

/** A paragraph or list item that is nothing but a link to a place in the same page. */
const isOwnLink = (draft: BlockDraft): boolean =>
  draft.kind !== "note" && rankOf(draft) === TEXT && isOnlyLinks(draft, /^[#?]/);

function isOnlyLinks({ pieces }: BlockDraft, address: RegExp): boolean {
  const texts = pieces.filter((piece) => piece.kind === "text" && piece.text.trim() !== "");
  return texts.length > 0 && texts.every((piece) => piece.kind === "text" && address.test(piece.link ?? ""));
}
