import { cuesIn } from "./cues.ts";
import type { LinkRules, QuestionCue, ReplyCue } from "./rules.ts";
import type { Unit } from "./unit.ts";
import { termsOf } from "./words.ts";

/** Where one question ends and the next begins inside one sentence. */
const NEXT_QUESTION =
  /,?\s+(?:and|or)\s+(?=(?:(?:if|on|of|in|for|to|by|at)\s[^,?]{0,40}?[,\s]\s*)?(?:how|what|which|who|when|where|why|whether)\b|(?:has|have|had|is|are|was|were|does|did|will|may|can)\s+(?:the|it|they|he|she|you|we|any|all|this|that|there)\b)/i;

/** The first of several must be a question too: "the keeper and who she is" is none. */
const OPENS_QUESTION =
  /\b(?:how|what|which|who|when|where|why|whether)\b|^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b/i;

/** "… and, if not, why?" asks for nothing where the answer to the part before it is yes. */
const CONDITIONAL = /^\W*if (?:so|not|it|he|she|they|you|that|this)\b/i;

/** How much of a question a reply answers. */
export type Answered = {
  /** Every part of it has an answer. */
  whole: boolean;
  /** It has one part only, and what the reply opens with is of the kind that it asks for: a number after "how many". */
  directly: boolean;
};

/**
 * Whether a reply speaks to every part of a question that asks several things at once ("How many joined, and how many have left?"): each
 * part must find a telling word of its own in the reply, or else the kind of answer that it alone asks for.
 */
export function answered(question: string, units: readonly Unit[], rules: LinkRules): Answered {
  const parts = question.split(NEXT_QUESTION).filter((part) => part.trim() !== "" && !CONDITIONAL.test(part));
  const kinds = parts.map((part) => cuesIn(part, rules.questions));
  if (parts.length < 2) return { whole: true, directly: tells(kinds[0] ?? [], units.slice(0, 1), rules) };
  if (!OPENS_QUESTION.test(parts[0]!)) return { whole: true, directly: false };
  const terms = parts.map((part) => termsOf(part, rules));
  const said = new Set(units.flatMap((unit) => [...unit.terms().keys()]));
  const whole = parts.every((_, index) => {
    if (index === 0) return true;
    const ofOthers = <T>(lists: readonly Iterable<T>[]) =>
      new Set(lists.flatMap((list, at) => (at === index ? [] : [...list])));
    const others = ofOthers(terms.map((each) => each.keys()));
    const own = [...terms[index]!].filter(([term]) => !others.has(term));
    const strong = own.filter(([, worth]) => worth === 1);
    if (strong.some(([term]) => said.has(term))) return true;
    const taken = ofOthers(kinds);
    const alone = kinds[index]!.filter((kind) => !taken.has(kind));
    if (tells(alone, units, rules)) return true;
    if (strong.length > 0) return false;
    const found = kinds[index]!.length === 0 || own.length === 0 || own.some(([term]) => said.has(term));
    return found || (alone.length === 0 ? units.length >= parts.length : !alone.some((kind) => kind.needed));
  });
  return { whole, directly: false };
}

/** Whether some sentence is of a kind of answer that is asked for. */
function tells(kinds: readonly QuestionCue[], units: readonly Unit[], rules: LinkRules): boolean {
  if (kinds.length === 0) return false;
  return units.some(({ text }) => {
    const worded = cuesIn(text, answersIn(rules));
    return kinds.some(({ answer }) => worded.includes(answer));
  });
}

const answers = new WeakMap<LinkRules, readonly ReplyCue[]>();

/** The answers of all kinds of question, in one list that stays the same: it is made ready once. */
function answersIn(rules: LinkRules): readonly ReplyCue[] {
  const known = answers.get(rules) ?? rules.questions.map(({ answer }) => answer);
  answers.set(rules, known);
  return known;
}
