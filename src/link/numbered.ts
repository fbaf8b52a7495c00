import { namingOf } from "./naming.ts";
import type { LinkRules } from "./rules.ts";

/** How far into a paragraph it may still name what it answers ("As to question 4, …"), in UTF-16 code units. */
export const LABEL_REACH = 60;

/** What every label has that may be named. */
const NUMBER = /[\d)]/;
const RANGE = /^(\d+)\s*(?:to|–|—|-)\s*(\d+)$/;
/** A range of more than this is a date or a page range. */
const LONGEST = 40;

/** The labels that a heading or opening names, ranges spelt out; empty where it names none. */
export function labelsNamed(words: string, rules: LinkRules): Set<string> {
  const labels = new Set<string>();
  if (!NUMBER.test(words)) return labels;
  const { numbers, onNumber, bracketed } = namingOf(rules);
  for (const named of [numbers, bracketed])
    for (const [, list] of words.matchAll(named)) for (const label of labelsOf(list!)) labels.add(label);
  const turnedTo = onNumber.exec(words)?.[1];
  if (turnedTo !== undefined) labels.add(turnedTo);
  return labels;
}

/** The labels that a sentence turns to at its start ("As to (b), …", "On 3, …"); empty where it turns to none. */
export function labelsTurnedTo(sentence: string, rules: LinkRules): Set<string> {
  const { onNumber, bracketed } = namingOf(rules);
  const opening = sentence.slice(0, LABEL_REACH);
  if (!NUMBER.test(opening)) return new Set();
  const number = onNumber.exec(opening)?.[1];
  const listed = opening.matchAll(bracketed).find(({ index }) => index <= 1)?.[1];
  return new Set([...(number === undefined ? [] : [number]), ...(listed === undefined ? [] : labelsOf(listed))]);
}

/** The labels of a list ("3 to 5, 8.12 and 9"), ranges spelt out. */
export function labelsOf(list: string): string[] {
  return list.split(/\s*(?:,|\band\b|&)\s*/i).flatMap((each) => {
    const range = RANGE.exec(each.trim());
    const [from, to] = range ? [Number(range[1]), Number(range[2])] : [0, -1];
    if (to >= from && to - from <= LONGEST) return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
    return each.trim() === "" ? [] : [bareLabel(each)];
  });
}

/** A label without brackets and closing stop or dash: "(a)" and "a)" are "a", "3." and "3 -" are "3". */
export const bareLabel = (label: string): string => label.toLowerCase().replace(/[()\s]|[.:–—-]$/g, "");
