import { annotates, type GoldSet } from "../evaluate/gold.ts";
import { scoreItems } from "../evaluate/score-items.ts";
import { scoreLinks } from "../evaluate/score-links.ts";
import { makeWorld, type World } from "../evaluate/world.ts";
import type { PipelineDefinition } from "../pipeline/definition.ts";
import { type WeighedRecord, weighLinksAmong } from "../pipeline/weighing.ts";
import type { Case } from "./cross-validation.ts";
import { type Annotated, inOneFormat } from "./item-cases.ts";

/**
 * Every link between some documents as a case, those too that are not sure enough to be made: right where the scorer counts it as found.
 * Documents with several formats count once.
 */
export function linkCases(annotated: readonly Annotated[], gold: GoldSet, pipeline: PipelineDefinition): Case[] {
  const once = inOneFormat(annotated);
  const { certainty } = pipeline.link;
  const weighed = weighLinksAmong(
    once.map(({ read }) => read),
    { ...pipeline, link: { ...pipeline.link, certainty: { ...certainty, least: 0 } } },
  );
  const world = makeWorld(
    gold,
    weighed.map(({ record }) => record),
  );
  return weighed.flatMap((each, at) => casesOf(once[at]!, each, world, pipeline));
}

function casesOf(
  { gold, name }: Annotated,
  { record, signs }: WeighedRecord,
  world: World,
  { link }: PipelineDefinition,
): Case[] {
  if (!annotates(gold, "links")) return [];
  const { pairs } = scoreItems(gold, record.items);
  return scoreLinks(gold, record, pairs, world)
    .flatMap(({ links }) => links ?? [])
    .map(({ id, right }) => linkCase(signs.get(id!)!, link.certainty.weights, { document: name, right }));
}

/** A link, by the signs that say how sure it is, as a case of what somebody said of it. */
export function linkCase(
  features: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
  said: Pick<Case, "document" | "right">,
): Case {
  const given = Object.entries(features).map(([sign, value]) => value * (weights[sign] ?? 0));
  return { features, offset: given.reduce((sum, odds) => sum + odds, 0), weight: 1, ...said };
}
