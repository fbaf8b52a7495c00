import { once } from "../document/once.ts";
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

/**
 * What parts of `target` answer as letters do. In a file of its own a part must show that it answers; between two files that are known to
 * answer one another the best pair does.
 */
export function reachLetters(given: LetterCase, reach: Reaching): void {
  const { asking, asked, target, read, rules, same } = given;
  if (same && asking.structure.parts.length < 2) return;
  const letter = { ...given, ...gathered(given) };
  let paired = false;
  for (const [at, part] of target.structure.parts.entries()) {
    const answered = answeredBy(same ? letter.cards[at]! : partCardOf(part, rules), letter);
    if (answered === null) continue;
    paired = true;
    const own = letter.unitsOf().get(part.id) ?? [];
    reachReply(letter, own, answered.best, reach);
    if (same) reachLater(letter, own, answered.others, reach);
  }
  // two files that are known to answer one another, though no part of them shows how
  if (!same && !paired) reachReply(letter, read(), new Set(asked.map(({ item }) => item.part)), reach);
}

/** What is looked up for each part of a file, gathered once: a file may hold thousands of letters. */
function gathered({ asking, asked, target, read, rules }: LetterCase) {
  const cards = asking.structure.parts.map((part) => partCardOf(part, rules));
  return {
    cards,
    /** The days of the parts that ask, in order. */
    days: [...new Set(cards.flatMap(({ date }) => date ?? []))].sort(),
    /** What is asked, by part; the sentences that may answer, by part; the parts that are responses. */
    askedIn: Map.groupBy(asked.keys(), (index) => asked[index]!.item.part),
    unitsOf: once(() => Map.groupBy(read(), (unit) => unit.part)),
    responses: new Set(target.structure.parts.flatMap(({ kind, id }) => (kind === "response" ? [id] : []))),
  };
}
type Gathered = LetterCase & ReturnType<typeof gathered>;

/** The parts that one seems to answer: the best, and in the same file those before it in the chain; null where none. */
function answeredBy(answering: PartCard, { cards, days, rules, same }: Gathered) {
  const { date } = answering;
  const before = same && date !== null ? days.findLast((day) => day < date) : undefined;
  const scores: [part: string, score: number][] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const part of cards) {
    const pair = same && part.id === answering.id ? null : pairOfParts(part, answering, rules);
    if (pair === null) continue;
    const score = pair.score + (before !== undefined && part.date === before ? CHAINED : 0);
    if (same && score < SHOWN) continue;
    scores.push([part.id, score]);
    best = Math.max(best, score);
  }
  if (scores.length === 0) return null;
  const those = (holds: (score: number) => boolean) =>
    new Set(scores.flatMap(([part, score]) => (holds(score) ? [part] : [])));
  return { best: those((score) => score === best), others: those((score) => score >= SHOWN && score < best) };
}

/** The items of some parts that are not answered where they are set out again. */
function openOf({ asked, askedIn, settled }: Gathered, answered: ReadonlySet<string>): [Item, number][] {
  const indexes = [...answered].flatMap((part) => askedIn.get(part) ?? []).sort((a, b) => a - b);
  return indexes.flatMap((index): [Item, number][] => {
    const { item } = asked[index]!;
    return item.restated || settled.has(index) ? [] : [[item, index]];
  });
}

function reachReply(letter: Gathered, own: readonly Unit[], answered: ReadonlySet<string>, reach: Reaching): void {
  const { segments } = letter.target.structure;
  const prose = own.filter((unit) => segments[unit.segment]!.kind === "prose");
  const replies = own.filter((unit) => segments[unit.segment]!.kind === "reply");
  const beside = replies.filter((unit) => letter.same || !letter.responses.has(unit.part) || isOnward(unit, segments));
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
function reachLater(letter: Gathered, own: readonly Unit[], answered: ReadonlySet<string>, reach: Reaching): void {
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
