import { overlaps } from "../../document/span.ts";
import type { Span } from "../../records/anchor.ts";
import type { PartKind } from "../../records/part.ts";
import { type Sieve, sieveOf } from "../../wording/sieve.ts";
import { compilePattern } from "../pattern.ts";
import { expandRange } from "./range.ts";
import type { CitationCue, ReferenceRules, Scheme } from "./scheme.ts";
import { looksLikeFinancialYear, type PrintedNumber, yearBeside } from "./value.ts";

/** One number that a text cites, in offsets of that text. The span runs from the lead (of the first in a list) to the number's end. */
export type Mention = Span & { scheme: Scheme; cue: CitationCue; printed: PrintedNumber; lead: Span };

/** A cue ready for use: lead and number in one sticky-free pattern, the shapes alone, and its conditions. */
type CompiledCue = {
  scheme: Scheme;
  cue: CitationCue;
  first: RegExp;
  next: RegExp;
  after: RegExp | null;
  within: RegExp | null;
  notAfter: RegExp | null;
  notBefore: RegExp | null;
};

/** How far back and ahead conditions look, in UTF-16 code units: a long clause, never another paragraph. */
const REACH = 100;

/** A text is looked at in pieces of so many UTF-16 code units or a little more, parted at blank lines: in each the few cues are tried that may fit there. */
const PIECE = 1_000;
/** How far behind its piece a first number may end: no lead and number are longer. */
const BEYOND = 300;

/** The cues of some rules, ready for use; the sieve leaves out those whose words do not stand in a text. */
export type CompiledSchemes = { cues: readonly CompiledCue[]; mayFit: Sieve<CompiledCue> };

/** Reference rules, compiled once for a pipeline. Throws a SyntaxError that names a pattern that cannot be read. */
export function compileSchemes({ schemes, words }: ReferenceRules): CompiledSchemes {
  const cues = schemes.flatMap((scheme) => scheme.cues.map((cue) => compileCue(scheme, cue, words)));
  return { cues, mayFit: sieveOf(cues, ({ first }) => first) };
}

function compileCue(scheme: Scheme, cue: CitationCue, words: Readonly<Record<string, string>>): CompiledCue {
  const flags = cue.cased ? "u" : "iu";
  const make = (pattern: string, more = "") =>
    compilePattern(`${scheme.name}: ${cue.name}`, pattern, words, flags + more);
  const number = `(?:${cue.takes.map((shape) => `(?:${scheme.numbers[shape]})`).join("|")})`;
  return {
    scheme,
    cue,
    first: make(`(?<lead>${cue.lead})(?<whole>${number})`, "gd"),
    next: make(
      `(?<joint>\\s*(?:,\\s*and\\s|,|;|&|\\band\\s|\\bor\\s|\\bto\\s|[-–—])\\s*)(?:${cue.lead || "(?!)"})?(?<whole>${number})`,
      "yd",
    ),
    after: cue.after === null ? null : make(`(?:${cue.after})[^.?!;]*$`),
    within: cue.within === null ? null : make(cue.within),
    notAfter: cue.notAfter === null ? null : make(`(?:${cue.notAfter})$`),
    notBefore: cue.notBefore === null ? null : make(`^(?:${cue.notBefore})`),
  };
}

