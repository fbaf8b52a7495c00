import type { Outcome } from "../records/link.ts";
import { type Answered, HOLDING } from "./question.ts";
import type { OutcomeCue } from "./rules.ts";
import type { Want } from "./want.ts";

/** How a reply takes an item; `because` names the wording that told it, null where nothing but the answer's being there did. */
export type Verdict = { outcome: Outcome; because: string | null };

/** A sentence of a reply as it counts for the verdict. */
export type Saying = { verdicts: readonly OutcomeCue[] };

const WHOLLY: Answered = { whole: true, directly: false, given: null };

/**
 * The verdict of a reply from its sentences, in order. `silent` is what a reply comes to that does something about an act asked for and gives
 * no verdict on it; `answered` is how much of a question the sentences answer.
 * A stated verdict goes before what acts imply; a hedge counts in the verdict's own sentence only.
 */
export function verdictOf(
  sentences: readonly Saying[],
  want: Want,
  silent: Outcome = "answered",
  answered: Answered = WHOLLY,
): Verdict {
  if (sentences.length === 0) return { outcome: "unanswered", because: null };
  const told = sentences.map(({ verdicts }) => sentenceVerdict(verdicts.filter((cue) => counts(cue, want))));
  if (want === "reply") return ofComing(sentences);
  if (want === "act") return turned(ofAct(told, silent), told, sentences);
  const agreed = told.every((each) => each?.outcome === "accepted" || (want === "particulars" && each?.promise));
  if (want === "information" || !agreed) return ofInformation(told, answered);
  return { outcome: "accepted", because: told[0]!.because };
}

/** A promise is no answer, whether to a question or to a wish for particulars; consent says nothing to a question. */
function counts(cue: OutcomeCue, want: Want): boolean {
  if (want === "information" && cue.outcome === "accepted") return false;
  if (!cue.for || cue.for === want) return true;
  return cue.for === "information"
    ? want === "particulars" || want === "telling"
    : cue.for === "particulars" && want === "telling";
}

/** `scoped`: a hedge made for what the item wants is in the sentence. */
type Told = Verdict & Pick<OutcomeCue, "force" | "promise" | "settles"> & { scoped: boolean };
type SentenceVerdict = Told | null;

/** Within one sentence: a delay goes before a refusal ("not at this stage"), that before an agreement, that before a deed. */
const ORDER = ["deferred", "declined", "accepted", "answered", "noted"] as const;

function sentenceVerdict(cues: readonly OutcomeCue[]): SentenceVerdict {
  const hedges = cues.filter((cue) => cue.force === "hedge");
  const scoped = hedges.find((cue) => cue.for !== undefined);
  const hedge = scoped ?? hedges[0];
  for (const force of ["stated", "implied", "weak"] as const) {
    const own = cues.filter((cue) => cue.force === force);
    const first = ORDER.flatMap((outcome) => own.find((cue) => cue.outcome === outcome) ?? [])[0];
    if (!first) continue;
    const inPart = scoped ?? (hedge && isHedged(first, cues) ? hedge : undefined);
    const because = inPart ? `${first.name}, ${inPart.name}` : first.name;
    return {
      outcome: inPart ? "partly-accepted" : first.outcome,
      because,
      force,
      promise: first.promise,
      settles: first.settles && !inPart,
      scoped: scoped !== undefined,
    };
  }
  return hedge
    ? {
        outcome: "partly-accepted",
        because: hedge.name,
        force: "hedge",
        promise: false,
        settles: false,
        scoped: scoped !== undefined,
      }
    : null;
}

/** Whether a hedge makes a verdict one in part: an agreement, a deed, and a refusal within one ("we support the aim, but cannot fix a day"). */
function isHedged({ outcome, force }: OutcomeCue, cues: readonly OutcomeCue[]): boolean {
  if (outcome === "accepted") return true;
  if (outcome === "answered") return force !== "weak";
  return (
    outcome === "declined" &&
    force === "implied" &&
    cues.some((cue) => cue.outcome === "accepted" && cue.force !== "weak")
  );
}

