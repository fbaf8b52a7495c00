import { anySpace } from "../../document/any-space.ts";
import { oncePer } from "../../document/once.ts";
import { type Sieve, sieveOf } from "../../wording/sieve.ts";
import { compilePattern } from "../pattern.ts";
import type { BaseCue, DeadlineRules, Edge, Festival, LimitCue, MentionCue, TimeCue } from "./rules.ts";

type With<Rule> = Rule & { fits: RegExp };

/** Deadline rules ready for use. Sticky patterns read at one place, global ones search. */
export type Grammar = {
  limits: readonly With<LimitCue>[];
  times: readonly (With<TimeCue> & { search: RegExp })[];
  /** Which of the limits, and which of the times, may stand in a text. */
  limitsIn: Sieve<Grammar["limits"][number]>;
  timesIn: Sieve<Grammar["times"][number]>;
  edges: readonly { edge: Edge; fits: RegExp }[];
  bases: readonly With<BaseCue>[];
  festivals: readonly With<Festival>[];
  mentions: readonly (MentionCue & { ahead: RegExp | null; never: RegExp | null; behind: RegExp | null })[];
  /** Which of the mentions may hold after some words. */
  mentionsAfter: Sieve<Grammar["mentions"][number]>;
  continuations: readonly RegExp[];
  answered: readonly RegExp[];
  toCome: readonly RegExp[];
  unmet: readonly RegExp[];
  holidays: ReadonlySet<string>;
};

/** The grammar of some rules, made once. Throws a SyntaxError that names a pattern that cannot be read. */
export const grammarOf = oncePer(compile);

function compile(rules: DeadlineRules): Grammar {
  const words = Object.fromEntries(Object.entries(rules.words).map(([word, pattern]) => [word, anySpace(pattern)]));
  const make = (name: string, pattern: string, flags: string) => compilePattern(name, anySpace(pattern), words, flags);
  const word = (pattern: string) => `(?<![\\w-])(?:${pattern})(?![\\w])`;
  const whole = (pattern: string) => `(?:${pattern})(?![\\w])`;
  const limits = rules.limits.map((rule) => ({ ...rule, fits: make(rule.name, word(rule.pattern), "giu") }));
  const times = rules.times.map((rule) => ({
    ...rule,
    fits: make(rule.name, whole(rule.pattern), rule.cased ? "uy" : "iuy"),
    search: make(rule.name, word(rule.pattern), rule.cased ? "gu" : "giu"),
  }));
  const mentions = rules.mentions.map((rule) => ({
    ...rule,
    ahead: rule.before === null ? null : make(rule.name, `(?:${rule.before})$`, "iu"),
    never: rule.unless === null ? null : make(rule.name, rule.unless, "iu"),
    behind: rule.after === null ? null : make(rule.name, `^(?:${rule.after})`, "iu"),
  }));
  return {
    limits,
    times,
    limitsIn: sieveOf(limits, ({ fits }) => fits),
    timesIn: sieveOf(times, ({ search }) => search),
    edges: rules.edges.map(({ edge, pattern }) => ({ edge, fits: make(edge, pattern, "iuy") })),
    bases: rules.bases.map((rule) => ({ ...rule, fits: make(rule.name, whole(rule.pattern), "iuy") })),
    festivals: rules.festivals.map((rule) => ({ ...rule, fits: make(rule.pattern, `^(?:${rule.pattern})$`, "iu") })),
    mentions,
    mentionsAfter: sieveOf(mentions, ({ ahead }) => ahead ?? ANY),
    continuations: rules.continuations.map((rule) => make(rule.name, `^(?:${rule.pattern})`, "iu")),
    answered: rules.answered.map((rule) => make(rule.name, `(?:${rule.pattern})[^.;]*$`, "iu")),
    toCome: rules.toCome.map((rule) => make(rule.name, `(?:${rule.pattern})[^.;]*$`, "iu")),
    unmet: rules.unmet.map((rule) => make(rule.name, `(?:${rule.pattern})$`, "iu")),
    holidays: new Set(rules.holidays),
  };
}

const ANY = /(?:)/u;

/** The same text, code unit for code unit, with straight quotes and hyphens for curly quotes and dashes: patterns need one form only. */
export const foldMarks = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑‒–—]/g, "-")
    .replace(/\u00a0/g, " ");
