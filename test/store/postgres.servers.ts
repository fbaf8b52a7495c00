import { Client } from "pg";
import { expect, it } from "vitest";
import { packDocument } from "../../src/store/packed.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";
import { StoreRefusal } from "../../src/store/store.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { makeInput, makePublished, makeRead } from "../support/make-stored.ts";
import { describeAccountStore } from "./account-conformance.ts";
import { describeStore } from "./conformance.ts";

dropDatabasesAfterwards();

const open = async () => openPostgresStore(await freshDatabase());
describeStore("PostgreSQL", open);
describeAccountStore("PostgreSQL", open);

const ID = "c".repeat(64);

it("may be opened by many at once, the first of whom makes the tables", async () => {
  const address = await freshDatabase();
  const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore(address)));
  await stores[0]!.saveInput(ID, makeInput("letter.txt"));
  expect((await stores[3]!.state(ID))?.inputs).toHaveLength(1);
  await Promise.all(stores.map((store) => store.close()));
});

it("refuses a store that a newer version made, and says what to do", async () => {
  const address = await freshDatabase();
  await (await openPostgresStore(address)).close();
  const client = new Client(address);
  await client.connect();
  await client.query("insert into kysely_migration (name, timestamp) values ('0999-from-the-future', '2099-01-01')");
  await client.end();
  await expect(openPostgresStore(address)).rejects.toThrow(StoreRefusal);
});

it("publishes the same document from many sides at once, once", async () => {
  const address = await freshDatabase();
  const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore(address)));
  await stores[0]!.saveInput(ID, makeInput("letter.txt"));
  await Promise.all(stores.map((store) => store.saveRead(makeRead(ID))));
  await Promise.all(stores.map((store) => store.publish(packDocument(makePublished(ID)))));
  expect(await Array.fromAsync(stores[1]!.items({}))).toHaveLength(1);
  expect(await stores[1]!.search("figures", 10)).toHaveLength(1);
  await Promise.all(stores.map((store) => store.close()));
});

it("goes on when its connections are cut", async () => {
  const address = await freshDatabase();
  const store = await openPostgresStore(address);
  await store.saveInput(ID, makeInput("letter.txt"));
  const client = new Client(address);
  await client.connect();
  const cut = () =>
    client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
  const asked = Array.from({ length: 200 }, (_, at) => store.saveInput(ID, makeInput(`${at}.txt`)));
  await cut();
  await Promise.all(asked);
  await cut();
  expect((await store.state(ID))?.inputs).toHaveLength(201);
  await client.end();
  await store.close();
});
