import type { Outcome } from "../records/link.ts";
import { isInKind, kindsIn, strictKinds } from "./kinds.ts";
import type { LinkRules, QuestionCue } from "./rules.ts";
import type { Unit } from "./unit.ts";
import { type Terms, termsOf } from "./words.ts";

/** Where one question ends and the next begins inside one sentence. */
const NEXT_QUESTION =
  /,?\s+(?:and|or)\s+(?=(?:(?:if|on|of|in|for|to|by|at)\s[^,?]{0,40}?[,\s]\s*)?(?:how|what|which|who|when|where|why|whether)\b|(?:has|have|had|is|are|was|were|does|did|will|may|can)\s+(?:the|it|they|he|she|you|we|any|all|this|that|there)\b)/i;

/** The first of several must be a question too: "the keeper and who she is" is none. */
const OPENS_QUESTION =
  /\b(?:how|what|which|who|when|where|why|whether)\b|^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b/i;

/** "… and, if not, why?" asks for nothing where the answer to the part before it is yes. */
const CONDITIONAL = /^\W*if (?:so|not|it|he|she|they|you|that|this)\b/i;

/** Verdicts that hold an answer back. */
export const HOLDING: ReadonlySet<Outcome> = new Set(["declined", "deferred"]);

/** How much of a question a reply answers. */
export type Answered = {
  /** Every part of it has an answer. */
  whole: boolean;
  /** It has one part only, and what the reply opens with is of the kind that it asks for: a number after "how many". */
  directly: boolean;
  /** Whether some sentence that holds nothing back is of the one kind that it asks for; null where it asks for none, or for more than one. */
  given: boolean | null;
};

/** A part of a question: its words, and the kinds of answer that it asks for. */
type Part = { terms: Terms; kinds: readonly QuestionCue[] };

/**
 * Whether a reply speaks to every part of a question that asks several things at once ("How many joined, and how many have left?"): each
 * part must find a telling word of its own in the reply, or else the kind of answer that it alone asks for.
 */
export function answered(question: string, units: readonly Unit[], rules: LinkRules): Answered {
  const words = question.split(NEXT_QUESTION).filter((part) => part.trim() !== "" && !CONDITIONAL.test(part));
  const kindsOf = (part: string) => kindsIn(part, rules);
  const given = isGiven(strictKinds(question, rules), units, rules);
  if (words.length < 2)
    return { whole: true, directly: tells(kindsOf(words[0] ?? ""), units.slice(0, 1), rules), given };
  if (!OPENS_QUESTION.test(words[0]!)) return { whole: true, directly: false, given };
  const parts: Part[] = words.map((part) => ({ terms: termsOf(part, rules), kinds: kindsOf(part) }));
  const isLeftOut = (part: Part) => !isAnswered(part, parts.toSpliced(parts.indexOf(part), 1), units, rules);
  return { whole: !parts.slice(1).some(isLeftOut), directly: false, given };
}

/** What puts an answer off or refuses it gives none, whatever numbers stand in it ("section 12", "by the 4th"). */
function isGiven(kinds: readonly QuestionCue[], units: readonly Unit[], rules: LinkRules): boolean | null {
  if (kinds.length === 0) return null;
  const holdsBack = ({ manner }: Unit) => manner.verdicts.some(({ outcome }) => HOLDING.has(outcome));
  return tells(
    kinds,
    units.filter((unit) => !holdsBack(unit)),
    rules,
  );
}

function isAnswered(part: Part, others: readonly Part[], units: readonly Unit[], rules: LinkRules): boolean {
  const shared = new Set(others.flatMap(({ terms }) => [...terms.keys()]));
  const own = [...part.terms].filter(([term]) => !shared.has(term));
  const telling = own.filter(([, worth]) => worth === 1);
  const alone = part.kinds.filter((kind) => !others.some(({ kinds }) => kinds.includes(kind)));
  const isSaid = ([term]: [string, number]) => units.some((unit) => unit.terms().has(term));
  if (telling.some(isSaid) || tells(alone, units, rules)) return true;
  if (telling.length > 0) return false;
  if (part.kinds.length === 0 || own.length === 0 || own.some(isSaid)) return true;
  return alone.length === 0 ? units.length > others.length : !alone.some(({ needed }) => needed);
}

/** Whether some sentence is of a kind of answer that is asked for. */
const tells = (kinds: readonly QuestionCue[], units: readonly Unit[], rules: LinkRules): boolean =>
  units.some(({ text }) => isInKind(text, kinds, rules));
