import { trimSpan } from "../../document/span.ts";
import { letGo } from "../candidate.ts";
import { eachOf } from "./pass.ts";

/** What a list puts after an entry that is not its last. */
const JOINT = /\s*[;,]\s*(?:and|or)?\s*$/i;

/** A trailing pointer or mark of role: "(Paragraph 17)", "(Recommendation, Paragraph 17)", "(see paragraphs 2 and 3)". */
const POINTER =
  /\s*[([](?:(?:conclusion|recommendation)s?\s*[,:;]?\s*)?(?:see\s+)?(?:para(?:graph)?s?\.?|section|page|p\.)\s*[\d.,\s–and-]+[)\]]\s*\.?\s*$/i;

/** A label's word before the words: "Recommendation 4:", "Recommendation:". */
const LABEL = /^(?:recommendation|action|question)s?\s*(?:no\.?\s*)?(?:\d+[\d.]*(?:\([a-z]+\))*)?\s*[:.–—-]\s+/i;

/** The quote begins after its label and ends with its last word: list joints and trailing pointers are left out. */
export const trimBoundaries = eachOf((candidate, { document }) => {
  const words = document.text.slice(candidate.start, candidate.end);
  const opened = words.replace(LABEL, "");
  const closed = opened.replace(POINTER, "").replace(JOINT, "");
  if (!/\p{L}/u.test(closed)) return letGo(candidate, "boundaries", "nothing is left beside its label or pointer");
  const start = candidate.end - opened.length;
  return { ...candidate, ...trimSpan(document.text, { start, end: start + closed.length }) };
});
