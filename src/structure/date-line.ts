import { readDay } from "./day.ts";
import { wordCount } from "./view.ts";

/** A line that is a date and little else. */
export const isDateLine = (text: string): boolean => wordCount(text) <= 7 && readDay(text)?.year != null;
