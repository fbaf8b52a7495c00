import type { Part } from "../records/part.ts";
import { keysOfAll, sameParty } from "./people.ts";
import type { LinkRules } from "./rules.ts";
import { coverage, termsOf } from "./words.ts";

/** How strongly one part seems to answer another, in log-odds, and why. */
export type PartPair = { score: number; evidence: string[] };

const ANSWERING = new Set<Part["kind"]>(["reply", "response", "letter"]);

/**
 * Whether part `answering` answers part `asking`: by what it says it replies to, the parties exchanged, the dates, the subject.
 * Null where it cannot: not a kind that answers, the same part, or earlier.
 */
export function pairOfParts(asking: Part, answering: Part, rules: LinkRules): PartPair | null {
  if (!ANSWERING.has(answering.kind)) return null;
  if (asking.date && answering.date && answering.date < asking.date) return null;
  const { weights } = rules.correspondence;
  const evidence: string[] = [];
  let score = 0;
  const count = (name: string, value: number, words: string) => {
    if (value === 0) return;
    score += value * (weights[name] ?? 0);
    if ((weights[name] ?? 0) > 0) evidence.push(words);
  };
  const cited = answering.inReplyTo;
  count("kind", answering.kind === "letter" ? 0 : 1, `is a ${answering.kind}`);
  if (cited?.date && asking.date)
    count(cited.date === asking.date ? "date" : "other-date", 1, `answers a letter of ${cited.date}`);
  const shared = cited?.references.filter((each) => asking.ownReferences.some((own) => sameReference(own, each))) ?? [];
  count("reference", shared.length > 0 ? 1 : 0, `cites its reference ${shared[0]}`);
  const { bodies } = rules;
  const wrote = sameParty(keysOfAll(asking.to, bodies), keysOfAll(answering.from, bodies));
  const read = sameParty(keysOfAll(asking.from, bodies), keysOfAll(answering.to, bodies));
  count("wrote", wrote, "from the one who was asked");
  count("read", read, "to the one who asked");
  const same = subjectMatch(asking, answering, rules);
  count("subject", same, `about the same subject '${asking.subject ?? ""}'`);
  return { score, evidence };
}

const sameReference = (a: string, b: string): boolean => squeeze(a) === squeeze(b) && squeeze(a).length >= 4;
const squeeze = (words: string): string => words.toLowerCase().replace(/[^a-z0-9]/g, "");

function subjectMatch(asking: Part, answering: Part, { words }: LinkRules): number {
  const wanted = termsOf(asking.subject ?? "", words);
  const subjects = [answering.subject, answering.inReplyTo?.subject].filter((each) => each != null);
  if (wanted.size === 0) return 0;
  return Math.max(0, ...subjects.map((each) => coverage(wanted, termsOf(each, words))));
}
