import type { Span } from "../records/anchor.ts";
import type { Unit } from "./unit.ts";

/** A run of whole sentences of one part. */
export type Passage = Span & { part: string };

/** Sentences put together to runs: those between which nothing but white space stands, in one segment, are one passage. */
export function passagesOf(units: readonly Unit[], text: string): Passage[] {
  const passages: (Passage & { segment: number })[] = [];
  for (const { start, end, part, segment } of units) {
    const last = passages.at(-1);
    if (last && last.segment === segment && text.slice(last.end, start).trim() === "") last.end = end;
    else passages.push({ start, end, part, segment });
  }
  return passages.map(({ start, end, part }) => ({ start, end, part }));
}
