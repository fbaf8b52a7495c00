import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { ChosenPassage, NewDecision } from "../../records/decision.ts";
import { ItemKind } from "../../records/item.ts";
import { pairVersion } from "../../records/review.ts";
import { type Addition, type AdditionEntry, addedId, addedItem } from "../added-item.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { loadPair } from "../pair.ts";
import { Problem } from "../problem.ts";
import { DocumentId, Pair } from "../schemas.ts";
import { Addition as ListedAddition } from "../schemas-of-lists.ts";
import { addToLog } from "./decisions.ts";
import { gives } from "./respond.ts";

const list = createRoute({
  method: "get",
  path: "/additions",
  summary: "Items that persons added because the machine missed them",
  request: { query: z.object({ document: DocumentId.optional() }) },
  responses: gives(z.object({ rows: z.array(ListedAddition) }), "The items, oldest first."),
});

const add = createRoute({
  method: "post",
  path: "/additions",
  summary: "Add an item that the machine missed: the first entry of its log",
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({ key: NewDecision.shape.key, kind: ItemKind, passage: ChosenPassage }),
        },
      },
    },
  },
  responses: gives(Pair, "The item, with no reply yet."),
});

/** Adds what the machine missed, and lists it. */
export function addAdditions(app: OpenAPIHono<Env>, desk: Desk): void {
  app.openapi(list, async (context) => {
    const entries = await desk.store.additions(context.req.valid("query").document ?? null);
    const rows = entries.flatMap(({ item, document, by, at, act }) =>
      act.do === "item" ? [{ id: item, document, kind: act.kind, passage: act.passage, by, at }] : [],
    );
    return context.json({ rows }, 200);
  });
  app.openapi(add, async (context) => {
    const { key, kind, passage } = context.req.valid("json");
    const addition: Addition = { do: "item", kind, passage };
    const id = addedId(addition);
    if ((await desk.store.findItems(id)).length > 0)
      throw new Problem(409, "The machine lists these very words already.");
    const seen = (await desk.store.decisionsOf(id)).at(-1)?.id ?? 0;
    const by = context.get("person").name;
    const entry = { key, seen, by, document: passage.document, item: id, at: desk.now().toISOString(), act: addition };
    await addToLog(desk, { ...entry, version: await versionOf(desk, entry) });
    return context.json(await loadPair(desk, id, context.get("person")), 200);
  });
}

/** The version of the pair that an addition makes. Throws a `Problem` (422) where its words do not stand in the document. */
async function versionOf({ library }: Desk, entry: Omit<AdditionEntry, "id" | "version">): Promise<string> {
  const { document, start, end, exact } = entry.act.passage;
  const [record, read] = await Promise.all([library.record(document), library.document(document)]);
  if (read.text.slice(start, end) !== exact) throw new Problem(422, "The words chosen do not stand there.");
  const { item } = addedItem({ ...entry, id: 1, version: "" }, record, read);
  return pairVersion(item, []);
}
