import type { Verdict } from "../records/decision.ts";
import type { ReviewedItem } from "../records/flat-item.ts";
import type { Outcome } from "../records/link.ts";
import type { ItemStatus } from "./stored.ts";

/** Which items to list; all that are given must hold. Days are ISO. */
export type ItemFilter = {
  kind?: string;
  /** Part of a name in `by` or `to`, without case. */
  body?: string;
  document?: string;
  dueBefore?: string;
  dueAfter?: string;
  outcome?: string;
  mq?: string;
  status?: Exclude<ItemStatus, null>;
  ambiguous?: boolean;
  /** Bound to be done before this day, and nothing says that it was. */
  overdueOn?: string;
  /** Only items with a reply, or with a reply document that passes over them. */
  pairs?: boolean;
  /** Whether a person has given a verdict. */
  reviewed?: boolean;
  /** Two persons said different things. */
  disputed?: boolean;
  /** Persons added it, or said something of it otherwise than the machine. */
  corrected?: boolean;
  /** The name of the person who asks, under double review: what is reviewed, disputed and decided is then what they may know of it. */
  blind?: string;
  /** Stand in the item's words, without case. */
  words?: string;
  /** A person who decided something about it, by name. */
  decidedBy?: string;
  /** Exactly who asks, or is asked, as the list names them. */
  by?: string;
  to?: string;
  /** The day of what asks is before, or after, this one. */
  datedBefore?: string;
  datedAfter?: string;
  /** A reply came after at least, or at most, so many days. */
  daysFrom?: number;
  daysTo?: number;
  /** A reply came after the deadline, or (false) by it; null where one of the days is not known. */
  late?: boolean | null;
  /** 0–1: the machine is at least so sure of the item and of each of its replies, and there is no near tie. */
  sure?: number;
};

/** By document: as they stand. By doubt: the most doubtful first. By newest: the letter's day, the last first; undated ones at the end. */
export type ItemOrder = "document" | "doubt" | "newest";

/** Where an item stands in any order. `date` is "" for an undated one. */
export type ItemPlace = { uri: string; document: string; ordinal: number; doubt: number; date: string };

/** An item in a list. */
export type ItemEntry = ReviewedItem & { ordinal: number; status: ItemStatus; doubt: number };

/** How many items of a kind, month or body have which status; `promised` are undertakings. */
export type StatusCounts = { name: string; replied: number; unanswered: number; open: number; promised: number };

/** What the items of all documents come to, for charts. Months are ISO ("2024-05"), by the day of the item's part. */
export type Statistics = {
  kinds: StatusCounts[];
  outcomes: { name: string; count: number }[];
  months: StatusCounts[];
  /** Those asked most, as the documents name them. */
  asked: StatusCounts[];
  verdicts: Record<Verdict | "none", number>;
};

/** How many links of an outcome a group of items has: those asked of one body, or asked in one month. */
export type OutcomeCounts = { name: string; outcome: Outcome; count: number };

/** What came back, from whom, and when; copies left out. */
export type Tracing = {
  /** By those asked most. */
  bodies: OutcomeCounts[];
  /** By the month of what asks. */
  months: OutcomeCounts[];
  /** Replies by the week in which they came, counted from 0; `late` is null where there is no deadline. */
  weeks: { week: number; late: boolean | null; count: number }[];
  /** Who asks whom how often. */
  asking: { by: string; to: string; count: number }[];
  /** Items by the day on which they are due; `settled` are those with a reply that settles them. */
  due: { date: string; settled: number; count: number }[];
};
