import type { Part, PartKind } from "../records/part.ts";
import { keysOfAll, sameParty } from "./people.ts";
import type { LinkRules } from "./rules.ts";
import { termsOf } from "./words.ts";

/** The little of a part that tells what it answers and what answers it. Plain values without its text. */
export type PartCard = {
  id: string;
  kind: PartKind;
  date: string | null;
  from: string[];
  to: string[];
  /** Telling words of its subject: no weak words, no bare numbers. */
  subject: string[];
  references: string[];
  answers: { date: string | null; references: string[]; subject: string[] } | null;
  /** Days named in its opening: of a letter, a meeting; "--MM-DD" where neither it nor they tell the year. */
  cites: string[];
};

const MONTHS = "january february march april may june july august september october november december".split(" ");
const DAY = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS.join("|")})\\b(?:,?\\s+(\\d{4}))?`, "gi");
/** How much of a part counts as its opening, in UTF-16 code units: head, salutation and first paragraph. */
const OPENING = 1200;

/** The card of a part. */
export function partCardOf(part: Part, rules: LinkRules): PartCard {
  const keys = (people: Part["from"]) => [...keysOfAll(people, rules.bodies)];
  return {
    id: part.id,
    kind: part.kind,
    date: part.date,
    from: keys(part.from),
    to: keys(part.to),
    subject: tellingWords(part.subject, rules),
    references: part.ownReferences.map(squeeze),
    answers: part.inReplyTo && {
      date: part.inReplyTo.date,
      references: part.inReplyTo.references.map(squeeze),
      subject: tellingWords(part.inReplyTo.subject, rules),
    },
    cites: daysIn(part.anchor.exact.slice(0, OPENING), part.date).filter((day) => day !== part.date),
  };
}

/** Words that tell one subject from another; "Report no. 5 of 2024" has none. */
export function tellingWords(words: string | null, rules: LinkRules): string[] {
  return [...termsOf(words ?? "", rules)].flatMap(([term, worth]) => (worth === 1 && !/\d/.test(term) ? [term] : []));
}

/** The days named in a text, ISO; one without a year is the last such day not after `before`, and "--MM-DD" where that is null. */
export function daysIn(text: string, before: string | null): string[] {
  return [...text.matchAll(DAY)].flatMap(([, day, month, year]) => {
    const rest = `${String(MONTHS.indexOf(month!.toLowerCase()) + 1).padStart(2, "0")}-${day!.padStart(2, "0")}`;
    if (year) return [`${year}-${rest}`];
    if (!before) return [`--${rest}`];
    const own = Number(before.slice(0, 4));
    return [`${before.slice(5) < rest ? own - 1 : own}-${rest}`];
  });
}

/** Whether a day, perhaps of no known year, is a date. */
const isSameDay = (day: string, date: string): boolean =>
  day === date || (day.startsWith("--") && date.endsWith(day.slice(1)));

/** A reference as it counts for comparison: lower case, letters and digits only. */
export const squeeze = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** How strongly one part seems to answer another, in log-odds, and why. */
export type PartPair = { score: number; evidence: string[]; specific: boolean };

const ANSWERING: ReadonlySet<PartKind> = new Set(["reply", "response", "letter"]);
/** Kinds that are answered where they stand and never by a letter. */
const ANSWERED_WITHIN: ReadonlySet<PartKind> = new Set(["written-questions", "minutes"]);
/** Shorter references ("1/2") meet by chance. */
const LONG_ENOUGH = 4;
/** A reply rarely takes longer than this, in days. */
const LONG_WAIT = 500;

/**
 * Whether one part answers another: by what it says it replies to, the parties exchanged, the dates, the subject. `specific` where
 * more than parties speaks for it. Null where it cannot: not kinds that answer or are answered so, or earlier.
 */
export function pairOfParts(
  asking: PartCard,
  answering: PartCard,
  rules: LinkRules,
  named: NamedBy = NOBODY,
): PartPair | null {
  if (!ANSWERING.has(answering.kind) || ANSWERED_WITHIN.has(asking.kind)) return null;
  if (asking.date && answering.date && answering.date < asking.date) return null;
  const tally = makeTally(rules);
  tally.count("kind", answering.kind === "letter" ? 0 : 1);
  const { answers } = answering;
  const cited = answers?.date ?? null;
  if (asking.date && cited === asking.date) tally.count("date", 1, `answers a letter of ${cited}`);
  else if (asking.date && answering.cites.some((day) => isSameDay(day, asking.date!)))
    tally.count("cites", 1, `speaks of ${asking.date}`);
  else if (asking.date && cited) tally.count("other-date", 1);
  const shared = asking.references.find((own) => own.length >= LONG_ENOUGH && answers?.references.includes(own));
  if (shared) tally.count("reference", 1, `cites its reference ${shared}`);
  tally.count("subject", subjectShared(asking, answering), `has the same subject '${asking.subject.join(" ")}'`);
  const spoken = tally.evidence.length;
  const wrote = { asked: asking.to, answers: answering.from, not: asking.from };
  const read = { asked: asking.from, answers: answering.to, not: asking.to };
  party(tally, "wrote", wrote, named, "comes from the one who was asked");
  party(tally, "read", read, named, "goes to the one who asked");
  if (isBetweenStrangers(asking, named, tally.evidence.length > spoken)) tally.count("strangers", 1);
  if (daysBetween(asking.date, answering.date) > LONG_WAIT) tally.count("long-wait", 1);
  return { score: tally.score(), evidence: tally.evidence, specific: spoken > 0 };
}

/** Adds up named signals by the pipeline's weights and keeps the words for those that spoke for the pair. */
function makeTally({ correspondence: { weights } }: LinkRules) {
  let sum = 0;
  const evidence: string[] = [];
  return {
    evidence,
    score: () => sum,
    count(name: string, value: number, words?: string) {
      sum += value * (weights[name] ?? 0);
      if (words && value > 0) evidence.push(words);
    },
  };
}

/** Surnames at the head and foot of two documents: who their writers and readers are, where the parts name them otherwise or not at all. */
export type NamedBy = { byAsking: readonly string[]; byAnswering: readonly string[] };

const NOBODY: NamedBy = { byAsking: [], byAnswering: [] };
/** How well a surname at the head or foot of the other document tells a party, beside what a part itself says. */
const NAMED = 0.5;

/** One side of two parts: those of it in the one that was asked, in the one that answers, and those of the other side. */
type PartySide = { asked: readonly string[]; answers: readonly string[]; not: readonly string[] };

function party(tally: ReturnType<typeof makeTally>, name: string, side: PartySide, by: NamedBy, words: string): void {
  const { asked, answers } = side;
  const same = sameParty(asked, answers) || (isNamed(side, by) ? NAMED : 0);
  tally.count(name, same, words);
  if (same === 0 && asked.length > 0 && answers.length > 0) tally.count(`other-${name}`, 1);
}

/** Whether a surname of one side stands at the head or foot of the other document, where one of the two parts names nobody. */
function isNamed({ asked, answers, not }: PartySide, by: NamedBy): boolean {
  if (by === NOBODY) return false;
  const namesIn = (keys: readonly string[]) =>
    keys.flatMap((key) => (key.startsWith("name:") && !not.includes(key) ? key.slice("name:".length) : []));
  const [one, other] = [namesIn(asked), namesIn(answers)];
  if (one.length > 0 && other.length > 0) return false;
  return other.some((name) => by.byAsking.includes(name)) || one.some((name) => by.byAnswering.includes(name));
}

/** Whether two people write to one another, neither of whom the other document has to do with. */
function isBetweenStrangers({ from, to }: PartCard, named: NamedBy, known: boolean): boolean {
  if (known || named === NOBODY) return false;
  const [writers, readers] = [from, to].map((keys) => keys.filter((key) => key.startsWith("name:")));
  if (writers!.length === 0 || readers!.length === 0) return false;
  return ![...writers!, ...readers!].some((key) => named.byAnswering.includes(key.slice("name:".length)));
}

/** The share of the shorter subject's telling words that both have; two at least, for one word says little. */
function subjectShared(asking: PartCard, answering: PartCard): number {
  const own = new Set(asking.subject);
  return Math.max(
    0,
    ...[answering.subject, answering.answers?.subject ?? []].map((words) => {
      const both = words.filter((word) => own.has(word)).length;
      return both < 2 ? 0 : both / Math.min(words.length, own.size);
    }),
  );
}

function daysBetween(from: string | null, to: string | null): number {
  return from && to ? (Date.parse(to) - Date.parse(from)) / 86_400_000 : 0;
}
