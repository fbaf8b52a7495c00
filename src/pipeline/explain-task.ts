import { literal } from "../document/literal.ts";
import { type Explanation, explainExtraction } from "../extract/explain.ts";
import type { Span } from "../records/anchor.ts";
import { restore, type StoredStages } from "./publish-task.ts";
import { pipelineOf, type RulesOfTask } from "./thread-rules.ts";
import type { ThreadSetup } from "./thread-setup.ts";

/** Tell why some words of a document are an item, or what let them go. */
export type ExplainTask = { kind: "explain"; stages: StoredStages; pipeline: RulesOfTask; words: string };

/** Where the words stand (offsets in the document's text), and every reading of them. */
export type ExplainResult = { places: (Span & { text: string; readings: (Explanation & { text: string })[] })[] };

/** Places enough to tell what is so. */
const MOST_PLACES = 5;

/** Does an `ExplainTask`. Words are found whatever their case and white space. */
export function explainWords(task: ExplainTask, setup: ThreadSetup): ExplainResult {
  const { document, structure } = restore(task.stages);
  const { extract } = pipelineOf(task.pipeline, setup);
  const textOf = (span: Span) => document.text.slice(span.start, span.end);
  const places = placesOf(document.text, task.words).map((place) => ({
    ...place,
    text: textOf(place),
    readings: explainExtraction(document, structure, extract, place).map((each) => ({ ...each, text: textOf(each) })),
  }));
  return { places };
}

/** The first places where words stand in a text, whatever their case, white space and the shape of their quotation marks. None for no words. */
export function placesOf(text: string, words: string): Span[] {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => literal(word).replace(/['‘’]/g, "['‘’]").replace(/["“”]/g, '["“”]'))
    .join("\\s+");
  if (pattern === "") return [];
  return [...text.matchAll(new RegExp(pattern, "giu"))]
    .slice(0, MOST_PLACES)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
