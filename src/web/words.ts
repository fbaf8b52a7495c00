import type { Person } from "../records/person.ts";

/** What each outcome means, in words for the reader. */
export const OUTCOMES: Record<string, string> = {
  answered: "answered",
  accepted: "accepted",
  "partly-accepted": "partly accepted",
  declined: "declined",
  deferred: "put off",
  noted: "only noted",
  unanswered: "unanswered",
};

/** The outcomes in the order of their number keys. */
export const OUTCOME_KEYS = Object.keys(OUTCOMES);

/** Outcomes of several links in one line. */
export const outcomeWords = (outcomes: string): string =>
  outcomes
    .split("; ")
    .map((outcome) => OUTCOMES[outcome] ?? outcome)
    .join(", ");

/** A share as a person says it. */
export const percent = (share: number): string => `${Math.round(share * 100)} in 100`;

/** A day in words: "3 May 2024". */
export const dayWords = (day: string): string =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** A person as a letter would name them. */
export const personWords = ({ name, role, organisation }: Person): string =>
  [name, role, organisation].filter(Boolean).join(", ");

/** The page about a numbered question or another numbered document. */
export const questionPath = (value: string): string => `/questions?number=${encodeURIComponent(value)}`;
