import { trimSpan } from "../../document/span.ts";
import { letGo } from "../candidate.ts";
import { eachOf } from "./pass.ts";

/** The quote begins after its label or number and ends with its last word: list joints and trailing pointers are left out. */
export const trimBoundaries = eachOf((candidate, { document, marks }) => {
  const words = document.text.slice(candidate.start, candidate.end);
  const point = marks.point.exec(words);
  const unnumbered = words.slice(point?.[0].length ?? 0);
  const printed = marks.label.exec(unnumbered);
  const opened = unnumbered.slice(printed?.[0].length ?? 0);
  const named = marks.closing.exec(opened);
  const closed = opened.slice(0, named?.index).replace(marks.pointer, "").replace(marks.joint, "");
  if (!/\p{L}/u.test(closed)) return letGo(candidate, "boundaries", "nothing is left beside its label or pointer");
  const start = candidate.end - opened.length;
  return {
    ...candidate,
    label: point?.groups?.label ?? printed?.groups?.label ?? named?.groups?.label ?? candidate.label,
    ...trimSpan(document.text, { start, end: start + closed.length }),
  };
});
