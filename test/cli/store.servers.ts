import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asked, dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { noise } from "../support/noise.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";
import { writeLetters } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("store");
writeLetters(join(folder, "letters"), 2);

const migrate = (database: string) => runCli(["store", "migrate"], folder, { DATABASE_URL: database });

const columns = (database: string) =>
  asked(
    database,
    "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2",
  );

it("store migrate makes the tables of an empty PostgreSQL, whoever else does so too, and then does nothing", async () => {
  const database = await freshDatabase();
  for (const run of await Promise.all([migrate(database), migrate(database)]))
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining("The store is up to date: 0 documents.") });
  const made = await columns(database);
  expect(made).toContainEqual(["documents", "record", "bytea"]);
  expect(await migrate(database)).toMatchObject({ code: 0 });
  expect(await columns(database)).toEqual(made);
});

it("store migrate brings the tables of an older PostgreSQL store up to date and keeps what is in them", async () => {
  const database = await freshDatabase();
  await runCli(["ingest", "letters"], folder, { DATABASE_URL: database });
  const now = await columns(database);
  const items = await asked(database, "select document, key, text from items order by 1, 2");
  await asked(database, "alter table inputs drop column look");
  await asked(database, "drop table attempts");
  await asked(database, "delete from kysely_migration where name > '0010-bodies'");
  expect(await migrate(database)).toMatchObject({ code: 0, out: expect.stringContaining("4 documents") });
  expect(await columns(database)).toEqual(now);
  expect(items.length).toBeGreaterThan(0);
  expect(await asked(database, "select document, key, text from items order by 1, 2")).toEqual(items);
  expect((await runCli(["ingest", "letters"], folder, { DATABASE_URL: database })).out).toContain("4 unchanged");
});

it("store migrate leaves the store of a newer version alone, and says what to do", async () => {
  const database = await freshDatabase();
  await migrate(database);
  await asked(database, "insert into kysely_migration (name, timestamp) values ('0999-from-the-future', '2099-01-01')");
  const before = await columns(database);
  expect(await migrate(database)).toMatchObject({ code: 1, errors: expect.stringContaining("Update answerable") });
  expect(await columns(database)).toEqual(before);
});

it("a paragraph of a million and a half letters is kept in PostgreSQL, and found by its last word", async () => {
  const env = { DATABASE_URL: await freshDatabase() };
  writeFileSync(join(folder, "long.txt"), `${noise(1, 200_000)} penultimately`);
  expect(await runCli(["ingest", "long.txt"], folder, env)).toMatchObject({ code: 0 });
  expect((await runCli(["search", "penultimately"], folder, env)).out).toContain("long.txt");
});
