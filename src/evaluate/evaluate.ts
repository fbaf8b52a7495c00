import type { DocumentRecord } from "../records/document-record.ts";
import { type Calibration, calibrate } from "./calibration.ts";
import { addCounts, type Counts, figuresOf, type Scores } from "./counts.ts";
import { annotates, type Gold, type GoldSet, stemOf } from "./gold.ts";
import { readGold } from "./read-gold.ts";
import { scoreItems } from "./score-items.ts";
import { scoreLinks } from "./score-links.ts";
import { type Scored, scoreParts } from "./score-parts.ts";
import { scoreDeadlines, scoreReferences } from "./score-times.ts";
import { addShare, addTally, noShare, noTally, oneCase } from "./tally.ts";
import { bagOf } from "./words.ts";
import { isGrounded, makeWorld, type World } from "./world.ts";

/** What is scored: `present` leaves out gold that no record was made for; otherwise it counts as wholly missed. */
export type EvaluateOptions = { present?: boolean; only?: readonly string[] };

/** Figures over all documents and for each, what was missed and extra in words, and the gold that met no record. */
export type Evaluation = {
  scores: Scores;
  byDocument: Record<string, Scores>;
  remarks: string[];
  missing: string[];
  /** How far the confidences of items and links may be taken at their word. */
  calibration: { items: Calibration; links: Calibration };
};

/** Records scored against the gold files under some folders. Throws `BadGold` for a gold file that cannot be read. */
export function evaluate(
  goldDirs: readonly string[],
  records: readonly DocumentRecord[],
  options: EvaluateOptions = {},
): Evaluation {
  return scoreRecords(readGold(goldDirs), records, options);
}

/**
 * Records scored against gold. A record meets its gold by its name without extension; several formats of one document are each
 * scored on their own.
 */
export function scoreRecords(
  gold: GoldSet,
  records: readonly DocumentRecord[],
  options: EvaluateOptions = {},
): Evaluation {
  const world = makeWorld(gold, records);
  const wanted = (name: string) => options.only?.includes(name) ?? true;
  const scored = records.flatMap((record) => {
    const name = stemOf(record.source.name);
    const own = gold.byName.get(name);
    return own && wanted(name) ? [{ name, record, ...scoreDocument(own, record, world) }] : [];
  });
  const seen = new Set(scored.map(({ name }) => name));
  const missing = options.present ? [] : [...gold.byName.keys()].filter((name) => !seen.has(name) && wanted(name));
  const missed = missing.map((name) => countMissing(name, gold));
  return {
    scores: figuresOf(addCounts([...scored.map(({ counts }) => counts), ...missed])),
    byDocument: Object.fromEntries(scored.map(({ record, counts }) => [record.source.name, figuresOf(counts)])),
    remarks: [
      ...scored.flatMap(({ record, remarks }) => remarks.map((remark) => `${record.source.name}: ${remark}`)),
      ...missing.map((name) => `${name}: no record for this document`),
    ],
    missing,
    calibration: {
      items: calibrate(scored.flatMap(({ items }) => items ?? [])),
      links: calibrate(scored.flatMap(({ links }) => links ?? [])),
    },
  };
}

function scoreDocument(gold: Gold, record: DocumentRecord, world: World): Scored {
  const items = scoreItems(gold, record.items);
  const all: Scored[] = [
    { counts: { documents: 1, grounding: grounding(record, world) }, remarks: [] },
    ...(annotates(gold, "parts") ? [scoreParts(gold, record)] : []),
    items,
    ...(annotates(gold, "deadlines") ? [scoreDeadlines(gold, record, items.pairs)] : []),
    ...(annotates(gold, "references") ? [scoreReferences(gold, record)] : []),
    ...(annotates(gold, "links") ? scoreLinks(gold, record, items.pairs, world) : []),
  ];
  return {
    counts: addCounts(all.map(({ counts }) => counts)),
    remarks: all.flatMap(({ remarks }) => remarks),
    items: items.items ?? [],
    links: all.flatMap(({ links }) => links ?? []),
  };
}

/** Whether every anchor's words are the words at its place. */
function grounding(record: DocumentRecord, world: World) {
  const own = [
    ...[...record.parts, ...record.items, ...record.deadlines, ...record.references].map(({ anchor }) => anchor),
    ...record.items.flatMap(({ leadIn, alsoAt }) => [...(leadIn ? [leadIn] : []), ...alsoAt]),
  ].map((anchor) => isGrounded(record.text, anchor));
  const replies = record.links
    .flatMap((link) => link.replies)
    .map(({ document, anchor }) => isGrounded(world.byId(document)?.text, anchor));
  return [...own, ...replies].map(oneCase).reduce(addShare, noShare);
}

/** A gold document without a record: everything in it was missed. */
function countMissing(name: string, { byName, pairs }: GoldSet): Counts {
  const gold = byName.get(name)!;
  const missed = (count: number) => ({ tp: 0, gold: count, predicted: 0 });
  const has = (what: Parameters<typeof annotates>[1]) => annotates(gold, what);
  const kinds = (["recommendation", "ask", "undertaking"] as const).filter(has);
  const counts: Counts = {};
  for (const kind of kinds) counts[kind] = missed(gold.items.filter((item) => item.kind === kind).length);
  counts.anyKind = kinds.map((kind) => counts[kind]!).reduce(addTally, noTally);
  if (has("parts")) {
    counts.parts = missed(gold.parts.length);
    counts.partDate = { hit: 0, of: gold.parts.filter(({ date }) => date).length };
  }
  if (has("deadlines")) counts.deadline = missed(gold.deadlines.length);
  if (has("references")) {
    counts.reference = missed(gold.references.length);
    counts.mq = missed(gold.references.filter(({ scheme }) => scheme === "MQ").length);
  }
  if (!has("links")) return counts;
  const across = pairs.filter(({ ask }) => stemOf(ask.doc) === name);
  const links = [...gold.links, ...across.map(({ outcome, reply }) => ({ outcome, replies: reply.replies }))];
  const unanswered = links.filter(({ outcome }) => outcome === "unanswered").length;
  return {
    ...counts,
    replyTokens: missed(links.reduce((sum, { replies }) => sum + bagOf(replies.join("\n")).size, 0)),
    outcome: { hit: 0, of: links.length },
    unanswered: { hit: 0, of: unanswered },
    replyHit: { hit: 0, of: links.length - unanswered },
  };
}
