import type { Document } from "../document/document.ts";
import type { Side, Sieve } from "../wording/sieve.ts";
import type { Hit, Sentence } from "./candidate.ts";
import type { CompiledCue, Seeking } from "./cue.ts";

/** A sentence at which cues look, and which of them are sought there. */
export type Look = { sentence: Sentence; seeks: Seeking };

/** What may fit where: a look, and of the sentence's own words both with its quotations blotted out and as they stand. */
type Asked = { look: number; masked: string; words: string; start: number };

/**
 * Which of the cues that are sought fit, where, and whether they fit only words that are quoted: for each look, in the order of the rules.
 * A cue is asked of all sentences before the next one is: the code of its pattern is at hand then, which halves what asking costs.
 */
export function hitsIn(
  { text }: Document,
  looks: readonly Look[],
  mayFit: Sieve<Side<CompiledCue>>,
): (readonly Hit[])[] {
  const asked = new Map<Side<CompiledCue>, Asked[]>();
  looks.forEach(({ sentence: { start, end, masked }, seeks }, look) => {
    const words = text.slice(start, end);
    const one = { look, masked, words, start };
    for (const side of mayFit(words === masked ? words : `${masked}\n${words}`)) {
      if (!seeks(side.cue)) continue;
      const list = asked.get(side);
      if (list) list.push(one);
      else asked.set(side, [one]);
    }
  });
  const hits = looks.map(() => new Map<CompiledCue, Hit>());
  for (const [side, list] of [...asked].sort(([a], [b]) => a.at - b.at))
    for (const one of list) {
      const hit = hitOf(side, one);
      const other = hits[one.look]!.get(side.cue);
      if (hit && (!other || goesBefore(hit, other))) hits[one.look]!.set(side.cue, hit);
    }
  return hits.map((found) => [...found.values()]);
}

function hitOf({ cue, fits }: Side<CompiledCue>, { masked, words, start }: Asked): Hit | null {
  const unquoted = fits.exec(masked);
  const found = unquoted ?? (words === masked ? null : fits.exec(words));
  if (!found) return null;
  const at = { start: start + found.index, end: start + found.index + found[0].length };
  return { cue, at, quoted: unquoted === null };
}

/** Of two sides of a cue that fit, the one whose words are not quoted counts, then the one that comes first. */
const goesBefore = (a: Hit, b: Hit): boolean => (a.quoted === b.quoted ? a.at.start < b.at.start : b.quoted);
