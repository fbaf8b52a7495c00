import { z } from "zod";
import type { Document } from "../../document/document.ts";
import type { Structure } from "../../document/structure.ts";
import type { Deadline } from "../../records/deadline.ts";
import type { Item } from "../../records/item.ts";

/** What a pipeline file tells about times: calendars, named days, wording. */
export const DeadlineRules = z.object({});
export type DeadlineRules = z.infer<typeof DeadlineRules>;

/** The times by which items are to be done or answered, in the order of the items. */
export function extractDeadlines(
  _document: Document,
  _structure: Structure,
  _items: readonly Item[],
  _rules: DeadlineRules,
): Deadline[] {
  return [];
}
