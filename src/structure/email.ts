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
  const letter = readLetter(view, frame);
  const { metadata } = view.document;
  if (!isNewest) {
    const intro = within(view, { from: range.from, to: Math.min(range.from + 6, range.to) })
      .map(({ line }) => line.text)
      .join(" ");
    return { ...letter, date: letter.date ?? readIsoDay(intro) };
  }
  return {
    ...letter,
    date: metadata.date ? (readIsoDay(metadata.date) ?? letter.date) : letter.date,
    subject: metadata.subject ?? letter.subject,
    from: letter.from.length > 0 ? letter.from : readPeople([nameOf(metadata.from)], view.rules, true),
    to: letter.to.length > 0 ? letter.to : readPeople([nameOf(metadata.to)], view.rules, true),
  };
}

/** The name in a header's address: `Name <address>`. */
const nameOf = (address: string | undefined): string =>
  (address ?? "").replace(/\s*<[^>]*>.*$/, "").replace(/^"|"$/g, "");
