import type { ExpressionBuilder } from "kysely";
import { REVIEWERS } from "../records/review.ts";
import type { ItemFilter } from "./listing.ts";
import type { Tables } from "./tables.ts";

type Builder = ExpressionBuilder<Tables, "items">;

/** What must hold of what persons said of an item; under double review, of what the asking person may know of it. */
export function reviewConditions(at: Builder, filter: ItemFilter) {
  const { decidedBy, blind, corrected } = filter;
  return [
    ...(corrected ? [at.exists(reviewOf(at).where("corrected", "<>", ""))] : []),
    ...(blind === undefined ? openly(at, filter) : blindly(at, filter, blind)),
    ...(decidedBy
      ? [at("items.key", "in", at.selectFrom("decisions").select("item").where("person", "=", decidedBy))]
      : []),
  ];
}

const reviewOf = (at: Builder) => at.selectFrom("reviews").select("item").whereRef("item", "=", "items.key");
const verdictsOn = (at: Builder) => at.selectFrom("verdicts").whereRef("item", "=", "items.key");

function openly(at: Builder, { reviewed, disputed }: ItemFilter) {
  const decided = at.exists(reviewOf(at).where("verdict", "is not", null));
  return [
    ...(reviewed === true ? [decided] : []),
    ...(reviewed === false ? [at.not(decided)] : []),
    ...(disputed ? [at.exists(reviewOf(at).where("disputed", "=", 1))] : []),
  ];
}

function blindly(at: Builder, { reviewed, disputed }: ItemFilter, person: string) {
  const own = at.exists(verdictsOn(at).select("item").where("person", "=", person));
  const judges = verdictsOn(at).select((count) => count.fn.countAll<number>().as("count"));
  return [
    ...(reviewed === true ? [own] : []),
    ...(reviewed === false ? [at.not(own), at(judges, "<", REVIEWERS)] : []),
    ...(disputed ? [own, at.exists(reviewOf(at).where("disputed", "=", 1))] : []),
  ];
}
