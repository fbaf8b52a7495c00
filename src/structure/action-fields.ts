import type { Block } from "../document/document.ts";
import { type SegmentDraft, segmentOf, textOf, type View } from "./view.ts";

/** The number of an action in a cell of its own before it: "HS/43", "4.2". */
const NUMBER = /^(?=.*\d)[\p{L}\d./-]{1,12}$/u;

/**
 * An entry of a log that says in its own words who leads it and how it stands ("Clerk to send the list. Lead: A Moss. Status: overdue,
 * now due by 4 May"): the segment of what is to be done, or null where a block is no such entry.
 */
export function fieldedAction(view: View, block: Block, before: Block | undefined): SegmentDraft | null {
  const text = textOf(view, block).slice(block.body - block.start);
  const { value, who, status } = view.rules.read("action-fields", text)?.groups ?? {};
  if (value === undefined || who === undefined || status === undefined) return null;
  const beside = before?.cell && block.cell && before.group === block.group && before.cell.row === block.cell.row;
  const number = beside ? textOf(view, before) : "";
  return segmentOf(
    "action",
    { start: block.body, end: block.body + value.length },
    {
      label: NUMBER.test(number) ? number : block.label,
      action: { owner: who.trim(), closed: view.rules.shows(status, "action-closed") },
      due: [{ start: block.end - status.length, end: block.end }],
    },
  );
}
