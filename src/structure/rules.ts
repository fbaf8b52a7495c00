import { z } from "zod";
import { Body } from "../document/body.ts";
import { LABEL } from "../document/label.ts";
import { literal } from "../document/literal.ts";
import { oncePer } from "../document/once.ts";
import { PartKind } from "../records/part.ts";
import { DAY_AS_PRINTED } from "./day.ts";

/** What a line says of the part that it stands in. See pipelines/fragments/structure.yaml for what each looks like. */
export const Sign = z.enum([
  "salutation",
  "sign-off",
  "copies",
  "tail",
  "furniture",
  "label-above",
  "form-label",
  "form-prompt",
  "form-text",
  "declaration",
  "decision-taker",
  "issued-on",
  "responded-on",
  "held-on",
  "published-on",
  "report-of",
  "minutes-of",
  "responds",
  "part-heading",
  "parties",
  "contact",
  "delivery",
  "sender",
  "bare-greeting",
  "greeting-in-line",
  "forwarded",
  "writer-of",
  "sender-name",
  "header-line",
  "sent-to",
  "own-reference",
  "form-number",
  "your-reference",
  "subject-label",
  "answers-letter",
  "closing",
  "statement-label",
  "statement-close",
  "statement-heading",
  "conclusion-label",
  "list-heading",
  "reply-label",
  "reply-aside",
  "verdict",
  "plain-verdict",
  "question-number",
  "number-label",
  "title-label",
  "question-heading",
  "question-from",
  "answers-heading",
  "request-heading",
  "response-heading",
  "question-label",
  "inline-question",
  "asker-label",
  "answerer-label",
  "supplementary",
  "asked-of",
  "asked-lead",
  "answer-label",
  "later-answer",
  "inline-answer",
  "no-answer-here",
  "asked-by",
  "answered-by",
  "answerer-named",
  "question-field",
  "to-ask",
  "tabled-number",
  "asked-for",
  "people-label",
  "parliament-number",
  "office-holder",
  "transcript-title",
  "members-list",
  "witness-list",
  "questions-title",
  "questions-to",
  "plea",
  "plea-answer",
  "public-questions",
  "turn",
  "no-turn",
  "hearing-turn",
  "sworn",
  "examined-by",
  "caption",
  "annex",
  "action-owner",
  "action-due",
  "action-closed",
  "action-status",
  "action-fields",
  "log-heading",
  "actions-heading",
  "action-doer",
  "asked-again",
  "typed-question",
  "typed-answer",
  "action-column",
  "topic-column",
  "discussion-column",
  "statement-column",
  "question-column",
  "asker-column",
  "reply-column",
  "comment-column",
  "paper-to",
]);
export type Sign = z.infer<typeof Sign>;

const Wording = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** A regular expression (flag `u`, and `i` unless `cased`) over one line or block; `{name}` stands for an entry of `words`. */
  pattern: z.string(),
  cased: z.boolean().default(false),
  finds: z.array(z.string()).min(1),
  /** Near misses, each differing from one of `finds` in one respect. */
  ignores: z.array(z.string()).min(3),
});

/** A way of wording a sign. */
export const SignWording = Wording.extend({ sign: Sign });
export type SignWording = z.infer<typeof SignWording>;

/** Something that speaks for a kind of part (or against it: a negative weight), wherever the pattern fits in what it looks at. */
export const KindSignal = Wording.extend({
  kind: PartKind,
  /** What it looks at: the title, the first lines, each line, or each paragraph of the opening. */
  on: z.enum(["title", "opening", "line"]),
  weight: z.number(),
});
export type KindSignal = z.infer<typeof KindSignal>;

/** What a pipeline file tells the stage: grammars of parts, bodies and people with their aliases. */
export const StructureRules = z.object({
  bodies: z.array(Body).default([]),
  /** Alternatives by name, for the patterns: "honorific", "role", "organisation", "place", "party", … */
  words: z.record(z.string(), z.string()).default({}),
  signs: z.array(SignWording).default([]),
  kinds: z.array(KindSignal).default([]),
});
export type StructureRules = z.infer<typeof StructureRules>;

