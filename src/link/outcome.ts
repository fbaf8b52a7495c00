import type { Outcome } from "../records/link.ts";
import type { OutcomeCue } from "./rules.ts";

/** What an item wants: to be told something, that something be done, or only that a reply come by a day. */
export type Want = "information" | "act" | "reply";

/** How a reply takes an item; `because` names the wording that told it, null where nothing but the answer's being there did. */
export type Verdict = { outcome: Outcome; because: string | null };

/** A sentence of a reply as it counts for the verdict. */
export type Saying = { verdicts: readonly OutcomeCue[] };

/**
 * The verdict of a reply from its sentences, in order. `whole` is false where a part of a question is left without an answer;
 * `silent` is what a reply comes to that does something about an act asked for and gives no verdict on it.
 * A stated verdict goes before what acts imply; a hedge counts in the verdict's own sentence only.
 */
export function verdictOf(
  sentences: readonly Saying[],
  want: Want,
  whole = true,
  silent: Outcome = "answered",
): Verdict {
  if (sentences.length === 0) return { outcome: "unanswered", because: null };
  const told = sentences.map(({ verdicts }) => sentenceVerdict(verdicts.filter((cue) => !cue.for || cue.for === want)));
  if (want === "reply") return ofComing(sentences);
  return want === "information" ? ofInformation(told, whole) : ofAct(told, silent);
}

type SentenceVerdict = (Verdict & { force: OutcomeCue["force"] }) | null;

/** Within one sentence: a delay goes before a refusal ("not at this stage"), that before an agreement, that before a deed. */
const ORDER = ["deferred", "declined", "accepted", "answered", "noted"] as const;

function sentenceVerdict(cues: readonly OutcomeCue[]): SentenceVerdict {
  for (const force of ["stated", "implied", "weak"] as const) {
    const own = cues.filter((cue) => cue.force === force);
    const first = ORDER.flatMap((outcome) => own.find((cue) => cue.outcome === outcome) ?? [])[0];
    if (!first) continue;
    const hedge = first.outcome === "accepted" ? cues.find((cue) => cue.force === "hedge") : undefined;
    const outcome = hedge ? "partly-accepted" : first.outcome;
    return { outcome, because: hedge ? `${first.name}, ${hedge.name}` : first.name, force };
  }
  const hedge = cues.find((cue) => cue.force === "hedge");
  return hedge ? { outcome: "partly-accepted", because: hedge.name, force: "hedge" } : null;
}

/** A reply that is late is not all that was asked for. */
function ofComing(sentences: readonly Saying[]): Verdict {
  const late = sentences.flatMap(({ verdicts }) => verdicts).find((cue) => cue.for === "reply");
  return late ? { outcome: late.outcome, because: late.name } : { outcome: "answered", because: null };
}

/** One sentence that puts something off among more than this many that inform is only in passing. */
const MOSTLY = 3;
const HOLDING: ReadonlySet<Outcome> = new Set(["declined", "deferred"]);

function ofInformation(told: readonly SentenceVerdict[], whole: boolean): Verdict {
  const holding = told.filter((each) => each !== null).filter((each) => HOLDING.has(each.outcome));
  const held = holding.find((each) => each.outcome === "deferred") ?? holding[0];
  const informs = holding.length < told.length;
  const opening = told[0];
  // what opens with holding the answer back is held back, whatever is told after it
  if (opening && opening.force !== "weak" && HOLDING.has(opening.outcome) && held) return plain(held);
  const passing = holding.length * MOSTLY < told.length || holding.every((each) => each.force === "weak");
  if (held && !(informs && passing && holding.every((each) => each.outcome === "deferred")))
    return informs ? { outcome: "partly-accepted", because: held.because } : plain(held);
  if (!whole) return { outcome: "partly-accepted", because: "only part of the question is answered" };
  if (told.every((each) => each?.outcome === "noted")) return plain(told[0]!);
  return { outcome: "answered", because: null };
}

function ofAct(all: readonly SentenceVerdict[], silent: Outcome): Verdict {
  // a hedge in a sentence without a verdict says nothing where another sentence has one, unless it opens the reply ("In part.")
  const settled = all.some((each) => each !== null && each.force !== "hedge");
  const told = all
    .filter((each, at) => !(settled && at > 0 && each?.force === "hedge"))
    .filter((each) => each !== null);
  const first = (...outcomes: Outcome[]) => told.find((each) => outcomes.includes(each.outcome));
  const stated = told.find((each) => each.force === "stated");
  const declined = first("declined");
  const agreed = first("accepted", "partly-accepted");
  const deferred = first("deferred");
  if (stated && stated.outcome !== "accepted" && stated.outcome !== "noted") return plain(stated);
  if (declined && agreed && told.indexOf(agreed) < told.indexOf(declined))
    return { outcome: "partly-accepted", because: declined.because };
  const inReturn = told.find((each) => each.outcome === "partly-accepted" && each.force !== "hedge");
  if (declined && inReturn && declined.force !== "stated") return plain(inReturn);
  if (declined) return plain(declined);
  if (agreed?.outcome === "partly-accepted") return plain(agreed);
  if (stated?.outcome === "accepted") return plain(stated);
  if (deferred && (agreed || first("answered"))) return { outcome: "partly-accepted", because: deferred.because };
  return plain(deferred ?? first("accepted", "answered") ?? first("noted") ?? { outcome: silent, because: null });
}

const plain = ({ outcome, because }: Verdict): Verdict => ({ outcome, because });
