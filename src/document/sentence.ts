import nlp from "compromise/one";
import type { Span } from "../records/anchor.ts";
import { trimSpan } from "./span.ts";

/**
 * Abbreviations of these publications after which a full stop ends no sentence, beside those that compromise knows.
 * From reading letters, minutes and forms of the bodies named in the README.
 */
const ABBREVIATIONS =
  "no nos para paras p pp ref refs cllr insp supt sgt cmdr hon rt cf approx dept ltd fig vol art".split(" ");
const model = nlp.model() as { one: { abbreviations: Record<string, boolean> } };
for (const word of ABBREVIATIONS) model.one.abbreviations[word] = true;

/** Longer stretches are cut at line breaks first: a run-away "sentence" of a table or a list of numbers costs too much. */
const LONGEST = 20_000;

/**
 * The sentences of a stretch of text (a block, never a whole document), trimmed, in order. Offsets are those of the text.
 * A closing quotation mark or bracket belongs to the sentence that it closes.
 */
export function sentencesIn(text: string, span: Span): Span[] {
  const out: Span[] = [];
  for (let from = span.start; from < span.end; from += LONGEST)
    out.push(...split(text, { start: from, end: Math.min(span.end, from + LONGEST) }));
  return out;
}

function split(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  if (!/[.?!]\S*\s+\S/.test(words)) return nonEmpty([trimSpan(text, span)]);
  const found: Span[] = [];
  let at = span.start;
  for (const sentence of nlp.tokenize(words).json({ text: true }) as { text: string }[]) {
    const start = text.indexOf(sentence.text, at);
    if (start < 0 || start >= span.end) continue;
    at = start + sentence.text.length;
    found.push({ start, end: at });
  }
  // every character belongs to a sentence: gaps go to the one before
  const bounds = found.map((each, index) => ({
    start: index === 0 ? span.start : each.start,
    end: found[index + 1]?.start ?? span.end,
  }));
  return nonEmpty(bounds.map((each) => trimSpan(text, each)));
}

const nonEmpty = (spans: Span[]): Span[] => spans.filter((span) => span.end > span.start);
