import { z } from "zod";
import { Body } from "../document/body.ts";
import { Outcome } from "../records/link.ts";

/** One way of wording one thing in a reply, with what it finds and the near misses that it leaves alone. */
export const ReplyCue = z.object({
  name: z.string(),
  /** A case-insensitive regular expression over one sentence. */
  pattern: z.string(),
  /** Another: where it is found too, the cue is not. For negations. */
  unless: z.string().optional(),
  finds: z.array(z.string()).min(1),
  ignores: z.array(z.string()).min(3),
});
export type ReplyCue = z.infer<typeof ReplyCue>;

/** A wording of a verdict. */
export const OutcomeCue = ReplyCue.extend({
  outcome: Outcome,
  /**
   * `stated`: the verdict in so many words; `implied`: an act or a lack of one that tells it; `weak`: counts only where nothing else speaks;
   * `hedge`: turns an acceptance into a part of one; `turn`: does so to what sentences before it implied.
   */
  force: z.enum(["stated", "implied", "weak", "hedge", "turn"]),
  /** Puts it off by promising it: to those who asked to be sent it this agrees. */
  promise: z.boolean().default(false),
  /** A verdict printed by itself ("Accepted"): what acts imply beside it takes nothing back. */
  settles: z.boolean().default(false),
  /** Counts only for items that want this (what counts for information counts for telling and particulars too); without it, for all but those that want a reply. */
  for: z.enum(["information", "particulars", "act", "reply"]).optional(),
});
export type OutcomeCue = z.infer<typeof OutcomeCue>;

const Words = z.string().transform((list) => new Set(list.split(/\s+/).filter(Boolean)));

/** A wording of a wish to be told or sent something. */
export const InformationCue = ReplyCue.extend({
  /** `telling`: to be told it, to which "yes" agrees, and answers nothing; `particulars`: to be sent or shown it, to which a promise agrees too. */
  wants: z.enum(["information", "telling", "particulars"]).default("information"),
});

/** A kind of question, by its wording, and what a sentence that answers it in its own terms holds. */
export const QuestionCue = ReplyCue.extend({
  answer: ReplyCue,
  /** Nothing else can answer it: a reason may be given in any words, a number may not. */
  needed: z.boolean().default(true),
  /** A narrower wording, by which the whole question is of this kind: a reply without the kind leaves it unanswered. */
  strictly: ReplyCue.optional(),
});
export type QuestionCue = z.infer<typeof QuestionCue>;

/** Words for the place of what is answered among what was asked. */
export const PlaceWords = z.object({
  /** "first", "second", … in their order, and a pattern for what stands last. */
  ordinals: z.array(z.string()),
  last: z.string(),
  /** What stands before it, and what may come after it where it stands alone ("the second is harder"). */
  whose: z.string(),
  after: z.string(),
  /** What is counted, a pattern for the words of each kind: an ask that is put as a question counts among the questions and among the asks. */
  of: z.object({ recommendation: z.string(), question: z.string(), ask: z.string() }),
});
export type PlaceWords = z.infer<typeof PlaceWords>;

/** How numbers and matters are named that a reply takes up: patterns in which case is left alone. `naming.ts` says what stands around them. */
export const NamingWords = z.object({
  /** What is numbered ("Question"). */
  numbered: z.string(),
  /** What turns a paragraph to a bare number ("On 3, …"), and to a matter ("As for the gates, …"). */
  onNumber: z.string(),
  /** What stands before labels in brackets ("under (a) and (b)"). */
  bracketed: z.string(),
  onMatter: z.string(),
  /** What stands between two verdicts of a sentence, and what the next one opens with beside a verdict. */
  joints: z.string(),
  clauses: z.string(),
  /** Verdicts that may stand before a bare number ("rejects 5"). */
  verdicts: z.string(),
});
export type NamingWords = z.infer<typeof NamingWords>;

const NOWHERE = "$^";

