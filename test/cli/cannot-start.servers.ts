import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asked, dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";
import type { Addresses } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("cannot-start");
/** Where somebody else listens. */
let taken: Server;
let port: string;
let env: Addresses;

beforeAll(async () => {
  taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  port = String((taken.address() as { port: number }).port);
  env = { REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
});
afterAll(() => void taken.close());

async function newerStore(): Promise<string> {
  const database = await freshDatabase();
  await runCli(["store", "migrate"], folder, { DATABASE_URL: database });
  await asked(database, "insert into kysely_migration (name, timestamp) values ('0999-from-the-future', '2099-01-01')");
  return database;
}

it.each([
  ["a worker whose metrics' port is taken", () => ["worker", "--metrics", port], 2, /Port \d+ is taken\. .*--metrics/],
  [
    "a worker whose metrics' host is not here",
    () => ["worker", "--metrics", port, "--metrics-host", "203.0.113.1"],
    2,
    /203\.0\.113\.1 is no address of this machine\. .*--metrics-host/,
  ],
  ["a desk with queues whose port is taken", () => ["serve", "--port", port], 2, /Port \d+ is taken\. .*--port/],
])(
  "%s says so and ends",
  async (_, args, code, reason) => {
    expect(await runCli(args(), folder, env)).toMatchObject({
      code,
      errors: expect.stringMatching(reason),
    });
  },
  60_000,
);

it("a worker ends where the store is of a newer version, and so does who adds to a queue", async () => {
  const newer = { ...env, DATABASE_URL: await newerStore() };
  for (const args of [["worker"], ["ingest", join(folder, "nothing"), "--queue"]])
    expect(await runCli(args, folder, newer)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("newer version"),
    });
}, 60_000);

it("workers that make the tables of an empty store side by side all start", async () => {
  const empty = { ...env, DATABASE_URL: await freshDatabase() };
  const all = await Promise.all(Array.from({ length: 6 }, () => runCli(["list"], folder, empty)));
  for (const run of all) expect(run, run.errors).toMatchObject({ code: 0 });
}, 60_000);
