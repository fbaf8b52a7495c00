import { join } from "node:path";
import { expect, it } from "vitest";
import { reviewOf } from "../../src/records/review.ts";
import { checkStore, copyStore } from "../../src/store/copy.ts";
import { packDocument } from "../../src/store/packed.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { makeDecision, makeInput, makePublished, makeRead } from "../support/make-stored.ts";
import { promisedFiles, runCli, temporaryFolder } from "../support/run-cli.ts";
import { writeLetters } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("copy");
writeLetters(join(folder, "in"), 3);

it("a laptop's store goes to the shared one and back, and nothing is lost", async () => {
  const address = await freshDatabase();
  await runCli(["ingest", "in", "--store", "laptop.db", "--out", "before"], folder);
  expect((await runCli(["store", "copy", "--from", "laptop.db", "--to", address], folder)).out).toContain(
    "7 documents copied",
  );
  expect((await runCli(["store", "copy", "--from", address, "--to", "back.db"], folder)).code).toBe(0);
  const [laptop, shared, back] = [
    await openSqliteStore(join(folder, "laptop.db")),
    await openPostgresStore(address),
    await openSqliteStore(join(folder, "back.db")),
  ];
  for (const store of [shared, back]) {
    expect(await store.fingerprint()).toEqual(await laptop.fingerprint());
    expect(await checkStore(store)).toEqual({ documents: 7, faults: [] });
    expect(await Array.fromAsync(store.items({}))).toEqual(await Array.fromAsync(laptop.items({})));
    expect(await store.search("survey", 50)).toHaveLength((await laptop.search("survey", 50)).length);
    expect(await store.linkedAt()).toBe(await laptop.linkedAt());
  }
  expect(await copyStore(laptop, shared)).toBe(7);
  expect(await shared.fingerprint()).toEqual(await laptop.fingerprint());
  await Promise.all([laptop, shared, back].map((store) => store.close()));
  const again = await runCli(["ingest", "in", "--store", address, "--out", "after"], folder);
  expect(again.out).toContain("0 read, 6 unchanged");
  expect(promisedFiles(join(folder, "after"))).toEqual(promisedFiles(join(folder, "before")));
});

it("takes the log of decisions along, with what its entries say of one another, and accounts", async () => {
  const [from, to] = [await openSqliteStore(":memory:"), await openPostgresStore(await freshDatabase())];
  const document = "a".repeat(64);
  for (const store of [from, to]) {
    await store.saveInput(document, makeInput("letter.txt"));
    await store.saveRead(makeRead(document));
    await store.publish(packDocument(makePublished(document)));
  }
  // the other store has numbers of its own
  await to.addDecision({
    ...makeDecision("b".repeat(64), { do: "comment", words: "Here before." }),
    item: "elsewhere",
  });
  const item = document.slice(0, 16);
  await from.addDecision(makeDecision(document, { do: "verdict", verdict: "accepted" }));
  await from.addDecision({ ...makeDecision(document, { do: "verdict", verdict: "rejected" }), by: "Ben" });
  await from.addDecision({ ...makeDecision(document, { do: "undo", entry: 1 }), seen: 2 });
  await from.accounts.add({
    ...{ name: "Ada", role: "reviewer", password: "hash", disabled: false },
    createdAt: "2024-06-01T10:00:00.000Z",
  });
  for (let time = 0; time < 2; time++) await copyStore(from, to);
  const [log, copied] = [await from.decisionsOf(item), await to.decisionsOf(item)];
  expect(copied.map(({ key, by, at }) => [key, by, at])).toEqual(log.map(({ key, by, at }) => [key, by, at]));
  expect(copied[2]).toMatchObject({ act: { do: "undo", entry: copied[0]!.id }, seen: copied[1]!.id });
  const { comments: _, ...review } = reviewOf(copied);
  expect(reviewOf(log)).toMatchObject(review);
  expect(await to.accounts.all()).toEqual(await from.accounts.all());
  expect(await to.statistics()).toEqual(await from.statistics());
  await Promise.all([from, to].map((store) => store.close()));
});

it("tells what is damaged", async () => {
  const address = await freshDatabase();
  await runCli(["ingest", "in", "--store", address], folder);
  const store = await openPostgresStore(address);
  const [first = ""] = await Array.fromAsync(store.ids());
  const rows = await store.rows(first);
  await store.saveRows(first, {
    ...rows,
    stage_results: rows.stage_results!.map((row) => ({ ...row, result: Buffer.from("x") })),
  });
  await store.close();
  const { code, out } = await runCli(["store", "check", "--store", address], folder);
  expect(code).toBe(1);
  expect(out).toContain(`${first}: the result of "parse" is damaged`);
});
