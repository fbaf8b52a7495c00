import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Pair } from "../../src/server/schemas.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { createVisitor, makeDesk } from "../support/make-desk.ts";

dropDatabasesAfterwards();

it("serves the desk from the shared store as from the embedded one, to two people at once", async () => {
  const store = await openPostgresStore(await freshDatabase());
  const desk = await makeDesk(["samples/river-piers"], null, store);
  const [ada, ben] = ["Ada", "Ben"].map((name) => createVisitor(desk, name));
  const { rows } = await ada!.json("/items?pairs=true&order=doubt&most=3");
  expect(rows).toHaveLength(3);
  const pair: Pair = await ada!.json(`/items/${rows[0].id}`);
  const decide = (who: typeof ada, verdict: string) =>
    who!.send("POST", `/items/${pair.item.id}/decisions`, {
      ...{ key: randomUUID(), seen: 0, version: pair.version, act: { do: "verdict", verdict } },
    });
  const answers = await Promise.all([decide(ada, "accepted"), decide(ben, "rejected")]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  const after: Pair = await ada!.json(`/items/${pair.item.id}`);
  expect(after.review.conflicts).toEqual(["verdict"]);
  expect((await ada!.json("/items?disputed=true")).rows).toHaveLength(1);
  expect((await ada!.json("/statistics")).totals.documents).toBe(2);
  expect((await ada!.json("/search?words=piers")).rows.length).toBeGreaterThan(0);
  expect(desk.errors).toEqual([]);
  await desk.close();
});
