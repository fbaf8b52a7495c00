import { eachOf } from "./pass.ts";

/** Parts that set out what the other side recommended or asked, in order to answer it. */
const ANSWERING = ["response", "reply"];
const SET_OUT = ["statement", "question"];

/** A statement or a question that a response or reply sets out is the other side's: it is restated there. */
export const markRestated = eachOf((candidate, { structure }) => {
  const segment = structure.segments[candidate.sentences[0]!.segment]!;
  const part = structure.parts.find(({ id }) => id === segment.part);
  const restated = SET_OUT.includes(segment.kind) && ANSWERING.includes(part?.kind ?? "");
  return { ...candidate, restated };
});
