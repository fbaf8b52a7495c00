import type { Document } from "../document/document.ts";
import type { Side, Sieve } from "../wording/sieve.ts";
import type { Hit, Sentence } from "./candidate.ts";
import type { CompiledCue, Seeking } from "./cue.ts";

/** A sentence at which cues look, and which of them are sought there. */
export type Look = { sentence: Sentence; seeks: Seeking };

/** A sentence with its quotations blotted out, and as it stands where it has any; and the looks at it, by their indexes. */
type Asked = { start: number; masked: string; quoting: string | null; looks: readonly number[] };

/**
 * Which of the cues that are sought fit, where, and whether they fit only words that are quoted: for each look, in the order of the rules.
 * A cue is asked of all sentences before the next one is: the code of its pattern is at hand then, and asking costs three quarters. What is looked at
 * several times (a heading by all under it) is asked once.
 */
export function hitsIn({ text }: Document, looks: readonly Look[], mayFit: Sieve<Side<CompiledCue>>): Hit[][] {
  const asked = new Map<Side<CompiledCue>, Asked[]>();
  for (const {
    sentence: { start, end, masked },
    at,
  } of together(looks)) {
    const words = text.slice(start, end);
    const quoting = words === masked ? null : words;
    for (const side of quoting === null ? mayFit(masked) : mayFit(masked, quoting)) {
      const own = at.filter((look) => looks[look]!.seeks(side.cue));
      if (own.length === 0) continue;
      const one = { start, masked, quoting, looks: own };
      const list = asked.get(side);
      if (list) list.push(one);
      else asked.set(side, [one]);
    }
  }
  const hits = looks.map((): Hit[] => []);
  for (const [side, list] of [...asked].sort(([a], [b]) => a.at - b.at))
    for (const one of list) {
      const hit = hitOf(side, one);
      if (hit) for (const look of one.looks) add(hits[look]!, hit);
    }
  return hits;
}

/** The sentences that are looked at, each once, with its looks by their indexes. */
function together(looks: readonly Look[]): { sentence: Sentence; at: number[] }[] {
  const known = new Map<number, { sentence: Sentence; at: number[] }[]>();
  looks.forEach(({ sentence }, at) => {
    const others = known.get(sentence.start);
    const same = others?.find((other) => other.sentence.masked === sentence.masked);
    if (same) same.at.push(at);
    else if (others) others.push({ sentence, at: [at] });
    else known.set(sentence.start, [{ sentence, at: [at] }]);
  });
  return [...known.values()].flat();
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
