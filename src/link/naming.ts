import { oncePer } from "../document/once.ts";
import type { LinkRules, NamingWords } from "./rules.ts";

/** A label: "8.12", "2A", "R4", "4(b)", "(a)", "(iv)". */
const LABEL = "(?:r?\\d+(?:\\.\\d+)*(?:[a-z]\\b|\\([a-z]\\))?|\\(?[a-z]\\)|\\([ivx]{2,4}\\))";
/** A label in brackets, which needs no noun before it: "(a)", "(iv)", "(3)". */
const BRACKETED = "\\((?:[a-z]|[ivx]{2,4}|\\d{1,2})\\)";

/** How a reply names what it takes up. Of what has a group, the first is what is named. */
export type Naming = {
  /** "Questions 3 to 5", "Recommendation 8.12 and 8.13", "Q4": the numbers of what is answered. */
  numbers: RegExp;
  /** "On 3, nothing has come": a bare number that a paragraph turns to. */
  onNumber: RegExp;
  /** "As to (b), nothing has come", "what you asked under (a) and (b)": labels in brackets. */
  bracketed: RegExp;
  /** "On training, our team", "As for the gates, nine are": what the paragraph turns to. */
  onMatter: RegExp;
  /** Where one verdict of a sentence ends and the next begins: "We accept recommendations 1 to 3 | but not 4". */
  nextVerdict: RegExp;
  /** A number that stands for a recommendation once another was named: "not 4", "rejects 5 and 6". */
  verdictOnNumber: RegExp;
};

/** The patterns of some rules, made once. Throws a SyntaxError where one cannot be read. */
export const namingOf = ({ naming }: LinkRules): Naming => compiled(naming);

const compiled = oncePer(
  ({ numbered, onNumber, bracketed, onMatter, joints, clauses, verdicts }: NamingWords): Naming => ({
    numbers: new RegExp(
      `\\b(?:${numbered})\\.?\\s*(?:nos?\\.?\\s*|numbers?\\s+)?(${LABEL}(?:\\s*(?:,|and|&|to|–|—|-)\\s*(?:and\\s+)?${LABEL})*)`,
      "giu",
    ),
    onNumber: new RegExp(`^(?:${onNumber})\\s+(?:no\\.?\\s*|number\\s+)?\\(?(\\d{1,2})\\)?[,:]\\s`, "i"),
    bracketed: new RegExp(
      `\\b(?:${bracketed})\\s+(${BRACKETED}(?:\\s*(?:,|and|&|to|or|–|-)\\s*(?:and\\s+)?${BRACKETED})*)`,
      "giu",
    ),
    onMatter: new RegExp(`^(?:${onMatter})\\s+([^,.:;?!]{2,60}),\\s`, "i"),
    nextVerdict: new RegExp(
      `[;,]?\\s+(?:${joints})\\s+|;\\s+|,\\s+and\\s+|(?:,|\\s+and)\\s+(?=(?:${clauses}|${verdicts})\\b)`,
      "i",
    ),
    verdictOnNumber: new RegExp(`\\b(?:${verdicts})\\s+(\\d+(?:\\s*(?:,|and|to|–|-)\\s*\\d+)*)`, "i"),
  }),
);