/** Everything that a text cites, in reading order; of two mentions that overlap, that of the cue that comes first in the rules. */
export function findMentions(text: string, rules: CompiledSchemes, part: PartKind | null = null): Mention[] {
  const byCue = scanAll(text, rules, part);
  const found: Mention[] = [];
  for (const compiled of rules.cues) {
    const mentions = byCue.get(compiled) ?? [];
    if (mentions.length === 0 || compiled.within?.test(text) === false) continue;
    const earlier = found.filter((other) => other.scheme === compiled.scheme);
    found.push(...mentions.filter((mention) => !earlier.some((other) => overlaps(other, mention))));
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What each cue that holds in a kind of part (null: any) sees in a text, in reading order. */
function scanAll(text: string, { mayFit }: CompiledSchemes, part: PartKind | null): Map<CompiledCue, Mention[]> {
  const found = new Map<CompiledCue, Mention[]>();
  for (const piece of piecesOf(text))
    for (const compiled of mayFit(text.slice(piece.start, piece.end + BEYOND))) {
      if (part && compiled.cue.parts.length > 0 && !compiled.cue.parts.includes(part)) continue;
      const mentions = found.get(compiled) ?? [];
      found.set(compiled, mentions);
      scan(text, { ...piece, start: Math.max(piece.start, mentions.at(-1)?.end ?? 0) }, compiled, mentions);
    }
  return found;
}

function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  for (let start = 0; start < text.length; start = pieces.at(-1)!.end) {
    const gap = text.indexOf("\n\n", start + PIECE);
    pieces.push({ start, end: gap < 0 ? text.length : gap + 2 });
  }
  return pieces;
}

/** Adds what a cue sees that begins in a piece of a text. */
function scan(text: string, { start, end }: Span, compiled: CompiledCue, out: Mention[]): void {
  const { first } = compiled;
  const seen = text.slice(0, end + BEYOND);
  first.lastIndex = start;
  for (let match = first.exec(seen); match && match.index < end; match = first.exec(seen)) {
    const run = holds(text, match, compiled) ? readRun(text, match, compiled) : [];
    out.push(...run);
    first.lastIndex = Math.max(run.at(-1)?.end ?? 0, match.index + Math.max(1, match.groups!.lead!.length));
  }
}

/** Whether the words around a number let it be one. */
function holds(text: string, match: RegExpExecArray, { cue, after, notAfter, notBefore }: CompiledCue): boolean {
  const before = text.slice(Math.max(0, match.index - REACH), match.index).replace(/^.*\n\n/s, "");
  const end = match.index + match[0].length;
  const behind = text.slice(end, end + REACH).replace(/\n\n.*$/s, "");
  if (!cue.sure && looksLikeFinancialYear(numberOf(match))) return false;
  if (after && !after.test(before)) return false;
  return !notAfter?.test(before) && !notBefore?.test(behind);
}

/** The first number and those that follow it in a list or a range. */
function readRun(text: string, match: RegExpExecArray, compiled: CompiledCue): Mention[] {
  const { scheme, cue, next, notBefore } = compiled;
  const lead = { start: match.index, end: match.index + match.groups!.lead!.length };
  const prefix = match.groups!.prefix ?? null;
  const whole = match.indices!.groups!.whole!;
  const mentions: Mention[] = [
    { scheme, cue, lead, start: lead.start, end: whole[1], printed: { prefix, ...numberOf(match) } },
  ];
  let last = mentions[0]!;
  while (cue.lists) {
    next.lastIndex = last.end;
    const more = next.exec(text);
    if (!more || (notBefore?.test(text.slice(next.lastIndex, next.lastIndex + REACH)) ?? false)) break;
    if (looksLikeFinancialYear(numberOf(more))) break;
    const [start, end] = more.indices!.groups!.whole!;
    const printed = { prefix: more.groups!.prefix ?? prefix, ...numberOf(more) };
    if (/^\s*(?:to\s|[-–—])/.test(more.groups!.joint!))
      for (const inner of expandRange(last.printed, printed))
        mentions.push({ ...last, start: last.start, end, printed: inner });
    last = { scheme, cue, lead, start, end, printed };
    mentions.push(last);
  }
  return sharingYear(mentions.map((mention) => ({ ...mention, printed: yearBeside(text, mention) })));
}

/** "MQ 12 and MQ 14 (July 2024)": what stands behind the last of a list is said of all. "MQs 2024/12 and 14": the first year goes on. */
function sharingYear(mentions: Mention[]): Mention[] {
  const first = mentions[0]!.printed;
  if (mentions[0]!.scheme.value === "question" && first.year && first.whole.includes("/"))
    return mentions.map((each) => ({ ...each, printed: { ...each.printed, year: each.printed.year ?? first.year } }));
  const year = mentions.at(-1)!.printed.year;
  const shared = mentions.every(({ printed }) => !printed.year || printed.whole === mentions.at(-1)!.printed.whole);
  return shared ? mentions.map((mention) => ({ ...mention, printed: { ...mention.printed, year } })) : mentions;
}

function numberOf(match: RegExpExecArray): Omit<PrintedNumber, "prefix"> {
  const { year = null, number, suffix = null, whole } = match.groups as Record<string, string | undefined>;
  return { year, number: number ?? whole!, suffix, whole: whole! };
}
