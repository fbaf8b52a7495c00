import { type Draft, pageOf } from "./draft.ts";
import { labelAt } from "./label.ts";
import { isAll } from "./line.ts";

/** Joins what a page or column end has cut, or something that stands beside it: a paragraph whose sentence goes on in the next one. */
export function joinCut(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out.length - 1;
    const at = out[last] && goesOn(out[last], draft) ? last : interruptedAt(out, draft);
    if (at >= 0) out[at] = { ...out[at]!, lines: [...out[at]!.lines, ...draft.lines] };
    else out.push(draft);
  }
  return out;
}

/** How many pieces may stand beside a paragraph. */
const MOST_BESIDE = 6;

/** The index of the paragraph whose last line stands right above the first of `next`, in mid-sentence, though others came between; -1 for none. */
function interruptedAt(drafts: readonly Draft[], next: Draft): number {
  const begin = next.lines[0]!;
  const from = Math.max(0, drafts.length - 1 - MOST_BESIDE);
  const at = drafts.slice(from, -1).findLastIndex((draft) => {
    const end = draft.lines.at(-1)!;
    const drop = begin.baseline - end.baseline;
    const below = end.page === begin.page && drop > 0 && drop < 1.6 * begin.size && Math.abs(end.x - begin.x) < 2;
    const alike = Math.abs(end.size - begin.size) < 0.08 * end.size && draft.group === next.group;
    return below && alike && !draft.broken && RUNS_ON.test(draft.kind) && /[\p{L},-]$/u.test(end.text);
  });
  const plain = RUNS_ON.test(next.kind) && next.label === null && next.bulletEnd === 0;
  return at >= 0 && plain && /^\p{Ll}/u.test(begin.text) ? from + at : -1;
}

const RUNS_ON = /^(?:paragraph|list-item|quotation)$/;

/** Whether `next` is the rest of `last`: on a new page or column, in the same print, in the middle of a sentence. */
function goesOn(last: Draft, next: Draft): boolean {
  if (!RUNS_ON.test(last.kind) || !RUNS_ON.test(next.kind)) return false;
  const end = last.lines.at(-1)!;
  const begin = next.lines[0]!;
  const apart = end.page !== begin.page || begin.baseline < end.baseline;
  if (!apart || Math.abs(end.size - begin.size) > 0.08 * end.size) return false;

  const midSentence = !/[.?!:;”"]\W?$/.test(end.text) || /-$/.test(end.text);
  if (next.label !== null || next.bulletEnd > 0 || labelAt(begin.text)) return false;
  if (/^[\p{Ll}]/u.test(begin.text)) return true;
  // an address or a sign-off has no full stops, and ends where it ends
  if (last.broken || next.broken) return false;
  const alike = (style: "bold" | "italic") => isAll(end, style) === isAll(begin, style);
  return midSentence && alike("bold") && alike("italic") && pageOf(next) - end.page <= 1;
}
