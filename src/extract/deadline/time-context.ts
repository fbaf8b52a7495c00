/** A day that a file gives for something, with the words of the sentence in which it stands (lower case, straight marks). */
export type Occasion = { words: string; day: string };

/** What the words around an expression know: dates as ISO days. */
export type TimeContext = {
  /** The day from which relative times count, and on which no implied year may lie before; null where the part bears none. */
  reference: string | null;
  /** What that day is, in words: "the letter's date". */
  called: string;
  /** Whether "within 28 days" may count from that day; false where it is only about when the words were written. */
  counts: boolean;
  /** Meetings and the like whose dates stand elsewhere in the file. */
  occasions: () => readonly Occasion[];
};
