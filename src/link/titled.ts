import type { Asked } from "./asked.ts";
import type { Unit } from "./unit.ts";
import { coverage, type Terms } from "./words.ts";

/** From this much of its telling words, by rarity, a heading is an item's. */
const FITS = 0.6;
/** So much less of it every other item must have for it to be that item's alone. */
const ALONE = 0.25;

/** For each heading over some sentences that fits one item and no other nearly as well, that item (by index). */
export function titledOf(
  asked: readonly Asked[],
  units: readonly Unit[],
  rare: (term: string) => number,
): ReadonlyMap<string, number> {
  const headings = new Map(units.map((unit) => [unit.headingText, unit.heading] as const));
  const out = new Map<string, number>();
  if (asked.length < 2) return out;
  for (const [text, heading] of headings) {
    const item = text === "" ? null : itemOf(heading(), asked, rare);
    if (item !== null) out.set(text, item);
  }
  return out;
}

function itemOf(heading: Terms, asked: readonly Asked[], rare: (term: string) => number): number | null {
  const fits = asked.map((one) =>
    Math.max(
      coverage(heading, one.heading, rare),
      OWN * coverage(heading, one.own, rare),
      WIDE * coverage(heading, one.wide(), rare),
    ),
  );
  const best = Math.max(...fits);
  const near = fits.filter((fit) => fit >= best - ALONE);
  return best >= FITS && near.length === 1 ? fits.indexOf(best) : null;
}

/** What an item's own words, and those around it, count for beside the heading over it. */
const OWN = 0.9;
const WIDE = 0.7;
