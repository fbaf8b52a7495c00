import { anchorOf } from "../document/anchor.ts";
import { once } from "../document/once.ts";
import { shortId } from "../records/ids.ts";
import type { Link } from "../records/link.ts";
import { type Answer, answerTo } from "./answer.ts";
import { type Asked, answeredAtHome, askedIn } from "./asked.ts";
import { assign } from "./assign.ts";
import { type Certainty, sureAnswer } from "./certainty.ts";
import type { Manner } from "./cues.ts";
import { evidenceOf } from "./evidence.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { mannersFor } from "./grouped.ts";
import { verdictOf } from "./outcome.ts";
import { type Passage, passagesOf } from "./passage.ts";
import { answered } from "./question.ts";
import type { LinkRules } from "./rules.ts";
import type { Signals } from "./signals.ts";
import type { Unit } from "./unit.ts";
import { commonOutcome, verdictsBy } from "./verdicts-by.ts";
import { type Want, wantOf } from "./want.ts";

export type { ExtractedDocument } from "./extracted.ts";
export { LinkRules } from "./rules.ts";

/** The links of one document's items: to passages of its own and of the documents that answer it. */
export const linkItems = (
  asking: ExtractedDocument,
  answering: readonly ExtractedDocument[],
  rules: LinkRules,
): Link[] => weighLinks(asking, answering, rules).map(({ link }) => link);

/** A link, and the named signs that say how sure it is: what its certainty is learnt from. */
export type WeighedLink = { link: Link; signs: Signals };

/** The links of one document's items with their signs. */
export function weighLinks(
  asking: ExtractedDocument,
  answering: readonly ExtractedDocument[],
  rules: LinkRules,
): WeighedLink[] {
  const asked = askedIn(asking, rules);
  if (asked.length === 0) return [];
  const others = answering.filter((each) => each.document.id !== asking.document.id);
  const own = linkTo(asking, asked, asking, rules);
  const said = own.map(({ link }) => link);
  const open = once(() => askedOfOthers(asked, said, rules));
  const links = [...own, ...others.flatMap((target) => linkTo(asking, open(), target, rules))];
  const answered = new Set(links.flatMap(({ link }) => (link.replies.length > 0 ? [link.item] : [])));
  const seen = new Set<string>();
  return links.filter(({ link }) => {
    if (link.replies.length > 0) return true;
    if (answered.has(link.item) || seen.has(link.item)) return false;
    seen.add(link.item);
    return true;
  });
}

/** Items as they stand for other documents, once their own has been linked to them. */
export function askedOfOthers(asked: readonly Asked[], own: readonly Link[], rules: LinkRules): Asked[] {
  const home = new Map(own.map((link) => [link.item, link]));
  return asked.map((one) => {
    const link = home.get(one.item.id);
    const said = link?.replies.map((reply) => reply.anchor.exact) ?? [];
    return answeredAtHome(one, link?.outcome ?? null, said, rules);
  });
}

function linkTo(
  asking: ExtractedDocument,
  asked: readonly Asked[],
  target: ExtractedDocument,
  rules: LinkRules,
): WeighedLink[] {
  const assignment = assign(asking, asked, target, rules);
  return asked.flatMap((_, index): WeighedLink[] => {
    const isOpen = (units: readonly Unit[]) => units.length === 0 && !assignment.reaches.inReach.has(index);
    if (isOpen(assignment.answers[index]!)) return [];
    const [answer, certainty] = sureAnswer(answerTo(index, assignment), assignment, rules);
    if (isOpen(answer.units)) return [];
    return [linkOf(answer, certainty, target, rules)];
  });
}

function linkOf(
  answer: Answer,
  { confidence, ambiguous, rivals, signs }: Certainty,
  { document }: ExtractedDocument,
  rules: LinkRules,
): WeighedLink {
  const { one, units } = answer;
  const { item } = one;
  const want = wishOf(one, units, rules);
  const verdict = verdictOf(
    earnest(mannersFor(one.names, units, rules)),
    want,
    item.kind === "recommendation" ? "partly-accepted" : "answered",
    answered(item.anchor.exact, units, rules),
  );
  const outcomesBy = verdictsBy(item, units, want, document, rules);
  const passage = ({ part, ...span }: Passage) => ({ document: document.id, part, anchor: anchorOf(document, span) });
  const link = {
    id: shortId(item.id, document.id),
    item: item.id,
    outcome: commonOutcome(outcomesBy, verdict),
    outcomesBy,
    replies: passagesOf(units, document.text).map(passage),
    confidence,
    ambiguous,
    rivals: rivals.map((rival) => ({ ...passage(pick(rival.unit)), confidence: rival.confidence })),
    evidence: [...evidenceOf(answer), ...(verdict.because ? [`${verdict.outcome}: ${verdict.because}`] : [])],
  };
  return { link, signs };
}

/** A wish for a reply by a day is one where the reply speaks of nothing but its own coming. */
const wishOf = ({ item, wantsReply }: Asked, units: readonly Unit[], rules: LinkRules): Want =>
  wantsReply && units.length > 0 && units.every(({ manner }) => manner.replies || manner.courtesy)
    ? "reply"
    : wantOf(item, rules);

/** Courtesies give no verdict where anything else is said. */
function earnest(manners: readonly Manner[]): readonly Manner[] {
  const said = manners.filter((manner) => !manner.courtesy);
  return said.length > 0 ? said : manners;
}

const pick = ({ start, end, part }: Passage): Passage => ({ start, end, part });
