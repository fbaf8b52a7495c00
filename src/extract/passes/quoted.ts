import { letGo } from "../candidate.ts";
import { eachOf } from "./pass.ts";

/** What speaks only inside quotation marks is somebody else's word: such hits do not count, and candidates that live by them go. */
export const dropQuoted = eachOf((candidate) => {
  if (candidate.hits.length === 0) return candidate;
  const hits = candidate.hits.filter((hit) => !hit.quoted);
  return hits.length > 0 ? { ...candidate, hits } : letGo(candidate, "quoted", "the words stand in quotation marks");
});
