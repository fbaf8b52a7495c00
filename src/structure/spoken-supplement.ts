import type { Span } from "../records/anchor.ts";
import type { Person } from "../records/person.ts";
import { mayBeOne, readPeople } from "./people.ts";
import { type Range, type SegmentDraft, segmentOf, type View, within } from "./view.ts";

/** What one person says in an entry of a list: where the line begins that names who, and where the words do. */
type Spoken = { at: number; start: number; speaker: Person };

/** The lines of an entry, who asks in it, and how many segments its part has before it. */
type Entry = { range: Range; asker: Person | null; offset: number };

/**
 * The segments of an entry of a question list, with what was said on in the meeting ("Mr Reed: …", "Councillor Moss: …") as questions of the asker
 * and answers of others.
 */
export function withSpoken(view: View, segments: readonly SegmentDraft[], entry: Entry): SegmentDraft[] {
  const out: SegmentDraft[] = [];
  for (const segment of segments) {
    const spoken = entry.asker === null ? [] : spokenIn(view, entry.range, segment);
    const endBefore = (next: Spoken | undefined) =>
      next ? lastWordBefore(view, entry.range, { start: segment.start, end: next.at }) : segment.end;
    out.push({ ...segment, end: endBefore(spoken[0]) });
    spoken.forEach((said, nth) => {
      const asked = out.findLastIndex(({ kind }) => kind === "question");
      const span = { start: said.start, end: endBefore(spoken[nth + 1]) };
      const { label, heading, speaker } = segment;
      if (mayBeOne(said.speaker, entry.asker!))
        out.push(segmentOf("question", span, { label, heading, speaker: entry.asker, addressee: speaker }));
      else {
        const answers = [entry.offset + asked];
        out.push(segmentOf("answer", span, { label, heading, speaker: said.speaker, addressee: entry.asker, answers }));
      }
    });
  }
  return out;
}

function spokenIn(view: View, range: Range, { start, end }: Span): Spoken[] {
  return within(view, range).flatMap(({ line }): Spoken[] => {
    if (line.start <= start || line.end > end) return [];
    const label = view.rules.read("turn", line.text);
    if (!label?.groups || view.rules.shows(label[0], "no-turn") || label[0].length >= line.text.length) return [];
    const [speaker] = readPeople([label.groups.who ?? ""], view.rules);
    return speaker?.name ? [{ at: line.start, start: line.start + label[0].length, speaker }] : [];
  });
}

/** Where the last line of a stretch ends that says something: "Supplementary" only heads what follows. */
const lastWordBefore = (view: View, range: Range, { start, end }: Span): number =>
  within(view, range).findLast(
    ({ line }) =>
      line.end < end && line.end > start && !view.rules.shows(line.text, "supplementary", "question-heading"),
  )?.line.end ?? start;
