import type { Segment } from "../document/structure.ts";
import type { Item } from "../records/item.ts";
import type { Asked } from "./asked.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { bareLabel } from "./numbered.ts";
import { type PartCard, pairOfParts, partCardOf } from "./part-pairs.ts";
import { answeredByName } from "./points.ts";
import type { Reaching } from "./reaching.ts";
import type { LinkRules } from "./rules.ts";
import type { Unit } from "./unit.ts";

/** The items of one document and the sentences of another (or the same) that may answer them. */
type LetterCase = {
  asking: ExtractedDocument;
  asked: readonly Asked[];
  target: ExtractedDocument;
  read: () => readonly Unit[];
  rules: LinkRules;
  same: boolean;
  /** Items that are set out again there, with an answer under them. */
  settled: ReadonlySet<number>;
};

/** What it is worth, in log-odds, that of the parts of one file this is the next in time. */
const CHAINED = 1;
/** From this score on parts of one file answer one another. */
const SHOWN = 1;

/** The last day before another on which one of some parts was written; null where there is none. */
function lastDayBefore(day: string | null, parts: readonly PartCard[]): string | null {
  let last: string | null = null;
  for (const { date } of parts) if (day && date && date < day && (last === null || date > last)) last = date;
  return last;
}

/**
 * What parts of `target` answer as letters do. In a file of its own a part must show that it answers; between two files that are known to
 * answer one another the best pair does.
 */
export function reachLetters(letter: LetterCase, reach: Reaching): void {
  const { asking, asked, target, read, rules, same } = letter;
  if (same && asking.structure.parts.length < 2) return;
  const cards = asking.structure.parts.map((part) => partCardOf(part, rules));
  let paired = false;
  for (const [at, part] of target.structure.parts.entries()) {
    const answered = answeredBy(same ? cards[at]! : partCardOf(part, rules), cards, letter);
    if (answered === null) continue;
    paired = true;
    const own = read().filter((unit) => unit.part === part.id);
    reachReply(letter, own, answered.best, reach);
    if (same) reachLater(letter, own, answered.others, reach);
  }
  // two files that are known to answer one another, though no part of them shows how
  if (!same && !paired) reachReply(letter, read(), new Set(asked.map(({ item }) => item.part)), reach);
}

/** The parts that one seems to answer: the best, and in the same file those before it in the chain; null where none. */
function answeredBy(answering: PartCard, parts: readonly PartCard[], { rules, same }: LetterCase) {
  const before = same ? lastDayBefore(answering.date, parts) : null;
  const scores = new Map<string, number>();
  for (const part of parts) {
    const pair = same && part.id === answering.id ? null : pairOfParts(part, answering, rules);
    if (pair) scores.set(part.id, pair.score + (before !== null && part.date === before ? CHAINED : 0));
  }
  const best = Math.max(...scores.values());
  if (scores.size === 0 || (same && best < SHOWN)) return null;
  const those = (holds: (score: number) => boolean) =>
    new Set([...scores].flatMap(([part, score]) => (holds(score) ? [part] : [])));
  return { best: those((score) => score === best), others: those((score) => score >= SHOWN && score < best) };
}

/** The items of some parts that are not answered where they are set out again. */
const openOf = ({ asked, settled }: LetterCase, answered: ReadonlySet<string>): [Item, number][] =>
  asked.flatMap(({ item }, index) =>
    item.restated || settled.has(index) || !answered.has(item.part) ? [] : [[item, index] as [Item, number]],
  );

function reachReply(letter: LetterCase, own: readonly Unit[], answered: ReadonlySet<string>, reach: Reaching): void {
  const { segments, parts } = letter.target.structure;
  const responses = new Set(parts.filter((part) => part.kind === "response").map((part) => part.id));
  const prose = own.filter((unit) => segments[unit.segment]!.kind === "prose");
  const replies = own.filter((unit) => segments[unit.segment]!.kind === "reply");
  const beside = replies.filter((unit) => letter.same || !responses.has(unit.part) || isOnward(unit, segments));
  const open = openOf(letter, answered);
  const byName = answeredByName(prose, new Map(open.map(([, index]) => [index, letter.asked[index]!])));
  for (const [item, index] of open) {
    for (const unit of replies) {
      const segment = segments[unit.segment]!;
      if (isUnderLabel(item, segment)) reach(unit.index, index, isOnward(unit, segments) ? "under" : "stated");
    }
    prose.forEach((unit, at) => {
      reach(unit.index, index, byName[at]!.has(index) ? "stated" : "letter");
    });
    for (const unit of beside) reach(unit.index, index, isOnward(unit, segments) ? "letter" : "beside");
  }
}

/** What the reply to a message left open, a later one of the chain may answer. */
function reachLater(letter: LetterCase, own: readonly Unit[], answered: ReadonlySet<string>, reach: Reaching): void {
  const { segments } = letter.target.structure;
  const prose = own.filter((unit) => segments[unit.segment]!.kind === "prose");
  for (const [, index] of openOf(letter, answered)) for (const unit of prose) reach(unit.index, index, "beside");
}

/** Whether a sentence of a reply stands under a further heading than the one of what the reply answers: it may answer anything. */
const isOnward = ({ headingText, segment }: Unit, segments: readonly Segment[]): boolean =>
  headingText !== (segments[segment]!.heading ?? "");

/** Whether a reply stands under the label of an item that is not set out again ("Recommendations 4 and 5"). */
function isUnderLabel({ kind, label: own }: Item, { answers, label, heading }: Segment): boolean {
  if (own === null || label === null || answers.length > 0) return false;
  const other = kind === "recommendation" ? /\bquestions?\b/i : /\brecommendations?\b/i;
  return !other.test(heading ?? "") && label.split(/\s*,\s*/).some((each) => bareLabel(each) === bareLabel(own));
}
