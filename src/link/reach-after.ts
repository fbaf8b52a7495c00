import { once } from "../document/once.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Segment } from "../document/structure.ts";
import type { Asked } from "./asked.ts";
import type { ExtractedDocument } from "./extracted.ts";
import type { Reaching } from "./reaching.ts";
import { askingRates, keyOf, turnsAfter } from "./turns.ts";
import { type Unit, unitsWithin } from "./unit.ts";

/**
 * In a transcript, the other side's next turns may answer a question, and later ones that come back to it. Gives the items that somebody else
 * speaks after: whatever is said, they were heard.
 */
export function reachTurns(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  read: () => readonly Unit[],
  reach: Reaching,
): number[] {
  const { segments } = asking.structure;
  const rates = askingRates(segments, asked);
  const last = lastTurns(segments);
  const bySegment = once(() => Map.groupBy(read(), (unit) => unit.segment));
  return asked.flatMap((one, item) => {
    const own = segments[one.segment];
    if (own?.kind !== "turn") return [];
    const after = turnsAfter(segments, one, rates, asking.document.text);
    for (const turn of after.next) for (const unit of bySegment().get(turn) ?? []) reach(unit.index, item, "next");
    for (const turn of after.later) for (const unit of bySegment().get(turn) ?? []) reach(unit.index, item, "later");
    const others = last
      .get(own.part)!
      .entries()
      .filter(([speaker]) => speaker !== keyOf(own.speaker));
    return others.some(([, turn]) => turn > one.segment) ? [item] : [];
  });
}

/** For each part the last turn of each speaker, by surname. */
function lastTurns(segments: readonly Segment[]): Map<string, Map<string, number>> {
  const last = new Map<string, Map<string, number>>();
  segments.forEach(({ kind, part, speaker }, index) => {
    if (kind === "turn") last.set(part, (last.get(part) ?? new Map()).set(keyOf(speaker), index));
  });
  return last;
}

/** An answer that names no question of its list, as where all answers stand together below all questions, may answer any of them. */
export function reachAnswers(
  { structure }: ExtractedDocument,
  asked: readonly Asked[],
  read: () => readonly Unit[],
  reach: Reaching,
): void {
  const { segments } = structure;
  const isFree = ({ kind, answers }: Segment) => kind === "answer" && answers.length === 0;
  if (!segments.some(isFree)) return;
  const free = once(() => read().filter(({ segment }) => isFree(segments[segment]!)));
  asked.forEach(({ item, segment }, index) => {
    if (segments[segment]?.kind !== "question") return;
    for (const unit of free()) if (unit.part === item.part) reach(unit.index, index, "letter");
  });
}

/** A text in which fewer questions than this are asked is no exchange. */
const EXCHANGE = 3;
/** How far after a question its answer may go on, in sentences. */
const FURTHEST = 12;

/** In a text of no known kind that puts question after question, what stands between one and the next may answer it. */
export function reachAfter(
  { structure, document }: ExtractedDocument,
  asked: readonly Asked[],
  read: () => readonly Unit[],
  reach: Reaching,
): void {
  const loose = new Set(structure.parts.filter((part) => part.kind === "other").map((part) => part.id));
  const questions = asked.flatMap(({ item, segment }, index) =>
    item.form === "question" && loose.has(item.part) && structure.segments[segment]?.kind === "prose"
      ? [{ index, item, block: firstEndingAfter(document.blocks, item.anchor.start) }]
      : [],
  );
  const blocks = [...new Set(questions.map((each) => each.block))];
  if (blocks.length < EXCHANGE) return;
  const startOf = (block: number | undefined) =>
    document.blocks[block ?? document.blocks.length]?.start ?? document.text.length;
  const endOf = new Map(blocks.map((block, nth) => [block, startOf(blocks[nth + 1])]));
  for (const { index, item, block } of questions) {
    const between = unitsWithin(read(), { start: item.anchor.end, end: endOf.get(block)! });
    const own = between.filter((unit) => unit.part === item.part && unit.block > block);
    for (const unit of own.slice(0, FURTHEST)) reach(unit.index, index, "after");
  }
}
