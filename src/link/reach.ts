import { contains, firstEndingAfter, overlaps } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { Asked } from "./asked.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { governmentOver } from "./heading.ts";
import { reachAfter, reachAnswers, reachTurns } from "./reach-after.ts";
import { answersGathered } from "./reach-gathered.ts";
import { reachLetters } from "./reach-letters.ts";
import type { Reach, Reaching } from "./reaching.ts";
import { matchRestatements, type Restatement, restatementsIn } from "./restatement.ts";
import type { LinkRules } from "./rules.ts";
import { type Unit, unitsWithin } from "./unit.ts";
import { setOutIn } from "./word-for-word.ts";

/**
 * For each sentence the items that it may answer (no sentences where none may answer any); and which items have a reply in reach at all.
 * Items and units by index.
 */
export type Reaches = {
  ofUnit: readonly ReadonlyMap<number, Reach>[];
  inReach: ReadonlySet<number>;
  /** Sentences inside a restatement: they ask, they do not answer. */
  restating: ReadonlySet<number>;
  /** Items whose answer is that of another: the one that sets it out again, or the question that it goes on from. */
  standsFor: ReadonlyMap<number, number>;
};

const NONE: ReadonlyMap<number, Reach> = new Map();

/**
 * Which sentences of `target` may answer which items of `asking` (the same document or another). They are read only where its structure says
 * that any may: most letters hold no answer.
 */
export function reachesOf(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  target: ExtractedDocument,
  read: () => readonly Unit[],
  rules: LinkRules,
): Reaches {
  const reached = new Map<number, Map<number, Reach>>();
  const inReach = new Set<number>();
  const reach = (unit: number, item: number, how: Reach) => {
    const known = reached.get(unit) ?? new Map<number, Reach>();
    reached.set(unit, known);
    if (!known.has(item)) known.set(item, how);
    if (how !== "later" && how !== "after" && !read()[unit]!.manner.elsewhere) inReach.add(item);
  };
  const same = asking.document.id === target.document.id;
  const restatements = restatementsIn(target, rules, setOutIn(target, asked, same));
  answerByWhatFollows(restatements, target, same);
  const found = same ? ownRestatements(asked, restatements) : matchRestatements(asked, restatements);
  const standsFor = new Map([...goingOn(asked), ...(same ? setOutAgain(asked, restatements, found) : [])]);
  const gathered = same ? answersGathered(asked, found, restatements, read) : new Map<number, ReadonlySet<number>>();
  const pointed = new Set(gathered.values().flatMap((items) => [...items]));
  for (const [unit, items] of gathered) for (const item of items) reach(unit, item, "stated");
  for (const [item, at] of found) {
    const restatement = restatements[at]!;
    if (restatement.answerable) inReach.add(item);
    restatement.answers.forEach((span, order) => {
      const own = unitsWithin(read(), span);
      const first = own[0]?.headingText;
      for (const unit of own) {
        const elsewhere = unit.headingText !== first && governmentOver(unit.headingText) === "" && !restatement.alone;
        const under = (restatement.loose && order > 0) || elsewhere;
        if (!gathered.has(unit.index) && !pointed.has(item)) reach(unit.index, item, under ? "under" : "stated");
      }
    });
  }
  for (const item of standsFor.keys()) inReach.add(item);
  if (same) reachPointed(found, restatements, read, reach);
  for (const item of same ? reachTurns(asking, asked, read, reach) : []) inReach.add(item);
  if (same) reachAnswers(asking, asked, read, reach);
  if (same) reachAfter(asking, asked, read, reach);
  const settled = new Set(
    [...found].flatMap(([item, at]) => (same && restatements[at]!.answers.length === 0 ? [] : [item])),
  );
  reachLetters({ asking, asked, target, read, rules, same, settled }, reach);
  const units = reached.size > 0 ? read() : [];
  const asks = target.items.filter((item) => item.kind === "ask").map((item) => item.anchor);
  const isIn = (spans: readonly Span[], unit: Unit, holds: (span: Span, unit: Unit) => boolean) => {
    const span = spans[firstEndingAfter(spans, unit.start)];
    return span !== undefined && holds(span, unit);
  };
  const isAsking = (unit: Unit) =>
    unit.manner.elsewhere || isIn(restatements, unit, contains) || isIn(asks, unit, overlaps);
  const restating = new Set(units.filter(isAsking).map((unit) => unit.index));
  for (const item of standsFor.keys()) for (const items of reached.values()) items.delete(item);
  return { ofUnit: units.map(({ index }) => reached.get(index) ?? NONE), inReach, restating, standsFor };
}

/** "Or has it been dropped?" has the answer of the question before it. */
function goingOn(asked: readonly Asked[]): [number, number][] {
  return asked.flatMap((one, index): [number, number][] => {
    const before = asked[index - 1];
    return one.goesOn && before?.segment === one.segment ? [[index, index - 1]] : [];
  });
}

/** Items of one part that another part of the same document sets out again. */
function setOutAgain(
  asked: readonly Asked[],
  restatements: readonly Restatement[],
  own: ReadonlyMap<number, number>,
): [number, number][] {
  const first = asked
    .map((one, index) => ({ one, index }))
    .filter(({ one, index }) => !own.has(index) && !one.item.restated);
  const matches = matchRestatements(
    first.map(({ one }) => one),
    restatements,
  );
  const holder = new Map([...own].map(([item, at]) => [at, item]));
  return [...matches].flatMap(([item, at]): [number, number][] => {
    const again = holder.get(at);
    return again === undefined ? [] : [[first[item]!.index, again]];
  });
}

/**
 * What stands under a statement answers it though nothing else says so: in a document that answers another, and in one of its own where the
 * statement is known to be set out again.
 */
function answerByWhatFollows(
  restatements: Restatement[],
  { structure, items }: ExtractedDocument,
  same: boolean,
): void {
  const again = items.filter((item) => item.restated).map((item) => item.anchor);
  restatements.forEach((restatement, index) => {
    if (restatement.answers.length > 0) return;
    if (same && !again.some((anchor) => overlaps(anchor, restatement))) return;
    const next = restatements[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const below = structure.segments.filter((each) => each.start >= restatement.end && each.end <= next);
    restatements[index] = { ...restatement, answers: below.filter((each) => each.kind === "prose").slice(0, 1) };
  });
}

function ownRestatements(asked: readonly Asked[], restatements: readonly Restatement[]): Map<number, number> {
  const out = new Map<number, number>();
  asked.forEach(({ item }, index) => {
    const at = firstEndingAfter(restatements, item.anchor.start);
    if (at < restatements.length && restatements[at]!.start <= item.anchor.start) out.set(index, at);
  });
  return out;
}

/** "Please see my answer to Question 12": what that answer says is in reach too. */
function reachPointed(
  found: ReadonlyMap<number, number>,
  restatements: readonly Restatement[],
  read: () => readonly Unit[],
  reach: Reaching,
): void {
  for (const [item, at] of found) {
    const answers = (index: number) => restatements[index]!.answers.flatMap((span) => unitsWithin(read(), span));
    for (const pointer of answers(at).filter((unit) => unit.manner.pointer)) {
      const named = restatements.findIndex((each) => each.label !== null && names(pointer.text, each.label));
      if (named >= 0 && named !== at) for (const unit of answers(named)) reach(unit.index, item, "pointed");
    }
  }
}

const names = (text: string, label: string): boolean =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:[/.-][\p{L}\p{N}]+)*/gu)].some(([word]) => word === label);
