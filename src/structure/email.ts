import { readIsoDay } from "./day.ts";
import { type Frame, findFrames, frameWithout } from "./frame.ts";
import { readLetter } from "./letter.ts";
import { readPeople } from "./people.ts";
import { type PartDraft, type Range, type View, within } from "./view.ts";

/** A message, and the earlier ones quoted below it, newest first. */
export function readEmail(view: View, range: Range): PartDraft[] {
  const starts = within(view, range)
    .filter(({ line, index }) => index > range.from && view.rules.shows(line.text, "forwarded"))
    .map(({ index }) => index);
  const bounds = [range.from, ...starts, range.to];
  return bounds.slice(0, -1).map((from, nth) => readMessage(view, { from, to: bounds[nth + 1]! }, nth === 0));
}

function readMessage(view: View, range: Range, isNewest: boolean): PartDraft {
  const frame: Frame = { ...(findFrames(view, range)[0] ?? frameWithout(view, range)), ...range };
  const { metadata } = view.document;
  if (!isNewest) return readLetter(view, frame, { date: introducedDay(view, range), subject: null });
  const letter = readLetter(view, frame, { date: readIsoDay(metadata.date ?? ""), subject: metadata.subject ?? null });
  return {
    ...letter,
    from: letter.from.length > 0 ? letter.from : readPeople([nameOf(metadata.from)], view.rules, true),
    to: letter.to.length > 0 ? letter.to : readPeople([nameOf(metadata.to)], view.rules, true),
  };
}

/** The line that introduces a quoted message, or the headers printed over it, are this many lines at most. */
const INTRODUCTION = 6;

const introducedDay = (view: View, { from, to }: Range): string | null =>
  readIsoDay(
    within(view, { from, to: Math.min(from + INTRODUCTION, to) })
      .map(({ line }) => line.text)
      .join(" "),
  );

/** The name in a header's address: `Name <address>`. */
const nameOf = (address: string | undefined): string =>
  (address ?? "").replace(/\s*<[^>]*>.*$/, "").replace(/^"|"$/g, "");
