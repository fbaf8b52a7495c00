import { eachOf } from "./pass.ts";

/** Parts that set out what the other side recommended or asked, in order to answer it. */
const ANSWERING = ["response", "reply"];

/** A statement in a response or reply is the other side's: it is restated there. */
export const markRestated = eachOf((candidate, { structure }) => {
  const segment = structure.segments[candidate.sentences[0]!.segment]!;
  const part = structure.parts.find(({ id }) => id === segment.part);
  const restated = segment.kind === "statement" && ANSWERING.includes(part?.kind ?? "");
  return { ...candidate, restated };
});
