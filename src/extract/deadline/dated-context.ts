import type { Document } from "../../document/document.ts";
import { once } from "../../document/once.ts";
import type { Part, PartKind } from "../../records/part.ts";
import { dayOf } from "./calendar.ts";
import type { Grammar } from "./grammar.ts";
import {
  answeredDay,
  type DayWording,
  estimatedDay,
  findDays,
  type NamedDay,
  namedDays,
  occasionsAmong,
} from "./named-day.ts";
import type { TimeContext } from "./time-context.ts";

/** What a part's own day is called in a deadline's working. */
const CALLED: Record<PartKind, string> = {
  letter: "the letter's date",
  reply: "the reply's date",
  decision: "the form's date",
  minutes: "the date of the meeting",
  transcript: "the date of the meeting",
  "written-questions": "the date of the paper",
  report: "the report's date",
  response: "the response's date",
  other: "the document's date",
};

/** How long before an answer what it answers was written, where the file does not say: two months to a year as a rule. */
const ANSWERED_AFTER = { months: 4 };

/** What a part and the file around it tell about times: for its own items, and for those that it sets out again in order to answer them. */
export type PartContext = { own: TimeContext; restated: () => TimeContext };

/** The contexts of a document's parts by their ids. The text is searched once, and only where a part's items need it. */
export function contextsOf(document: Document, parts: readonly Part[], grammar: Grammar): Map<string, PartContext> {
  const wordings = once(() => findDays(document, grammar));
  const stated = once(() =>
    namedDays(
      wordings().filter((wording) => wording.stated),
      null,
    ),
  );
  return new Map(parts.map((part) => [part.id, contextOf(part, parts, { wordings, stated, grammar })]));
}

type Days = { wordings: () => DayWording[]; stated: () => NamedDay[]; grammar: Grammar };

function contextOf(part: Part, parts: readonly Part[], { wordings, stated, grammar }: Days): PartContext {
  const { start, end } = part.anchor;
  const within = once(() => wordings().filter((wording) => start <= wording.start && wording.start < end));
  const named = once(() => namedDays(within(), null));
  const borne = part.date ?? otherDate(part, parts);
  const reference = borne ?? estimatedDay(named(), grammar);
  const yearless = () =>
    namedDays(
      within().filter((wording) => !wording.stated),
      reference,
    );
  const own: TimeContext = {
    reference,
    called: part.date ? CALLED[part.kind] : "the day that the file implies",
    counts: true,
    occasions: once(() => occasionsAmong([...stated(), ...yearless()], grammar)),
  };
  const answered = () => part.inReplyTo?.date ?? answeredDay(named(), borne, grammar);
  return { own, restated: once(() => restatedContext(own, answered())) };
}

/** What is set out again was written on the day of what is answered; where that is not known, some time before, and nothing counts from it. */
function restatedContext(own: TimeContext, answered: string | null): TimeContext {
  if (answered) return { ...own, reference: answered, called: "the date of what is answered" };
  const before = own.reference && dayOf(own.reference).subtract(ANSWERED_AFTER).toString();
  return { ...own, reference: before, called: "about the time of what is answered", counts: false };
}

/** Where the part bears no day, the nearest part that bears one fixes the year. */
function otherDate(part: Part, parts: readonly Part[]): string | null {
  const at = parts.indexOf(part);
  const distance = (other: Part) => Math.abs(parts.indexOf(other) - at);
  const dated = parts.filter((other) => other.date !== null);
  return dated.sort((a, b) => distance(a) - distance(b))[0]?.date ?? null;
}
