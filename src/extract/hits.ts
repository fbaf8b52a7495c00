import type { Document } from "../document/document.ts";
import type { Side, Sieve } from "../wording/sieve.ts";
import type { Hit, Sentence } from "./candidate.ts";
import type { CompiledCue, Seeking } from "./cue.ts";

/** A sentence at which cues look, and which of them are sought there. */
export type Look = { sentence: Sentence; seeks: Seeking };

/** What may fit where: a look (by its index), its sentence with its quotations blotted out, and as it stands where it has any. */
type Asked = { look: number; start: number; masked: string; quoting: string | null };

/**
 * Which of the cues that are sought fit, where, and whether they fit only words that are quoted: for each look, in the order of the rules.
 * A cue is asked of all sentences before the next one is: the code of its pattern is at hand then, and asking costs three quarters.
 */
export function hitsIn({ text }: Document, looks: readonly Look[], mayFit: Sieve<Side<CompiledCue>>): Hit[][] {
  const asked = new Map<Side<CompiledCue>, Asked[]>();
  looks.forEach(({ sentence: { start, end, masked }, seeks }, look) => {
    const words = text.slice(start, end);
    const one = { look, start, masked, quoting: words === masked ? null : words };
    for (const side of one.quoting === null ? mayFit(masked) : mayFit(masked, words)) {
      if (!seeks(side.cue)) continue;
      const list = asked.get(side);
      if (list) list.push(one);
      else asked.set(side, [one]);
    }
  });
  const hits = looks.map((): Hit[] => []);
  for (const [side, list] of [...asked].sort(([a], [b]) => a.at - b.at))
    for (const one of list) {
      const hit = hitOf(side, one);
      if (hit) add(hits[one.look]!, hit);
    }
  return hits;
}

/** The sides of a cue come one after the other: of those that fit, the one whose words are not quoted counts, then the one that comes first. */
function add(hits: Hit[], hit: Hit): void {
  const other = hits.at(-1);
  if (other?.cue !== hit.cue) hits.push(hit);
  else if (other.quoted === hit.quoted ? hit.at.start < other.at.start : other.quoted) hits[hits.length - 1] = hit;
}

function hitOf({ cue, fits }: Side<CompiledCue>, { start, masked, quoting }: Asked): Hit | null {
  const unquoted = fits.exec(masked);
  const found = unquoted ?? (quoting === null ? null : fits.exec(quoting));
  if (!found) return null;
  const at = { start: start + found.index, end: start + found.index + found[0].length };
  return { cue, at, quoted: unquoted === null };
}
