import type { BlockDraft } from "../document/text-builder.ts";
import { draftWords } from "./draft-words.ts";

const SEPARATOR =
  /^[-_\s]*(?:original message|forwarded message|original appointment)[-_\s]*$|^begin forwarded message:$|^[-_]{10,}$/i;
/** The headers that a mail program prints above what it quotes: "From:" first, and at least one more that every message has. */
const PRINTED_HEADERS = /^from:\s.*\n?.*\b(?:sent|date|to|subject):/is;
const WROTE = /\b(?:wrote|writes):$/;

/**
 * An e-mail's drafts in which the history that a mail program put under the message is a quotation: what follows a line
 * such as "-----Original Message-----" or printed headers, each message a group of its own, and the line that says who wrote what is quoted.
 */
export function settleHistory(drafts: readonly BlockDraft[]): BlockDraft[] {
  let group = drafts.reduce((most, draft) => Math.max(most, draft.group ?? -1), -1);
  let history: number | null = null;
  const out = drafts.map((draft, at) => {
    if (startsMessage(draft, drafts[at + 1], drafts[at - 1])) history = ++group;
    return history === null ? draft : quoted(draft, history);
  });
  return out.map((draft, at) => {
    const next = out[at + 1];
    const introduces = draft.group === null && next?.groupKind === "quotation" && WROTE.test(draftWords(draft, 400));
    return introduces ? quoted(inOneLine(draft), next.group!) : draft;
  });
}

function startsMessage(draft: BlockDraft, next: BlockDraft | undefined, before: BlockDraft | undefined): boolean {
  const words = draftWords(draft, 400);
  if (SEPARATOR.test(words.split("\n")[0]!)) return true;
  if (before && SEPARATOR.test(draftWords(before, 60))) return false;
  const both = next && !words.includes("\n") ? `${words}\n${draftWords(next, 400)}` : words;
  return /^from:/i.test(words) && PRINTED_HEADERS.test(both);
}

/** "On 3 June, X <address> wrote:" is one sentence, however a mail program broke it. */
const inOneLine = (draft: BlockDraft): BlockDraft => ({
  ...draft,
  pieces: draft.pieces.map((piece) => (piece.kind === "break" ? { kind: "text", text: " ", raw: null } : piece)),
});

const quoted = (draft: BlockDraft, group: number): BlockDraft =>
  draft.groupKind === "quotation" ? draft : { ...draft, group, groupKind: "quotation" };
