import { Redis } from "ioredis";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";
import { type Server, startRedis } from "../support/servers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("doctor");

let server: Server;
let redis: Redis;
let database: string;
beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
  database = await freshDatabase();
});
afterAll(async () => {
  redis.disconnect();
  await server.end();
});

const cli = (args: string[], env = {}) =>
  runCli(args, folder, { REDIS_URL: server.url, DATABASE_URL: database, ...env });

it("finds a Redis and a PostgreSQL that are as they should be well, and names their versions", async () => {
  await redis.config("SET", "maxmemory-policy", "noeviction");
  const { out, code } = await cli(["doctor"]);
  expect(out).toMatch(/✓ (Redis|Valkey) \d+\.\d+/);
  expect(out).toMatch(/✓ eviction policy noeviction\n✓ append-only file on/);
  expect(out).toMatch(/✓ PostgreSQL \d+\.\d+/);
  expect(out).toMatch(/✓ \w+ may make tables in public\n✓ encoding UTF8/);
  expect(code).toBe(0);
});

it.each(["allkeys-lru", "allkeys-lfu", "allkeys-random"])("refuses %s, and says how to mend it", async (policy) => {
  await redis.config("SET", "maxmemory-policy", policy);
  const { out, code } = await cli(["doctor"]);
  expect(out).toContain(`✗ eviction policy ${policy}`);
  expect(out.replace(/\s+/g, " ")).toContain("redis-cli config set maxmemory-policy noeviction");
  expect(code).toBe(1);
  const worker = await cli(["worker"]);
  expect(worker.errors).toContain("redis-cli config set maxmemory-policy noeviction");
  expect(worker.code).not.toBe(0);
});

it("lets volatile-lru be, and says what it may cost", async () => {
  await redis.config("SET", "maxmemory-policy", "volatile-lru");
  const { out, code } = await cli(["doctor"]);
  expect(out).toMatch(/✓ eviction policy volatile-lru\n {4}\S/);
  expect(code).toBe(0);
});

it("says what a Redis without its append-only file forgets", async () => {
  await redis.config("SET", "maxmemory-policy", "noeviction");
  await redis.config("SET", "appendonly", "no");
  const { out, code } = await cli(["doctor"]);
  await redis.config("SET", "appendonly", "yes");
  expect(out.replace(/\s+/g, " ")).toContain("append-only file off A restart of Redis forgets batches under way");
  expect(code).toBe(0);
});

it("finds a user without the right to make tables, and says how the owner gives it", async () => {
  const owner = new Client(database);
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>("select 'guest_' || substr(current_database(), 6) as name");
  const guest = rows[0]!.name;
  await owner.query(`create role ${guest} login password 'guest'; revoke create on schema public from public`);
  const address = new URL(database);
  address.username = guest;
  address.password = "guest";
  const { out, code } = await cli(["doctor"], { DATABASE_URL: address.href });
  await owner.query(`drop role ${guest}`);
  await owner.end();
  expect(out).toContain(`✗ ${guest} may not make tables in public`);
  expect(out.replace(/\s+/g, " ")).toContain(`grant create on schema public to ${guest};`);
  expect(code).toBe(1);
});

it("says that nobody answers, and what to set", async () => {
  const nowhere = { REDIS_URL: "redis://127.0.0.1:1", DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
  const { out, code } = await cli(["doctor"], nowhere);
  expect(out).toContain("✗ Redis at redis://127.0.0.1:1 does not answer");
  expect(out.replace(/\s+/g, " ")).toContain("or set REDIS_URL.");
  expect(out).toContain("✗ PostgreSQL at 127.0.0.1:1/none does not answer");
  expect(code).toBe(1);
});
