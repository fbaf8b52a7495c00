import { anchorOf } from "../document/anchor.ts";
import { shortId } from "../records/ids.ts";
import type { Link } from "../records/link.ts";
import { align } from "./align.ts";
import { type Asked, askedIn } from "./asked.ts";
import { says } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { verdictOf } from "./outcome.ts";
import { passagesOf, speakingOnly, withoutHolding } from "./passage.ts";
import { answersWhole } from "./question.ts";
import { reachesOf } from "./reach.ts";
import type { LinkRules } from "./rules.ts";
import { compare, signalsOf, weigh } from "./signals.ts";
import { type Unit, unitsOf } from "./unit.ts";

export type { ExtractedDocument } from "./extracted.ts";
export { LinkRules } from "./rules.ts";

/** The links of one document's items: to passages of its own and of the documents that answer it. */
export function linkItems(
  asking: ExtractedDocument,
  answering: readonly ExtractedDocument[],
  rules: LinkRules,
): Link[] {
  const asked = askedIn(asking, rules);
  if (asked.length === 0) return [];
  const others = answering.filter((each) => each.document.id !== asking.document.id);
  const links = [asking, ...others].flatMap((target) => linkTo(asking, asked, target, rules));
  const answered = new Set(links.filter((link) => link.replies.length > 0).map((link) => link.item));
  const seen = new Set<string>();
  return links.filter((link) => {
    if (link.replies.length > 0) return true;
    if (answered.has(link.item) || seen.has(link.item)) return false;
    seen.add(link.item);
    return true;
  });
}

function linkTo(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  target: ExtractedDocument,
  rules: LinkRules,
): Link[] {
  const units = unitsOf(target, rules);
  const reaches = reachesOf(asking, asked, target, units, rules);
  const comparison = compare(
    asked,
    units,
    units.filter((unit) => reaches.ofUnit[unit.index]!.size > 0),
  );
  const candidates = units.map((unit) => {
    if (reaches.restating.has(unit.index)) return new Map<number, number>();
    return new Map(
      [...reaches.ofUnit[unit.index]!].map(([item, reach]) => [
        item,
        weigh(signalsOf(unit, item, reach, comparison), rules.weights),
      ]),
    );
  });
  const chosen = align(candidates, (at) => stayingAt(units, at, rules), rules.weights.following);
  const byItem = Map.groupBy(units, (unit) => chosen[unit.index]!);
  return asked.flatMap((one, index): Link[] => {
    const own = withoutHolding(speakingOnly(byItem.get(index) ?? []));
    if (own.length === 0 && !reaches.inReach.has(index)) return [];
    return [linkOf(one, own, target, rules)];
  });
}

function stayingAt(units: readonly Unit[], at: number, { weights }: LinkRules): number {
  const unit = units[at]!;
  const before = units[at - 1]!;
  if (unit.manner.opens || unit.manner.back) return 0;
  if (unit.block === before.block) return weights.stay ?? 0;
  return unit.segment === before.segment && unit.headingText === before.headingText ? (weights["stay-near"] ?? 0) : 0;
}

function linkOf({ item }: Asked, units: readonly Unit[], target: ExtractedDocument, rules: LinkRules): Link {
  const { document } = target;
  const want = item.kind === "ask" && says(item.anchor.exact, rules.information) ? "information" : "act";
  const verdict = verdictOf(
    units.map((unit) => unit.manner),
    want,
    answersWhole(item.anchor.exact, units, rules),
  );
  return {
    id: shortId(item.id, document.id),
    item: item.id,
    outcome: verdict.outcome,
    outcomesBy: [],
    replies: passagesOf(units, document.text).map(({ part, ...span }) => ({
      document: document.id,
      part,
      anchor: anchorOf(document, span),
    })),
    confidence: 0.5,
    ambiguous: false,
    rivals: [],
    evidence: verdict.because ? [`verdict: ${verdict.because}`] : [],
  };
}
