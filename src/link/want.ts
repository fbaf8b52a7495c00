import type { Item } from "../records/item.ts";
import { cuesIn } from "./cues.ts";
import type { LinkRules } from "./rules.ts";

/**
 * What an item wants: the answer to a question; to be told something (to which "yes" agrees, and answers nothing); to be sent or shown
 * something (to which a promise agrees too); that something be done; or only that a reply come by a day.
 */
export type Want = "information" | "telling" | "particulars" | "act" | "reply";

/** What an item wants by its own words, or by its lead-in's where they do not tell. A recommendation wants an act. */
export function wantOf({ kind, anchor, leadIn }: Pick<Item, "kind" | "anchor" | "leadIn">, rules: LinkRules): Want {
  if (kind !== "ask") return "act";
  const own = cuesIn(anchor.exact, rules.information);
  const cues = own.length > 0 ? own : cuesIn(leadIn?.exact ?? "", rules.information);
  const wants = new Set(cues.map((cue) => cue.wants));
  return (["information", "telling", "particulars"] as const).find((want) => wants.has(want)) ?? "act";
}
