import type { Block } from "../document/document.ts";
import type { Span } from "../records/anchor.ts";
import { type ColumnRole, roleOf, withoutNumber } from "./table.ts";
import { type SegmentDraft, segmentOf, textOf, type View } from "./view.ts";

/** A field typed in running text ("Target date: 30 June"): what it is for, its label, the same without a number, and where its value stands. */
type Field = Span & { role: ColumnRole; label: string; name: string; block: Block };

/** What the blocks of typed records say: for each the segments that begin in it; a reply among them answers the statement before it. */
export type TypedRecords = ReadonlyMap<Block, readonly SegmentDraft[]>;

/** One thing recommended or to be done, in fields one below the other, and the blocks with `more` of what a field says. */
type Entry = { fields: Field[]; more: Block[] };

/**
 * Recommendations and actions that are typed field by field ("Recommendation: …", "Management response: …", "Owner: …"), each field on a
 * line of its own or all in one paragraph. What says less than what is to be done and one thing about it is left to others.
 */
export function typedRecords(view: View, blocks: readonly Block[]): TypedRecords {
  const found = new Map<Block, SegmentDraft[]>();
  for (const entry of entriesIn(view, blocks)) {
    if (!tells(entry)) continue;
    for (const { block } of entry.fields) if (!found.has(block)) found.set(block, []);
    for (const block of entry.more) found.set(block, []);
    for (const { block, segment } of segmentsOf(view, entry)) found.get(block)!.push(segment);
  }
  return found;
}

function entriesIn(view: View, blocks: readonly Block[]): Entry[] {
  const entries: Entry[] = [];
  let open: Entry | null = null;
  for (const block of blocks) {
    const fields = fieldsIn(view, block);
    for (const field of fields) {
      if (open === null || begins(open, field)) {
        open = { fields: [], more: [] };
        entries.push(open);
      }
      open.fields.push(field);
    }
    if (fields.length > 0) continue;
    if (open && goesOn(view, open, block)) {
      open.more.push(block);
      open.fields.push({ ...open.fields.pop()!, end: block.end });
    } else open = null;
  }
  return entries;
}

/** Whether a field is of the next entry: it comes again, or the number of a new one stands in it, or what is recommended comes after what is done. */
const begins = ({ fields }: Entry, { role, name }: Field): boolean =>
  fields.some((field) => field.name === name) ||
  (role === "label" && fields.some((field) => field.role === "statement" || field.role === "action")) ||
  (role === "statement" && fields.some((field) => field.role === "reply" || field.role === "action"));

/** Whether a paragraph without a field goes on with the answer above it. */
const goesOn = (view: View, { fields }: Entry, block: Block): boolean =>
  fields.at(-1)!.role === "reply" &&
  (block.kind === "paragraph" || block.kind === "list-item") &&
  block.label === null &&
  SENTENCE.test(textOf(view, block)) &&
  !view.rules.shows(textOf(view, block), "closing", "statement-label", "conclusion-label");

const SENTENCE = /^\p{Lu}.*[.?!]["'”’)]*$/su;

function tells({ fields }: Entry): boolean {
  const roles = new Set(fields.map(({ role }) => role));
  const about = (["reply", "owner", "due", "status"] as const).some((role) => roles.has(role));
  return (roles.has("statement") || roles.has("action")) && about;
}

/** The longest label of a field, in words and in characters. */
const LONGEST = 5;
const FURTHEST = 120;

/** The fields of a block that begins with one. */
function fieldsIn(view: View, block: Block): Field[] {
  const text = textOf(view, block);
  if (block.kind !== "paragraph" && block.kind !== "list-item") return [];
  if (!/^\p{Lu}[^:.?!\n]{1,45}:\s/u.test(text)) return [];
  const labels = [...text.matchAll(/:(?=\s)/g)].flatMap(({ index }) => labelBefore(view, text, index) ?? []);
  if (labels[0]?.from !== 0) return [];
  return labels.flatMap(({ from, to, ...known }, nth) => {
    const value = text.slice(to + 1, labels[nth + 1]?.from ?? text.length);
    const start = block.start + to + 1 + (value.length - value.trimStart().length);
    const end = block.start + to + 1 + value.trimEnd().length;
    return start < end ? [{ ...known, block, start, end }] : [];
  });
}

/** The label that ends with the colon at an offset: at the beginning of a line whatever stands there, within it what is known as one. */
function labelBefore(view: View, text: string, to: number): Label | null {
  const before = text.slice(Math.max(0, to - FURTHEST), to);
  const line = before.lastIndexOf("\n") + 1;
  const starts = [...before.slice(line).matchAll(/(?<!\S)\p{Lu}/gu)].map(({ index }) => line + index);
  const near = starts.filter((from) => before.slice(from).split(/\s+/).length <= LONGEST);
  const labels = near.map((at): Label => {
    const [label, from] = [before.slice(at), to - before.length + at];
    const name = withoutNumber(label);
    return { from, to, label, name, role: roleOf(view, name) };
  });
  const isWholeLine = near[0] === line && (line > 0 || to <= FURTHEST);
  return labels.find(({ role }) => role !== null) ?? (isWholeLine ? labels[0]! : null);
}

type Label = Pick<Field, "role" | "label" | "name"> & { from: number; to: number };

function segmentsOf(view: View, { fields }: Entry): { block: Block; segment: SegmentDraft }[] {
  const of = (role: ColumnRole) => fields.filter((field) => field.role === role);
  const words = (field: Field | undefined) =>
    field ? view.document.text.slice(field.start, field.end).replace(/\s+/g, " ") : null;
  const label = (field: Field) => LABEL_NUMBER.exec(field.label)?.[1] ?? words(of("label")[0]);
  const recommending = of("statement").filter((field) => view.rules.holds("recommending", field.label));
  const statements = recommending.length > 0 ? recommending : of("statement");
  const recommends = statements.length > 0;
  const answers = recommends ? [...of("reply"), ...of("action")] : [];
  const standing = [...of("status"), ...(recommends ? [] : of("reply"))];
  const due = [...of("due"), ...standing].map(({ start, end }) => ({ start, end }));
  const said = (field: Field): SegmentDraft => {
    if (field.role === "statement")
      return segmentOf("statement", field, { label: label(field), due: answers.length > 0 ? [] : due });
    if (answers.includes(field)) return segmentOf("reply", field, { due });
    const closed = standing.some((each) => view.rules.shows(words(each)!, "action-closed"));
    return segmentOf("action", field, { label: label(field), action: { owner: words(of("owner")[0]), closed }, due });
  };
  return fields
    .filter((field) => statements.includes(field) || field.role === "action" || answers.includes(field))
    .map((field) => ({ block: field.block, segment: said(field) }));
}

const LABEL_NUMBER = /(\w{0,3}\d+(?:\.\d+)*[a-z]?)$/;
