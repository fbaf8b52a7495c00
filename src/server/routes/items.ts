import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { ItemKind } from "../../records/item.ts";
import { Outcome } from "../../records/link.ts";
import type { ItemEntry, ItemFilter } from "../../store/listing.ts";
import { fromCursor, PageQuery, toCursor } from "../cursor.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { loadPair } from "../pair.ts";
import type { Person } from "../person.ts";
import { Problem } from "../problem.ts";
import { DocumentId, ItemId, ItemRow, Pair } from "../schemas.ts";
import { gives, pageOf } from "./respond.ts";

const flag = z.enum(["true", "false"]).transform((word) => word === "true");
const words = z.string().max(1_000);

const Filters = z.object({
  kind: ItemKind.optional(),
  body: words.optional().describe("part of the name of who asks or is asked"),
  document: DocumentId.optional(),
  dueBefore: z.iso.date().optional(),
  dueAfter: z.iso.date().optional(),
  overdueOn: z.iso.date().optional().describe("due before this day, with nothing that settles it"),
  outcome: Outcome.optional(),
  status: z.enum(["replied", "unanswered", "open"]).optional(),
  mq: words.optional().describe("cites this question number"),
  words: words.optional().describe("stand in the item"),
  ambiguous: flag.optional(),
  pairs: flag.optional().describe("only what has a reply, or a reply that passes over it"),
  reviewed: flag.optional(),
  disputed: flag.optional().describe("two persons said different things"),
  corrected: flag.optional().describe("a person added it, or said something of it otherwise than the machine"),
  by: words.optional().describe("exactly who asks, as the list or a chart names them"),
  to: words.optional().describe("exactly who is asked, as the list or a chart names them"),
  datedBefore: z.iso.date().optional().describe("the day of the letter"),
  datedAfter: z.iso.date().optional(),
  daysFrom: z.coerce.number().int().optional().describe("the reply came after at least so many days"),
  daysTo: z.coerce.number().int().optional(),
  late: z
    .enum(["true", "false", "unknown"])
    .transform((word) => (word === "unknown" ? null : word === "true"))
    .optional()
    .describe("the reply came after the deadline"),
  overdue: flag.optional().describe("due before today, with nothing that settles it"),
  decidedBy: words.optional().describe("the name of a person who decided something about it"),
  mine: flag.optional().describe("whoever asks decided something about it"),
  sure: z.coerce.number().min(0).max(1).optional().describe("the machine is at least so sure, and sees no near tie"),
});

const list = createRoute({
  method: "get",
  path: "/items",
  summary: "What was asked, recommended and promised",
  request: {
    query: Filters.extend(PageQuery.shape).extend({
      order: z.enum(["document", "doubt", "newest"]).default("document"),
    }),
  },
  responses: gives(pageOf(ItemRow), "A page of items."),
});

const one = createRoute({
  method: "get",
  path: "/items/{id}",
  summary: "An item with its links, its deadline, and what persons decided",
  request: { params: z.object({ id: ItemId }) },
  responses: gives(Pair, "The item and what bears on it."),
});

const Place = z.object({
  uri: z.string(),
  document: z.string(),
  ordinal: z.int(),
  doubt: z.number(),
  date: z.string(),
});

/** Lists items and shows one with all that bears on it. */
export function addItems(app: OpenAPIHono<Env>, desk: Desk): void {
  app.openapi(list, async (context) => {
    const { after, most, order, overdue, mine, ...given } = context.req.valid("query");
    const asked = Object.entries(given).filter(([, value]) => value !== undefined);
    const filter: ItemFilter = {
      ...Object.fromEntries(asked),
      ...(overdue ? { overdueOn: desk.now().toISOString().slice(0, 10) } : {}),
      ...(mine ? { decidedBy: context.get("person").name } : {}),
    };
    const seen = await asSeenBy(context.get("person"), filter, desk);
    const rows = await desk.store.itemPage(seen, order, fromCursor(Place, after), most + 1);
    const page = rows.slice(0, most);
    const last = page.at(-1);
    return context.json(
      { rows: page.map(toRow), next: last && rows.length > most ? toCursor(placeOf(last)) : null },
      200,
    );
  });
  app.openapi(one, async (context) =>
    context.json(await loadPair(desk, context.req.valid("param").id, context.get("person")), 200),
  );
}

/** A filter that under double review tells a person no more of others than they may know. Who settles differences sees those that there are. */
async function asSeenBy(person: Person, filter: ItemFilter, { store }: Desk): Promise<ItemFilter> {
  if (!(await store.doubleReview())) return filter;
  if (filter.decidedBy && filter.decidedBy !== person.name)
    throw new Problem(403, "Under double review nobody is shown what others decided on.");
  return filter.disputed && person.scopes.includes("adjudicate") ? filter : { ...filter, blind: person.name };
}

const placeOf = ({ document_uri, document_id, ordinal, doubt, part_date }: ItemEntry): z.infer<typeof Place> => ({
  uri: document_uri,
  document: document_id,
  ordinal,
  doubt,
  date: part_date ?? "",
});

const toRow = (entry: ItemEntry): z.infer<typeof ItemRow> => {
  const { key, kind, label, text, by, to, page, deadline, outcome, status, confidence, doubt, verdict, disputed } =
    entry;
  return {
    ...{ id: key, kind, label, text, by, to, page, deadline, outcome, status, confidence, doubt, verdict, disputed },
    document: entry.document_id,
    documentName: entry.document_name,
    date: entry.part_date,
    linkConfidence: entry.link_confidence,
    ...correctionsIn(entry),
  };
};

function correctionsIn(entry: ItemEntry): Pick<z.infer<typeof ItemRow>, "corrected" | "machine"> {
  const corrected = entry.corrected?.split("; ") ?? [];
  if (corrected.length === 0 || corrected.includes("added")) return { corrected, machine: null };
  const said = <T extends "kind" | "text" | "to" | "deadline" | "outcome">(column: T) =>
    corrected.includes(column) ? entry[`machine_${column}`] : entry[column];
  return {
    corrected,
    machine: {
      kind: said("kind") ?? "",
      text: said("text") ?? "",
      to: said("to") ?? "",
      deadline: said("deadline"),
      outcome: said("outcome"),
    },
  };
}
