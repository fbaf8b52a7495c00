import { letGo } from "../candidate.ts";
import { eachOf } from "./pass.ts";

/** An action that is marked closed, done or discharged asks nothing of anybody any more. */
export const dropClosed = eachOf((candidate, { structure }) =>
  structure.segments[candidate.sentences[0]!.segment]!.action?.closed
    ? letGo(candidate, "closed", "the action is marked as closed")
    : candidate,
);
