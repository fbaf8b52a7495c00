import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type ChosenPassage, NewDecision } from "../../records/decision.ts";
import { type DecisionOf, isSameDecision } from "../../store/decisions.ts";
import { trulySeen } from "../blind.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { loadPair } from "../pair.ts";
import type { Person } from "../person.ts";
import { Problem } from "../problem.ts";
import { ItemId, Pair } from "../schemas.ts";
import { gives } from "./respond.ts";

const decide = createRoute({
  method: "post",
  path: "/items/{id}/decisions",
  summary: "Decide on an item: one more entry of a log that is never rewritten",
  request: {
    params: z.object({ id: ItemId }),
    body: { required: true, content: { "application/json": { schema: NewDecision } } },
  },
  responses: gives(Pair, "The item as it now stands, with everybody's entries."),
});

/** Takes decisions. Two persons at once are both kept, and the item says that they differ. */
export function addDecisions(app: OpenAPIHono<Env>, desk: Desk): void {
  app.openapi(decide, async (context) => {
    const { id } = context.req.valid("param");
    const decision = context.req.valid("json");
    const person = context.get("person");
    const pair = await loadPair(desk, id, person);
    const about = { document: pair.document.id, item: id, by: person.name, at: desk.now().toISOString() };
    if (pair.entries.some((entry) => isSameDecision(entry, { ...decision, ...about }))) return context.json(pair, 200);
    await check(desk, pair, decision, person.name);
    const settles = (await desk.store.doubleReview()) && settlesBy(person, pair, decision);
    const seen = trulySeen(decision.seen, await desk.store.decisionsOf(id), pair.entries);
    await addToLog(desk, { ...decision, ...about, seen, settles });
    return context.json(await loadPair(desk, id, person), 200);
  });
}

/** Adds to the log. Throws a `Problem` (409) where the key stands for another decision. */
export async function addToLog({ store }: Desk, decision: DecisionOf): Promise<void> {
  if (!(await store.addDecision(decision)))
    throw new Problem(409, "This `key` stands for another decision already. Hand yours in under a new one.");
}

/** Whether this ends a difference: an adjudicator says it, having seen what everybody said. */
function settlesBy({ scopes }: Person, { review, entries }: Pair, { act, seen }: NewDecision): boolean {
  const disputed = review.conflicts.some((topic) => topic === act.do);
  return disputed && scopes.includes("adjudicate") && seen === entries.at(-1)?.id;
}

async function check(desk: Desk, pair: Pair, { version, seen, act }: NewDecision, person: string): Promise<void> {
  if (version !== pair.version)
    throw new Problem(409, "This was read anew meanwhile and looks otherwise now. Look again before you decide.");
  if (seen > 0 && !pair.entries.some((entry) => entry.id === seen))
    throw new Problem(422, "`seen` is no entry about this item.");
  if (act.do === "item") throw new Problem(422, "What the machine missed is added under /additions.");
  if (act.do === "undo") checkUndo(pair, act.entry, person);
  if (act.do === "span" && act.passage.document !== pair.document.id)
    throw new Problem(422, "An item stands in its own document.");
  const passages = act.do === "span" ? [act.passage] : act.do === "replies" ? act.replies : [];
  for (const passage of passages) await checkPassage(desk, passage);
}

function checkUndo(pair: Pair, id: number, person: string): void {
  const entry = pair.entries.find((each) => each.id === id);
  if (!entry) throw new Problem(422, "There is no such entry about this item.");
  if (entry.by !== person) throw new Problem(403, "Only who made an entry may take it back. Decide otherwise instead.");
}

async function checkPassage({ library }: Desk, { document, start, end, exact }: ChosenPassage): Promise<void> {
  const { text } = await library.record(document);
  if (text.slice(start, end) !== exact) throw new Problem(422, "The words chosen do not stand there.");
}