/** The rules ready for use. */
export type Compiled = {
  /** What the first wording of a sign that fits makes of a line; null where none fits. */
  read(sign: Sign, text: string): RegExpExecArray | null;
  /** Whether one of some signs fits a line. */
  shows(text: string, ...signs: readonly Sign[]): boolean;
  kinds: readonly (KindSignal & { fits: RegExp })[];
  /** Whether a word of a list stands in a text, whole. */
  holds(list: string, text: string): boolean;
  /** Whether a text is a word of a list, and nothing else but its article. */
  is(list: string, text: string): boolean;
  /** The full name of the body that a text names by one of its names or aliases. */
  bodyNamed(text: string): string | null;
  /** The pattern of a word list, in brackets. */
  list(name: string): string;
};

/** The rules ready for use; compiled once. Throws a SyntaxError that names the wording whose pattern is none. */
export const compile = oncePer((rules: StructureRules): Compiled => {
  const words: Record<string, string> = {
    date: DAY_AS_PRINTED,
    label: LABEL,
    body: bodyNames(rules.bodies),
    ...rules.words,
  };
  const lists = new Map(
    Object.keys(words).map((name) => [
      name,
      new RegExp(`(?<![\\p{L}\\p{N}])${expand(`{${name}}`, words)}(?![\\p{L}\\p{N}])`, "iu"),
    ]),
  );
  const wholes = new Map(
    Object.keys(words).map((name) => [name, new RegExp(`^(?:the )?${expand(`{${name}}`, words)}$`, "iu")]),
  );
  const named = new Map(
    rules.bodies.flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [each.toLowerCase(), name] as const)),
  );
  const signs = new Map<Sign, RegExp[]>();
  for (const wording of rules.signs)
    signs.set(wording.sign, [...(signs.get(wording.sign) ?? []), patternOf(wording, words)]);
  const read: Compiled["read"] = (sign, text) => {
    for (const pattern of signs.get(sign) ?? []) {
      const match = pattern.exec(text);
      if (match) return match;
    }
    return null;
  };
  return {
    read,
    shows: (text, ...wanted) => wanted.some((sign) => read(sign, text) !== null),
    kinds: rules.kinds.map((signal) => ({ ...signal, fits: patternOf(signal, words) })),
    holds: (list, text) => lists.get(list)?.test(text) ?? false,
    is: (list, text) => wholes.get(list)?.test(text.trim()) ?? false,
    bodyNamed: (text) => named.get(text.trim().toLowerCase()) ?? null,
    list: (name) => expand(`{${name}}`, words),
  };
});

function patternOf(wording: z.infer<typeof Wording>, words: Readonly<Record<string, string>>): RegExp {
  try {
    return new RegExp(expand(wording.pattern, words), wording.cased ? "u" : "iu");
  } catch (cause) {
    throw new SyntaxError(`the pattern of "${wording.name}" cannot be read: ${(cause as Error).message}`, { cause });
  }
}

/** Where YAML folds a long list, a space is left beside the bar. */
const FOLDED = /\s*\|\s+/g;

function expand(pattern: string, words: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([a-z][a-z-]+)\}/g, (_, name: string) => {
    const entry = words[name];
    if (entry === undefined) throw new SyntaxError(`no such word list: {${name}}`);
    return `(?:${expand(entry.replace(FOLDED, "|"), words)})`;
  });
}

/** Every name and alias of the bodies, longest first; a pattern that fits nothing where there are none. */
const bodyNames = (bodies: readonly Body[]): string =>
  bodies
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .sort((a, b) => b.length - a.length)
    .map((name) => literal(name).replace(/['’]/g, "['’]"))
    .join("|") || "(?!)";
