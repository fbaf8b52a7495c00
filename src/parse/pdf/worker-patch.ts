import { type Edit, withEdits } from "./text-edit.ts";
import { SPEED_EDITS } from "./worker-speed.ts";
import { TELLING_EDITS } from "./worker-telling.ts";

/**
 * The library's other half runs in the same thread: questions and answers, text and tags need not be copied on their way over, as
 * whoever sends them does not write to them again. What is drawn is.
 */
const LIBRARY_EDITS: readonly Edit[] = [
  {
    find: "data: structuredClone(obj, transfer",
    put: "data: obj?.chunk?.items || (!transfer && !obj.stream && !/^(?:common)?obj$/.test(obj.action)) ? obj : structuredClone(obj, transfer",
  },
];

/** The worker's text with all edits made, or null where one of them no longer fits: the reader then works without. */
export const patchWorker = (source: string): string | null => withEdits(source, [...TELLING_EDITS, ...SPEED_EDITS]);

/** The same for the half of the library that the reader calls. */
export const patchLibrary = (source: string): string | null => withEdits(source, LIBRARY_EDITS);
