import { anchorOf } from "../document/anchor.ts";
import type { Body } from "../document/body.ts";
import type { Document } from "../document/document.ts";
import { oncePer } from "../document/once.ts";
import type { Item } from "../records/item.ts";
import type { Outcome, PartialOutcome } from "../records/link.ts";
import { governmentOver } from "./heading.ts";
import { type Verdict, verdictOf } from "./outcome.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";
import type { Want } from "./want.ts";

/** "The Welsh Government", "the Northern Ireland Executive": a government as the subject that opens a sentence. */
const GOVERNMENT = /^(?:the\s+)?((?:\p{Lu}[\p{L}'’-]+\s+){1,3}(?:Government|Executive))\b/iu;
/** "DfT: we agree": initials before a colon, as the one who speaks. */
const INITIALS = /^(\p{Lu}\p{L}{0,5}\p{Lu}\p{L}{0,3})\s*:\s/u;
const POINT = /(?:^|[\s(])(\([a-z0-9]{1,4}\)(?:\([a-z0-9]{1,4}\))*)/giu;

/**
 * The verdicts of several bodies, or on labelled points of an item, where one reply gives more than one of them; else empty. A
 * sentence without a subject or point of its own goes with the one before it.
 */
export function verdictsBy(
  item: Item,
  units: readonly Unit[],
  want: Want,
  document: Document,
  rules: LinkRules,
): PartialOutcome[] {
  const labels = new Set(item.points.map((point) => point.label));
  const points = (unit: Unit) =>
    [...labelled(unit, document).matchAll(POINT)].map(([, label]) => label!).filter((each) => labels.has(each));
  for (const keyOf of [
    (unit: Unit) => bodyIn(unit.text, rules) || governmentOver(unit.headingText),
    (unit: Unit) => points(unit).join(" "),
  ]) {
    const groups = groupsOf(units, keyOf);
    const told = groups.map((group) => ({
      ...group,
      verdict: verdictOf(
        group.units.map((unit) => unit.manner),
        want,
      ),
    }));
    const spoken = told.filter(({ key, verdict }) => key !== "" && verdict.because !== null);
    if (spoken.length < 2) continue;
    return spoken.map(({ key, units: own, verdict }) => ({
      by: key.startsWith("(") ? null : key,
      points: key.startsWith("(") ? key.split(" ") : [],
      outcome: verdict.outcome,
      anchor: anchorOf(document, { start: own[0]!.start, end: own[0]!.end }),
    }));
  }
  return [];
}

/** The words of a sentence, with its paragraph's label where it is the first of it. */
function labelled({ block, start, text }: Unit, document: Document): string {
  const own = document.blocks[block];
  return own?.body === start ? `${document.text.slice(own.start, start)}${text}` : text;
}

/** The whole item's verdict where several were given: the common one, else "partly-accepted", as where the whole is taken in part only. */
export function commonOutcome(parts: readonly PartialOutcome[], whole: Verdict): Outcome {
  const outcomes = new Set(parts.map((each) => each.outcome));
  if (whole.outcome === "partly-accepted" || outcomes.size === 0) return whole.outcome;
  return outcomes.size === 1 ? [...outcomes][0]! : "partly-accepted";
}

function bodyIn(sentence: string, { bodies }: LinkRules): string {
  const government = GOVERNMENT.exec(sentence)?.[1];
  if (government) return government;
  const opening = withoutArticle(sentence).replace(":", " ");
  return openingsOf(bodies).find(({ words }) => opening.startsWith(words))?.name ?? INITIALS.exec(sentence)?.[1] ?? "";
}

const withoutArticle = (words: string): string => words.replace(/^the\s+/i, "");

type Opening = { name: string; words: string };
/** How sentences open that speak of bodies; made once for each list, which never changes after it is read. */
const openingsOf = oncePer((bodies: readonly Body[]): readonly Opening[] =>
  bodies.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((words) => ({ name, words: `${withoutArticle(words)} ` })),
  ),
);

function groupsOf(units: readonly Unit[], keyOf: (unit: Unit) => string): { key: string; units: Unit[] }[] {
  const groups = new Map<string, Unit[]>();
  let key = "";
  for (const unit of units) {
    key = keyOf(unit) || key;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups].map(([name, list]) => ({ key: name, units: list }));
}