/** A reply that is late is not all that was asked for. */
function ofComing(sentences: readonly Saying[]): Verdict {
  const late = sentences.flatMap(({ verdicts }) => verdicts).find((cue) => cue.for === "reply");
  return late ? { outcome: late.outcome, because: late.name } : { outcome: "answered", because: null };
}

/** One sentence that puts something off among more than this many that inform is only in passing. */
const MOSTLY = 3;

function ofInformation(told: readonly SentenceVerdict[], { whole, directly, given }: Answered): Verdict {
  const scoped = told.find((each) => each?.scoped);
  if (scoped) return plain(scoped);
  // what is put off after the answer is something else, what is refused after it is the rest
  const refuses = told.some((each) => each?.outcome === "declined" && each.force !== "weak");
  if (directly && !holdsBack(told[0]) && !refuses) return { outcome: "answered", because: null };
  const holding = told.filter((each) => each !== null).filter((each) => HOLDING.has(each.outcome));
  const held = holding.find((each) => each.outcome === "deferred") ?? holding[0];
  const informs = told.some((each) => each === null || !(HOLDING.has(each.outcome) || each.outcome === "noted"));
  const inPart: Verdict = { outcome: "partly-accepted", because: held?.because ?? null };
  const opening = told[0];
  // what opens with holding the answer back is held back, whatever is told after it but the very thing that was asked for
  if (opening && opening.force !== "weak" && HOLDING.has(opening.outcome) && held) return given ? inPart : plain(held);
  if (held && given === false) return plain(held);
  const passing = holding.length * MOSTLY < told.length || holding.every((each) => each.force === "weak");
  if (held && !(informs && passing && holding.every((each) => each.outcome === "deferred")))
    return informs ? inPart : plain(held);
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
  if (stated && stated.outcome !== "accepted" && stated.outcome !== "noted") return plain(stated);
  const settling = told.find((each) => each.settles);
  if (settling) return plain(settling);
  const declined = first("declined");
  if (declined) return ofRefusal(declined, told);
  const agreed = first("accepted", "partly-accepted");
  if (agreed?.outcome === "partly-accepted") return plain(agreed);
  if (stated?.outcome === "accepted") return plain(stated);
  const deferred = first("deferred");
  const settles = (each: Told) => each.outcome === "accepted" || each.outcome === "answered";
  const firm = told.find((each) => settles(each) && each.force !== "weak");
  if (deferred && deferred.force === "weak" && firm) return plain(firm);
  if (deferred && (agreed || firm)) return { outcome: "partly-accepted", because: deferred.because };
  return plain(deferred ?? firm ?? told.find(settles) ?? first("noted") ?? { outcome: silent, because: null });
}

/** "The Council agrees that they ought to be public. However, the forum is not its own": what was not agreed to or done in so many words is taken back in part. */
function turned(verdict: Verdict, told: readonly SentenceVerdict[], sentences: readonly Saying[]): Verdict {
  if (verdict.outcome !== "accepted" && verdict.outcome !== "answered") return verdict;
  const settled = told.findIndex((each) => each?.because === verdict.because);
  if (settled < 0 || told[settled]?.force === "stated") return verdict;
  const turn = sentences
    .slice(settled + 1)
    .filter((_, at) => told[settled + 1 + at] === null)
    .flatMap(({ verdicts }) => verdicts.find(({ force }) => force === "turn") ?? [])[0];
  return turn ? { outcome: "partly-accepted", because: `${verdict.because}, ${turn.name}` } : verdict;
}

/** What is granted or done already before a refusal was a part of what was asked; what is offered after it is something else. */
function ofRefusal(declined: Told, told: readonly Told[]): Verdict {
  const before = told.slice(0, told.indexOf(declined)).filter((each) => each.force !== "weak");
  const granted = before.some((each) => ["accepted", "partly-accepted", "answered"].includes(each.outcome));
  if (granted) return { outcome: "partly-accepted", because: declined.because };
  return plain(told.find((each) => each.outcome === "partly-accepted" && each.force !== "hedge") ?? declined);
}

const holdsBack = (told: SentenceVerdict | undefined): boolean => told != null && HOLDING.has(told.outcome);

const plain = ({ outcome, because }: Verdict): Verdict => ({ outcome, because });