/** What a pipeline file tells the stage: outcome wording, bodies' aliases, weights. */
export const LinkRules = z.object({
  bodies: z.array(Body).default([]),
  words: z
    .object({
      /** Words that say nothing of the matter: never compared. Separated by white space. */
      stop: Words.prefault(""),
      /** Words of every letter ("committee", "work"): compared, at a fraction of their weight. */
      weak: Words.prefault(""),
      /** Words that stand for one another ("decide", "decision", "determine"), compared as one: a list of words for each. */
      alike: z.array(z.string()).default([]),
    })
    .prefault({}),
  /** The place of what is answered among what was asked ("your second question"). */
  places: PlaceWords.prefault({
    ordinals: [],
    last: NOWHERE,
    whose: NOWHERE,
    after: NOWHERE,
    of: { recommendation: NOWHERE, question: NOWHERE, ask: NOWHERE },
  }),
  /** Words that stand between two commas and change nothing in what is said ("however"): a pattern. */
  interjections: z.string().default(NOWHERE),
  naming: NamingWords.prefault({
    numbered: NOWHERE,
    onNumber: NOWHERE,
    bracketed: NOWHERE,
    onMatter: NOWHERE,
    joints: NOWHERE,
    clauses: NOWHERE,
    verdicts: NOWHERE,
  }),
  correspondence: z
    .object({
      weights: z.record(z.string(), z.number()).default({}),
      /** A pair is made where the sum of weights times features reaches this. */
      threshold: z.number().default(4),
      /** Pairs nearer to one another than this are level. */
      margin: z.number().default(0.7),
    })
    .prefault({}),
  /** Weights of the signals for "this sentence answers that item", in log-odds, as people gave them. Names: see `signals.ts`. */
  weights: z.record(z.string(), z.number()).default({}),
  /** And what `answerable train` adds to them. */
  learnt: z.record(z.string(), z.number()).default({}),
  /** Log-odds that a link is right, from the signs in `certainty.ts`: as people gave them, and what `answerable train` adds to them. */
  certainty: z
    .object({
      weights: z.record(z.string(), z.number()).default({}),
      learnt: z.record(z.string(), z.number()).default({}),
      /** What words alone tie to an item less surely than this is no answer to it: a wrong link is worse than none. */
      least: z.number().default(0),
    })
    .prefault({}),
  /** Below this margin to the runner-up, in log-odds, a person decides. */
  margin: z.number().default(0.5),
  /** Sentences that only repeat or announce what was asked. */
  echoes: z.array(ReplyCue).default([]),
  /** Courtesies and sentiments: no answer to anything. */
  courtesies: z.array(ReplyCue).default([]),
  /** Judgements, sympathies and announcements: at either end of an answer they are none of it, unless nothing else is said. */
  asides: z.array(ReplyCue).default([]),
  /** Words that put an answer off for a moment, or say that it was given elsewhere than in this text. */
  elsewhere: z.array(ReplyCue).default([]),
  /** Sentences that hold an answer off until another is printed below them. */
  holdings: z.array(ReplyCue).default([]),
  /** Sentences that point at another answer of the same list. */
  pointers: z.array(ReplyCue).default([]),
  /** Numbers of cases, each in the group `number` of its pattern: letters on one matter bear the same. */
  caseNumbers: z.array(ReplyCue).default([]),
  /** Reports named by their titles, each title's first words in the group `title` of its pattern. */
  titlesNamed: z.array(ReplyCue).default([]),
  /** Openings of documents that answer something. */
  replyOpenings: z.array(ReplyCue).default([]),
  /** Items that ask for a reply by a day, and the sentences that speak of the reply's own coming. */
  replyWanted: z.array(ReplyCue).default([]),
  replyGiven: z.array(ReplyCue).default([]),
  /** Sentences that speak of its coming late or in time. */
  replyTimed: z.array(ReplyCue).default([]),
  /** Sentences that put the whole of a reply off until another letter. */
  replyHoldings: z.array(ReplyCue).default([]),
  /** Sentences that put off an answer that is still being written; over a letter they only acknowledge it. */
  answerHoldings: z.array(ReplyCue).default([]),
  /** Sentences that come back to something asked earlier. */
  comebacks: z.array(ReplyCue).default([]),
  /** Sentences that open a new matter. */
  openings: z.array(ReplyCue).default([]),
  /** Sentences that go on from the one before them ("They …", "Together …"). */
  continuations: z.array(ReplyCue).default([]),
  /** Words that make a few words a sentence and no topic ("There is one report."). */
  sayings: z.array(ReplyCue).default([]),
  /** Questions that only go on from the one before them ("Or …?"). */
  alternatives: z.array(ReplyCue).default([]),
  /** Items that want to be told something; all others want something to be done. */
  information: z.array(InformationCue).default([]),
  /** Kinds of questions, with the kind of answer that each wants. */
  questions: z.array(QuestionCue).default([]),
  /** Sentences that stand in for what was asked for: where it is to be found ("The figures are attached"), or that it cannot be had. */
  standIns: z.array(ReplyCue).default([]),
  outcomes: z.array(OutcomeCue).default([]),
});
export type LinkRules = z.infer<typeof LinkRules>;
