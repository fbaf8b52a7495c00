import { z } from "zod";
import { AskForm, ItemKind } from "../records/item.ts";
import { PartKind } from "../records/part.ts";
import { type Side, type Sieve, sideSieveOf } from "../wording/sieve.ts";

/**
 * What a cue says of the sentence that it fits:
 * `finds` makes it a candidate; `leads` makes it the lead-in of the list that follows; `supports` and `against` only weigh.
 */
export const CueRole = z.enum(["finds", "leads", "supports", "against"]);
export type CueRole = z.infer<typeof CueRole>;

/**
 * Where a cue looks: at the sentence itself, only at an entry under a lead-in, at the sentence's neighbours, at the headings above, at the
 * part's titles, or at what is printed for a set-out statement ("Recommendation 4:").
 */
export const CueSight = z.enum(["sentence", "entry", "previous", "next", "heading", "title", "label"]);
export type CueSight = z.infer<typeof CueSight>;

/** A regular expression, or several of which any may fit. */
export const Wording = z.union([z.string(), z.array(z.string()).min(1)]);
export type Wording = z.infer<typeof Wording>;

/** Pieces of patterns that cues share, by name. */
export type Words = Readonly<Record<string, Wording>>;

/** One way of wording one thing, with what it finds and the near misses that it leaves alone. */
export const Cue = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  kind: ItemKind,
  role: CueRole.default("finds"),
  on: CueSight.default("sentence"),
  /** For asks: how it is put, for `finds`; to which of the two it speaks, for `supports` and `against`. Null leaves it to the closing mark. */
  form: AskForm.nullable().default(null),
  /** What it tells, in words that a researcher understands; the words it fitted are put behind it. */
  says: z.string(),
  /** A regular expression (flags `iu`, or `u` where `cased`) over one sentence; `{name}` stands for an entry of `words`. */
  pattern: Wording,
  cased: z.boolean().default(false),
  /** Kinds of part in which it is worth asking; empty for all. */
  parts: z.array(PartKind).default([]),
  /** For supports and against: fitting a lead-in, it tells for or against all that the lead-in governs. */
  governs: z.boolean().default(false),
  /** Its weight in the decision, in log-odds. */
  weight: z.number(),
  finds: z.array(z.string()).min(1),
  /** Near misses, each differing from one of `finds` in one respect. */
  ignores: z.array(z.string()).min(3),
});
export type Cue = z.infer<typeof Cue>;

/** A cue that is ready to be asked. */
export type CompiledCue = Cue & { fits: RegExp };

/** The cues of a pipeline, ready for use, and those of them that may fit some words: the few that are worth asking. */
export type CueSet = {
  cues: readonly CompiledCue[];
  /** Of those that find or lead, at a sentence or an entry. */
  finding: Sieve<Side<CompiledCue>>;
  /** Of those that weigh, by where they look: what may be weighed is little of a document. Sentences and entries are looked at together. */
  weighing: Readonly<Record<CueSight, Sieve<Side<CompiledCue>>>>;
};

/** Which cues are asked. */
export type Seeking = (cue: CompiledCue) => boolean;

/** Seeks the cues of some roles that look where asked, in a part of a kind. */
export const seeking =
  (part: PartKind, roles: readonly CueRole[], sights: readonly CueSight[] = ["sentence"]): Seeking =>
  (cue) =>
    roles.includes(cue.role) && sights.includes(cue.on) && (cue.parts.length === 0 || cue.parts.includes(part));

/** Cues ready for use. Throws a SyntaxError that names the cue where a pattern is none, or uses a word that is not there. */
export function compileCues(cues: readonly Cue[], words: Words): CueSet {
  const compiled = cues.map((cue) => ({ ...cue, fits: compile(cue, words) }));
  const sieve = (roles: readonly CueRole[], sights: readonly CueSight[]) =>
    sideSieveOf(
      compiled.filter((cue) => roles.includes(cue.role) && sights.includes(cue.on)),
      ({ fits }) => fits,
    );
  const weighing = (...sights: CueSight[]) => sieve(["supports", "against"], sights);
  const sentence = weighing("sentence", "entry");
  return {
    cues: compiled,
    finding: sieve(["finds", "leads"], ["sentence", "entry"]),
    weighing: {
      sentence,
      entry: sentence,
      previous: weighing("previous"),
      next: weighing("next"),
      heading: weighing("heading"),
      title: weighing("title"),
      label: weighing("label"),
    },
  };
}

function compile(cue: Cue, words: Words): RegExp {
  try {
    return new RegExp(expand(cue.pattern, words), cue.cased ? "u" : "iu");
  } catch (cause) {
    throw new SyntaxError(`the pattern of the cue "${cue.name}" cannot be read: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** The pattern with every `{name}` replaced by its entry, deeply. Throws a SyntaxError for a name that is not there. */
export function expand(wording: Wording, words: Words): string {
  const pattern = typeof wording === "string" ? wording : wording.join("|");
  return pattern.replace(/\{([a-z][a-z-]+)\}/g, (_, name: string) => {
    const entry = words[name];
    if (entry === undefined) throw new SyntaxError(`no such word list: {${name}}`);
    return `(?:${expand(entry, words)})`;
  });
}
