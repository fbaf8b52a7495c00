import type { Span } from "../../records/anchor.ts";
import type { Scheme } from "./scheme.ts";

/** A number as it is printed, in pieces. `whole` is all of it without the lead. */
export type PrintedNumber = {
  prefix: string | null;
  year: string | null;
  number: string;
  suffix: string | null;
  whole: string;
};

/** The normal form of a number in its scheme: "2022/1844", "MDA1512", "8.12", "MGLA240624-3316". */
export function normalForm(scheme: Pick<Scheme, "value">, printed: PrintedNumber): string {
  if (scheme.value === "question") {
    const number = printed.number.padStart(4, "0") + (printed.suffix ?? "");
    return printed.year ? `${printed.year}/${number}` : number;
  }
  if (scheme.value === "joined" && printed.year)
    return ((printed.prefix ?? "") + printed.whole).replace(/\s+/g, "").replace("–", "-");
  if (scheme.value === "joined")
    return ((printed.prefix ?? "") + printed.whole).replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  if (scheme.value === "number") return printed.whole.replace(/\s+/g, "");
  return printed.whole.replace(/\s+/g, " ").trim();
}

/** "2022/23" and "2023/2024" are years of account: the second number follows on the first. */
export function looksLikeFinancialYear({ year, number }: Pick<PrintedNumber, "year" | "number">): boolean {
  if (year === null) return false;
  const next = String(Number(year) + 1);
  return number === next || number === next.slice(2);
}

const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/** A year that belongs to the number: in brackets, "of 2023", or behind a month within a few words ("MQ 12 – lighting, June 2022"). */
const YEAR_BEHIND = new RegExp(
  `^[^\\S\\n]*(?:\\(\\s*(?:[^()\\d]{0,25}\\b)?(?<brackets>20\\d\\d)\\)|,? ?(?:of|in|from) (?<plain>20\\d\\d)\\b(?![/–-])|(?:(?!\\b(?:since|until|before|after|between|by)\\b)[^.;?!()\\d\\n]|\\n(?!\\n)|\\(){0,50}?\\b${MONTH},? (?<month>20\\d\\d)\\b)`,
  "u",
);
/** The same before the number: "the answer of June 2022 to MQ 12", "in October 2023 (MQ 12)". */
const YEAR_BEFORE = new RegExp(`\\b(?:of|in) ${MONTH} (?<month>20\\d\\d)[,:]?(?: to)?\\s*\\(?$`, "u");

/** How far a phrase reaches around a number, in UTF-16 code units. */
const PHRASE = 70;

/**
 * The number with the year that its own phrase gives it (design: a month and year beside the number give the year), unchanged where
 * it has one or none is given. A second dash ends the phrase.
 */
export function yearBeside(
  text: string,
  mention: Span & { scheme: Pick<Scheme, "value">; printed: PrintedNumber },
): PrintedNumber {
  const { printed, scheme, start, end } = mention;
  if (scheme.value !== "question" || printed.year) return printed;
  const behind = text.slice(end, end + PHRASE);
  const phrase = behind
    .split(/\s[–—-]\s/)
    .slice(0, 2)
    .join(" – ");
  const groups =
    YEAR_BEHIND.exec(phrase)?.groups ?? YEAR_BEFORE.exec(text.slice(Math.max(0, start - PHRASE), start))?.groups;
  const year = groups?.brackets ?? groups?.plain ?? groups?.month ?? null;
  return { ...printed, year };
}

/** "MQ 12 of this year" and "of last year" counted from a part's date; unchanged where the part has none. */
export function relativeYear(
  text: string,
  end: number,
  printed: PrintedNumber,
  partDate: string | null,
): PrintedNumber {
  if (printed.year || !partDate) return printed;
  const said = /^,? ?(?:of|from|in|earlier) (this|last) year\b/.exec(text.slice(end, end + 30))?.[1];
  if (!said) return printed;
  return { ...printed, year: String(Number(partDate.slice(0, 4)) - (said === "last" ? 1 : 0)) };
}
