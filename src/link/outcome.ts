import type { Outcome } from "../records/link.ts";
import type { OutcomeCue } from "./rules.ts";
import type { Unit } from "./unit.ts";

/** How a reply takes an item, from the verdicts of its own sentences; `because` is the wording that told it. */
export type Verdict = { outcome: Outcome; because: string | null };

/** What an item wants: to be told something, or that something be done. */
export type Want = "information" | "act";

const INFORMATION =
  /\b(?:what|which|who|whom|whose|when|where|why|how)\b|\b(?:list|breakdown|figures?|number|details?|information|findings|dates?|update|account|copy|copies|assurance|confirm|confirmation|clarify|explain|views?|tell|know|understand|answer)\b|^(?:do|does|did|is|are|was|were|has|have)\b/i;

/** Whether an item asks to be told something. */
export const wantOf = (words: string, kind: string): Want =>
  kind === "ask" && INFORMATION.test(words) ? "information" : "act";

/** The verdict of a reply. `units` are its sentences in order. */
export function verdictOf(units: readonly Unit[], want: Want): Verdict {
  if (units.length === 0) return { outcome: "unanswered", because: null };
  const cues = units.flatMap((unit) => unit.manner.verdicts);
  const stated = units.map((unit) => statedIn(unit.manner.verdicts)).find((each) => each !== null);
  if (stated) return stated;
  const has = (outcome: Outcome) => cues.find((cue) => cue.force === "implied" && cue.outcome === outcome);
  const told = (cue: OutcomeCue, outcome = cue.outcome): Verdict => ({ outcome, because: cue.name });
  const [declined, deferred, accepted, answered, noted] = (
    ["declined", "deferred", "accepted", "answered", "noted"] as const
  ).map(has);
  if (declined && (accepted || (answered && want === "information"))) return told(declined, "partly-accepted");
  if (declined) return told(declined);
  if (deferred && (answered || accepted)) return told(deferred, "partly-accepted");
  if (deferred) return told(deferred);
  if (want === "information") return { outcome: "answered", because: null };
  if (accepted) return told(accepted);
  if (answered) return told(answered);
  if (noted) return told(noted);
  return { outcome: "answered", because: null };
}

function statedIn(cues: readonly OutcomeCue[]): Verdict | null {
  const stated = cues.filter((cue) => cue.force === "stated");
  const first = stated.find((cue) => cue.outcome === "declined") ?? stated[0];
  if (!first) return null;
  const hedge = cues.find((cue) => cue.force === "hedge");
  if (hedge && first.outcome === "accepted")
    return { outcome: "partly-accepted", because: `${first.name}, ${hedge.name}` };
  return { outcome: first.outcome, because: first.name };
}
