import type { Document } from "../document/document.ts";
import type { SegmentKind, Structure } from "../document/structure.ts";
import { ItemKind } from "../records/item.ts";
import type { Candidate, Hit, Sentence } from "./candidate.ts";
import { type CueSet, seeking } from "./cue.ts";
import { hitsIn } from "./hits.ts";
import { partKindOf, type Stretch, stretchesOf } from "./reading.ts";

/** Everything that cues see in a document, in reading order: one candidate a sentence and kind, one a set-out statement and kind. */
export function scan(document: Document, structure: Structure, cues: CueSet): Candidate[] {
  const heard = structure.segments.map(({ kind }, segment) =>
    SILENT.includes(kind) ? [] : stretchesOf(document, structure, segment),
  );
  const hits = hitsOfAll(document, structure, heard, cues);
  return structure.segments.flatMap(({ kind }, segment) => {
    const stretches = heard[segment]!;
    if ((kind === "statement" && !isList(document, stretches)) || kind === "action")
      return scanWhole(stretches, hits, kindsOf(kind));
    return stretches.flatMap((stretch) =>
      stretch.sentences().flatMap((sentence) => byKind([sentence], hits.get(sentence)!)),
    );
  });
}

/** The segments in which nobody speaks. */
const SILENT: readonly SegmentKind[] = ["quoted", "note"];

/** For each sentence what finds or leads in it. */
function hitsOfAll(
  document: Document,
  structure: Structure,
  heard: readonly (readonly Stretch[])[],
  cues: CueSet,
): ReadonlyMap<Sentence, readonly Hit[]> {
  const looks = heard.flatMap((stretches, segment) => {
    const seeks = seeking(partKindOf(structure, segment), ["finds", "leads"]);
    return stretches.flatMap((stretch) => stretch.sentences().map((sentence) => ({ sentence, seeks })));
  });
  const hits = hitsIn(document, looks, cues.finding);
  return new Map(looks.map(({ sentence }, at) => [sentence, hits[at]!]));
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
  hitsOf: ReadonlyMap<Sentence, readonly Hit[]>,
  kinds: readonly ItemKind[],
): Candidate[] {
  const sentences = stretches.flatMap((stretch) => stretch.sentences());
  if (sentences.length === 0) return [];
  const hits = sentences.flatMap((sentence) => hitsOf.get(sentence)!).filter(({ cue }) => cue.role === "finds");
  return kinds
    .map((kind) => ({ kind, own: hits.filter(({ cue }) => cue.kind === kind) }))
    .map(({ kind, own }) => candidateOf(kind, sentences, own));
}

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
