import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";
import { type Terms, termsOf } from "./words.ts";

/** Where one question ends and the next begins inside one sentence. */
const NEXT_QUESTION =
  /,?\s+(?:and|or)\s+(?=(?:(?:if|on|of|in|for|to|by)\s[^,?]{0,40}?[,\s]\s*)?(?:how|what|which|who|when|where|why|whether)\b)/i;

/** The first of several must be a question too: "the keeper and who she is" is none. */
const OPENS_QUESTION =
  /\b(?:how|what|which|who|when|where|why|whether)\b|^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b/i;

/** "… and, if not, why?" asks for nothing where the answer to the part before it is yes. */
const CONDITIONAL = /^\W*if (?:so|not|it|he|she|they|you|that|this)\b/i;

/**
 * Whether a reply speaks to every part of a question that asks several things at once ("How many joined, and how many have left?"):
 * each part that has telling words of its own must find one of them in the reply.
 */
export function answersWhole(question: string, units: readonly Unit[], rules: LinkRules): boolean {
  const parts = question.split(NEXT_QUESTION).filter((part) => part.trim() !== "" && !CONDITIONAL.test(part));
  if (parts.length < 2 || !OPENS_QUESTION.test(parts[0]!)) return true;
  const terms = parts.map((part) => telling(termsOf(part, rules)));
  const said = new Set(units.flatMap((unit) => [...unit.terms().keys()]));
  return terms.every((own, index) => {
    const others = new Set(terms.flatMap((each, other) => (other === index ? [] : [...each])));
    const particular = [...own].filter((term) => !others.has(term));
    return particular.length === 0 || particular.some((term) => said.has(term)) || index === 0;
  });
}

const telling = (terms: Terms): Set<string> =>
  new Set([...terms].flatMap(([term, worth]) => (worth === 1 ? [term] : [])));
