import type { Document } from "../document/document.ts";
import { hasMoreWords } from "../document/few-words.ts";
import { oncePer } from "../document/once.ts";
import { contains } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { Candidate } from "./candidate.ts";
import type { PassContext } from "./passes/pass.ts";

/** A question of so few words that is a paragraph of its own, or opens one in bold or in an answer, is a heading in all but name. */
const HEADING_WORDS = 6;

/** Fewer words than this without a closing mark are no statement but a piece of one. */
const FRAGMENT_WORDS = 6;

/** Parts whose writer answers more than asks. */
const ANSWERS = ["reply", "response", "report"];

/** Parts in which what is set out without a telling word is a recommendation or a conclusion; elsewhere it is a point to be answered. */
const FORMAL = ["report", "response"];

/** Parts in which a statement is put for somebody to resolve, and how such a one begins. */
const RESOLVES = ["minutes", "decision"];
const RESOLVED = /^(?:That|To)\s/;

const isBold = (span: Span, { marks }: Document): boolean =>
  marks.some((mark) => mark.kind === "bold" && contains(mark, span) && mark.end <= span.end + 1);

/** The parts that set out statements of their own, by their ids. */
const setOutIn = oncePer(
  ({ segments }: PassContext["structure"]) =>
    new Set(segments.flatMap(({ kind, part }) => (kind === "statement" ? [part] : []))),
);

/** What holds of a candidate beside its wording, as names that the decision gives weights to. */
export function contextFeatures(candidate: Candidate, { document, structure }: PassContext): string[] {
  const sentence = candidate.sentences[0]!;
  const segment = structure.segments[sentence.segment]!;
  const part = structure.parts.find(({ id }) => id === segment.part);
  const block = document.blocks[sentence.block]!;
  const words = document.text.slice(candidate.start, candidate.end);
  const question = /\?\s*$/.test(candidate.sentences.at(-1)!.masked);
  const finders = new Set(candidate.hits.filter(({ cue }) => cue.role === "finds").map(({ cue }) => cue.name));
  const answers = ANSWERS.includes(part?.kind ?? "");
  const opens = candidate.start === block.body && block.kind === "paragraph" && (answers || block.label === null);
  const headed = () => opens && (candidate.end === block.end || answers || isBold(candidate, document));
  // what minutes print as asked and answered is no report of it
  const printed = part?.kind === "minutes" && (segment.kind === "question" || segment.kind === "answer");
  const tests: [string, boolean][] = [
    [`in-${printed ? "written-questions" : (part?.kind ?? "other")}`, true],
    [`segment-${segment.kind}`, true],
    ["unworded-statement", segment.kind === "statement" && finders.size === 0 && !FORMAL.includes(part?.kind ?? "")],
    // minutes and decision forms set out what is recommended as what is to be resolved
    ["resolved-statement", RESOLVES.includes(part?.kind ?? "") && segment.kind === "statement" && RESOLVED.test(words)],
    ["list-item", block.kind === "list-item"],
    ["question-mark", question],
    [`plain-question-in-${part?.kind ?? "other"}`, question && finders.size === 1 && segment.kind !== "question"],
    ["stands-as-heading", question && segment.kind === "prose" && !hasMoreWords(words, HEADING_WORDS) && headed()],
    ["to-you", /\byour?s?\b/i.test(words)],
    ["fragment", !hasMoreWords(words, FRAGMENT_WORDS - 1) && !/[.?!:;]\W*$/.test(words)],
    ["very-long", words.length > 600],
    ["restated", candidate.restated],
    // members' questions that a report sets out are answered there as in a letter, and so is what an audit recommends
    ["answers-in-report", part?.kind === "report" && (segment.kind === "answer" || segment.kind === "reply")],
    // a report without recommendations in boxes or under labels makes them in its paragraphs
    ["sets-none-out", part?.kind === "report" && segment.kind === "prose" && !setOutIn(structure).has(part.id)],
    // what stands beside a day by which it is due is what is to be done
    ["due-in-row", segment.kind === "reply" && segment.due.length > 0],
  ];
  return tests.flatMap(([name, holds]) => (holds ? [name] : []));
}
