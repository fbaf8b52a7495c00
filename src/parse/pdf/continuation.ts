import { type Draft, pageOf } from "./draft.ts";
import { labelAt } from "./label.ts";
import { isAll } from "./line.ts";

/** Joins what a page or column end has cut: a paragraph whose sentence goes on in the next one. */
export function joinCut(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const at = out.length - 1;
    const last = out[at];
    if (last && goesOn(last, draft)) out[at] = { ...last, lines: [...last.lines, ...draft.lines] };
    else out.push(draft);
  }
  return out;
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
  return midSentence && isAll(end, "bold") === isAll(begin, "bold") && pageOf(next) - end.page <= 1;
}
