/** How far into a paragraph it may still name what it answers ("As to question 4, …"), in UTF-16 code units. */
export const LABEL_REACH = 40;

/** A label: "8.12", "2A", "R4", "4(b)", "(a)". */
const LABEL = "(?:r?\\d+(?:\\.\\d+)*(?:[a-z]\\b|\\([a-z]\\))?|\\(?[a-z]\\))";
/** "Questions 3 to 5", "Recommendation 8.12 and 8.13", "Q4": numbers of what is answered, named by a heading or an opening. */
const NAMED = new RegExp(
  `\\b(?:questions?|recommendations?|points?|items?|requests?|actions?|asks?|matters?|concerns?|q|rec)\\.?\\s*(?:nos?\\.?\\s*|numbers?\\s+)?(${LABEL}(?:\\s*(?:,|and|&|to|–|—|-)\\s*(?:and\\s+)?${LABEL})*)`,
  "giu",
);
/** "On 3, nothing has come": a bare number that a paragraph turns to. */
const TURNED_TO = /^(?:on|as to|as for|re)\s+(?:no\.?\s*|number\s+)?\(?(\d{1,2})\)?[,:]\s/i;
/** What every label has that may be named. */
const NUMBER = /[\d)]/;
const RANGE = /^(\d+)\s*(?:to|–|—|-)\s*(\d+)$/;
/** A range of more than this is a date or a page range. */
const LONGEST = 40;

/** The labels that a heading or opening names, ranges spelt out; empty where it names none. */
export function labelsNamed(words: string): Set<string> {
  const labels = new Set<string>();
  if (!NUMBER.test(words)) return labels;
  for (const [, list] of words.matchAll(NAMED))
    for (const each of list!.split(/\s*(?:,|\band\b|&)\s*/i)) {
      const range = RANGE.exec(each.trim());
      const [from, to] = range ? [Number(range[1]), Number(range[2])] : [0, -1];
      if (to >= from && to - from <= LONGEST) for (let at = from; at <= to; at++) labels.add(String(at));
      else if (each.trim() !== "") labels.add(bareLabel(each));
    }
  const turnedTo = TURNED_TO.exec(words)?.[1];
  if (turnedTo !== undefined) labels.add(turnedTo);
  return labels;
}

/** A label without brackets and closing stop: "(a)" and "a)" are "a", "3." is "3". */
export const bareLabel = (label: string): string => label.toLowerCase().replace(/[()\s]|\.$/g, "");
