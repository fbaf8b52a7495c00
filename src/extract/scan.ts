import type { Document } from "../document/document.ts";
import type { SegmentKind, Structure } from "../document/structure.ts";
import { ItemKind } from "../records/item.ts";
import type { Side, Sieve } from "../wording/sieve.ts";
import type { Candidate, Hit, Sentence } from "./candidate.ts";
import { type CompiledCue, type CueSet, type Seeking, seeking } from "./cue.ts";
import { partKindOf, type Stretch, stretchesOf } from "./reading.ts";

/** Everything that cues see in a document, in reading order: one candidate a sentence and kind, one a set-out statement and kind. */
export function scan(document: Document, structure: Structure, cues: CueSet): Candidate[] {
  return structure.segments.flatMap((segment, index) => {
    const stretches = stretchesOf(document, structure, index);
    const seeks = seeking(partKindOf(structure, index), ["finds", "leads"]);
    const hits = (sentence: Sentence) => hitsIn(document, sentence, cues.finding, seeks);
    if (segment.kind === "quoted" || segment.kind === "note") return [];
    if ((segment.kind === "statement" && !isList(document, stretches)) || segment.kind === "action")
      return scanWhole(stretches, hits, kindsOf(segment.kind));
    return stretches.flatMap((stretch) =>
      stretch.sentences().flatMap((sentence) => byKind([sentence], hits(sentence))),
    );
  });
}

/** A lead-in with numbered entries under it ("The Deputy Mayor is recommended to: 1. …"), taken for one statement: its entries are. */
const isList = ({ blocks, text }: Document, [first, ...rest]: readonly Stretch[]): boolean =>
  rest.length > 0 &&
  text.slice(first!.start, first!.end).endsWith(":") &&
  blocks[first!.block]!.label === null &&
  rest.every(({ block }) => /^\d+[.)]?$/.test(blocks[block]!.label ?? ""));

/** What a set-out segment can be: an action is a promise, a statement a recommendation or an ask. None needs a wording for it. */
const kindsOf = (segment: SegmentKind): ItemKind[] =>
  segment === "action" ? ["undertaking"] : ["recommendation", "ask"];

/** What is set out is one candidate, however many sentences it has, and one even where no wording gives it away. */
function scanWhole(
  stretches: readonly Stretch[],
  hitsOf: (sentence: Sentence) => Hit[],
  kinds: readonly ItemKind[],
): Candidate[] {
  const sentences = stretches.flatMap((stretch) => stretch.sentences());
  if (sentences.length === 0) return [];
  const hits = sentences.flatMap(hitsOf).filter(({ cue }) => cue.role === "finds");
  return kinds
    .map((kind) => ({ kind, own: hits.filter(({ cue }) => cue.kind === kind) }))
    .map(({ kind, own }) => candidateOf(kind, sentences, own));
}

/** Which of the cues that are sought fit a sentence, where, and whether they fit only words that it quotes. In the order of the rules. */
export function hitsIn(
  document: Document,
  sentence: Sentence,
  mayFit: Sieve<Side<CompiledCue>>,
  seeks: Seeking,
): Hit[] {
  const words = document.text.slice(sentence.start, sentence.end);
  const quotes = words !== sentence.masked;
  const hits = new Map<CompiledCue, Hit>();
  for (const { cue, fits } of mayFit(quotes ? `${sentence.masked}\n${words}` : words)) {
    if (!seeks(cue)) continue;
    const unquoted = fits.exec(sentence.masked);
    const found = unquoted ?? (quotes ? fits.exec(words) : null);
    if (!found) continue;
    const start = sentence.start + found.index;
    const hit = { cue, at: { start, end: start + found[0].length }, quoted: unquoted === null };
    const other = hits.get(cue);
    if (!other || goesBefore(hit, other)) hits.set(cue, hit);
  }
  return [...hits.values()];
}

/** Of two sides of a cue that fit, the one whose words are not quoted counts, then the one that comes first. */
const goesBefore = (a: Hit, b: Hit): boolean => (a.quoted === b.quoted ? a.at.start < b.at.start : b.quoted);

const byKind = (sentences: readonly Sentence[], hits: readonly Hit[]): Candidate[] =>
  ItemKind.options.flatMap((kind) => {
    const own = hits.filter(({ cue }) => cue.kind === kind);
    return own.length > 0 ? [candidateOf(kind, sentences, own)] : [];
  });

/** A candidate that covers its sentences, with nothing yet known of it. */
export function candidateOf(kind: ItemKind, sentences: readonly Sentence[], hits: readonly Hit[]): Candidate {
  return {
    start: sentences[0]!.start,
    end: sentences.at(-1)!.end,
    kind,
    form: kind === "ask" ? (hits.find(({ cue }) => cue.form)?.cue.form ?? null) : null,
    sentences,
    hits,
    features: [],
    label: null,
    points: [],
    alsoAt: [],
    leadIn: null,
    restated: false,
    confidence: 1,
    letGo: null,
  };
}
