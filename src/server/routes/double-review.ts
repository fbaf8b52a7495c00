import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { agreementOn, blindVerdicts } from "../../records/agreement.ts";
import { ItemKind } from "../../records/item.ts";
import type { Store } from "../../store/store.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { gives, takes } from "./respond.ts";

const Settings = z.object({
  doubleReview: z.boolean().describe("others' decisions on an item are hidden until one has judged it oneself"),
});

const Agreed = z.object({
  items: z.int().describe("that at least two judged without having seen one another"),
  agreed: z.int(),
  alpha: z.number().nullable().describe("Krippendorff's, nominal"),
  pairs: z.array(
    z.object({
      persons: z.tuple([z.string(), z.string()]),
      items: z.int(),
      agreed: z.int(),
      kappa: z.number().nullable().describe("Cohen's"),
    }),
  ),
});

const settings = createRoute({
  method: "get",
  path: "/settings",
  summary: "How this desk works",
  responses: gives(Settings, "The settings."),
});

const change = createRoute({
  method: "put",
  path: "/settings",
  summary: "Change how this desk works, for everybody, from now on",
  request: takes(Settings),
  responses: gives(Settings, "The settings as they now are."),
});

const agreement = createRoute({
  method: "get",
  path: "/agreement",
  summary: "How well those agree who judged the same items without having seen one another, by kind",
  responses: gives(
    z.object({ all: Agreed, kinds: z.array(Agreed.extend({ kind: ItemKind })) }),
    "The agreement on verdicts.",
  ),
});

/** Two persons on each item: whether they are asked to be, and how well they agree. */
export function addDoubleReview(app: OpenAPIHono<Env>, { store }: Desk): void {
  app.openapi(settings, async (context) => context.json({ doubleReview: await store.doubleReview() }, 200));
  app.openapi(change, async (context) => {
    await store.saveDoubleReview(context.req.valid("json").doubleReview);
    return context.json({ doubleReview: await store.doubleReview() }, 200);
  });
  app.openapi(agreement, async (context) => {
    const judged = await judgedItems(store);
    const kinds = ItemKind.options.map((kind) => ({
      ...agreementOn(judged.filter((item) => item.kind === kind).map(({ verdicts }) => verdicts)),
      kind,
    }));
    return context.json({ all: agreementOn(judged.map(({ verdicts }) => verdicts)), kinds }, 200);
  });
}

async function judgedItems(store: Store) {
  const log = Map.groupBy(await Array.fromAsync(store.decisions()), ({ item }) => item);
  const kinds = new Map((await store.decidedItems()).map(({ item, kind }) => [item, kind]));
  return [...log].map(([item, entries]) => {
    const added = entries.find(({ act }) => act.do === "item")?.act;
    return { kind: kinds.get(item) ?? (added?.do === "item" ? added.kind : null), verdicts: blindVerdicts(entries) };
  });
}
