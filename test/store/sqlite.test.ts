import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, it } from "vitest";
import { packDocument } from "../../src/store/packed.ts";
import { openSqliteStore, originalsFolder } from "../../src/store/sqlite.ts";
import { StoreRefusal } from "../../src/store/store.ts";
import { makeDecision, makeInput, makePublished, makeRead } from "../support/make-stored.ts";
import { describeAccountStore } from "./account-conformance.ts";
import { describeStore } from "./conformance.ts";

const folder = mkdtempSync(join(tmpdir(), "answerable-store-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const freshPath = () => join(folder, `${count++}.db`);

describeStore("SQLite in a file", () => openSqliteStore(freshPath()));
describeStore("SQLite in memory", () => openSqliteStore(":memory:"));
describeAccountStore("SQLite", () => openSqliteStore(":memory:"));

const ID = "c".repeat(64);

it("keeps everything over a restart", async () => {
  const path = freshPath();
  const before = await openSqliteStore(path);
  await before.saveInput(ID, makeInput("letter.txt"));
  await before.saveRead(makeRead(ID));
  await before.publish(packDocument(makePublished(ID)));
  await before.close();
  const after = await openSqliteStore(path);
  expect(await Array.fromAsync(after.documents())).toMatchObject([{ id: ID }]);
  await after.close();
});

it("refuses a store that a newer version made, and says what to do", async () => {
  const path = freshPath();
  await (await openSqliteStore(path)).close();
  const db = new DatabaseSync(path);
  db.exec("insert into kysely_migration (name, timestamp) values ('0999-from-the-future', '2099-01-01')");
  db.close();
  await expect(openSqliteStore(path)).rejects.toThrow(StoreRefusal);
  await expect(openSqliteStore(path)).rejects.toThrow(/newer version .*--store/);
});

it("refuses a file that is no store", async () => {
  const path = freshPath();
  writeFileSync(path, "This is a letter, not a database. ".repeat(50));
  await expect(openSqliteStore(path)).rejects.toThrow(StoreRefusal);
});

it("leaves no half-written original behind", async () => {
  const path = freshPath();
  const store = await openSqliteStore(path);
  await Promise.all([1, 2, 3].map(() => store.originals.put(ID, new Uint8Array(1000))));
  expect(readdirSync(join(originalsFolder(path), "cc"))).toEqual([ID]);
  await store.close();
});

it("leaves nothing of a document's words in the file when it is taken down", async () => {
  const path = freshPath();
  const store = await openSqliteStore(path);
  await store.saveInput(ID, makeInput("letter.txt"));
  await store.saveRead(makeRead(ID));
  const published = makePublished(ID);
  await store.publish(packDocument({ ...published, passages: [{ start: 0, page: null, words: "Zanzibarwhistle" }] }));
  await store.remove({ document: ID, name: "letter.txt", why: "asked to", removedAt: "2024-01-01T00:00:00.000Z" });
  await store.close();
  expect(readFileSync(path).toString("latin1").toLowerCase().includes("zanzibarwhistl")).toBe(false);
});

it("brings a store of before double review and kept counts up to date, with all that it holds", async () => {
  const path = freshPath();
  const before = await openSqliteStore(path);
  await before.saveInput(ID, makeInput("letter.txt"));
  await before.saveRead(makeRead(ID));
  await before.publish(packDocument(makePublished(ID)));
  await before.addDecision(makeDecision(ID, { do: "verdict", verdict: "accepted" }));
  await before.addDecision(makeDecision(ID, { do: "kind", kind: "recommendation" }));
  const told = async (store: typeof before) => [
    await store.statistics(),
    await store.itemPage({ overdueOn: "2024-05-02" }, "document", null, 10),
    await store.itemPage({ blind: "Ada", reviewed: true }, "document", null, 10),
    await store.itemPage({ kind: "recommendation" }, "newest", null, 10),
    await Array.fromAsync(store.decisions()),
  ];
  const expected = await told(before);
  await before.close();
  const database = new DatabaseSync(path);
  database.exec(`drop table tallies; drop table verdicts; drop table attempts; drop index items_due; drop index item_deadlines_date;
    drop table citations; drop index item_links_replying; drop index item_links_days;
    alter table item_links drop column days; alter table item_links drop column late; alter table inputs drop column look;
    drop index items_newest; drop index reviews_document; alter table items drop column added;
    alter table items drop column by_body; alter table items drop column to_body;
    alter table reviews drop column machine; alter table reviews drop column corrected; alter table reviews drop column persons;
    update items set kind = 'ask', form = 'request';
    alter table items drop column unsettled_due; alter table decisions drop column settles;
    delete from kysely_migration where name > '0005'`);
  database.close();
  const after = await openSqliteStore(path);
  expect(await told(after)).toEqual(expected);
  expect(expected.slice(1).map((rows) => (rows as unknown[]).length)).toEqual([1, 1, 1, 2]);
  await after.close();
});
