import { anchorOf } from "../document/anchor.ts";
import type { Document } from "../document/document.ts";
import { sectionAt } from "../document/section.ts";
import type { Structure } from "../document/structure.ts";
import { itemId, normaliseWording } from "../records/ids.ts";
import type { Item } from "../records/item.ts";
import type { Candidate } from "./candidate.ts";
import { type CompiledParties, partiesOf } from "./parties.ts";

/** Candidates that were kept, as records in reading order. */
export function toItems(
  document: Document,
  structure: Structure,
  candidates: readonly Candidate[],
  parties: CompiledParties,
): Item[] {
  const seen = new Map<string, number>();
  return candidates.map((candidate) => {
    const anchor = anchorOf(document, candidate);
    const wording = normaliseWording(anchor.exact);
    const key = `${candidate.kind} ${wording}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    const segment = structure.segments[candidate.sentences[0]!.segment]!;
    const part = structure.parts.find(({ id }) => id === segment.part)!;
    return {
      id: itemId(document.id, candidate.kind, wording, occurrence),
      part: part.id,
      kind: candidate.kind,
      form: formOf(candidate),
      label: candidate.label,
      restated: candidate.restated,
      anchor,
      points: candidate.points.map(({ label, ...span }) => ({ label, anchor: anchorOf(document, span) })),
      alsoAt: candidate.alsoAt.map((span) => anchorOf(document, span)),
      leadIn: candidate.leadIn && anchorOf(document, candidate.leadIn),
      section: sectionAt(document, candidate.start, part.anchor.start).map(({ body, end }) =>
        document.text.slice(body, end),
      ),
      ...partiesOf(
        {
          ...candidate,
          masked: candidate.sentences.map(({ masked }) => masked).join(" "),
          leadIn: candidate.leadIn ? document.text.slice(candidate.leadIn.start, candidate.leadIn.end) : "",
        },
        segment,
        part,
        parties,
      ),
      confidence: Math.round(candidate.confidence * 1000) / 1000,
      evidence: evidenceOf(document, candidate),
    };
  });
}

/** How an ask is put: what is printed with a question mark is a question. */
function formOf(candidate: Candidate): Item["form"] {
  if (candidate.kind !== "ask") return null;
  const last = candidate.sentences.at(-1)!;
  if (/\?\W*$/.test(last.masked) || candidate.form === "question") return "question";
  return candidate.form ?? "request";
}

/** What spoke for it, in words, with the words that it was seen in. */
function evidenceOf(document: Document, candidate: Candidate): string[] {
  const said = candidate.hits
    .filter(({ cue }) => cue.role !== "against")
    .map(({ cue, at }) => `${cue.says}: “${document.text.slice(at.start, at.end)}”`);
  const where = candidate.leadIn
    ? [`in a list under “${document.text.slice(candidate.leadIn.start, candidate.leadIn.end).slice(-80)}”`]
    : [];
  const own = candidate.features.includes("segment-statement") ? ["set out as a statement of its own"] : [];
  return [...new Set([...said, ...where, ...own])];
}
