import { randomBytes } from "node:crypto";
import { Redis } from "ioredis";
import { Client } from "pg";
import { afterAll, inject } from "vitest";

/** The address of a new, empty database on the tests' PostgreSQL; dropped when the tests of the file are done. */
export async function freshDatabase(): Promise<string> {
  const address = await emptyDatabase(inject("postgres"));
  made.push(new URL(address).pathname.slice(1));
  return address;
}

/** The address of a new, empty database beside one on the same server. */
export async function emptyDatabase(beside: string): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name} template template0`, beside);
  const url = new URL(beside);
  url.pathname = `/${name}`;
  return url.href;
}

const made: string[] = [];

/** Drops what `freshDatabase` made in this file. */
export function dropDatabasesAfterwards(): void {
  afterAll(async () => {
    for (const name of made.splice(0)) await administer(`drop database if exists ${name} with (force)`);
  });
}

async function administer(statement: string, address = inject("postgres")): Promise<void> {
  const client = new Client(address);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** The address of an empty database on the tests' Redis, which no other test has. */
export async function freshRedis(): Promise<string> {
  const url = new URL(inject("redis"));
  const redis = new Redis(inject("redis"));
  const databases = Number(((await redis.config("GET", "databases")) as string[])[1]);
  for (;;) {
    const number = 1 + ((await redis.incr("answerable-tests")) % (databases - 1));
    await redis.select(number);
    const empty = (await redis.dbsize()) === 0;
    await redis.select(0);
    url.pathname = `/${number}`;
    if (empty) break;
  }
  redis.disconnect();
  return url.href;
}

/** Asks a database itself, past the program: its rows. */
export async function asked(database: string, question: string): Promise<unknown[]> {
  const client = new Client(database);
  await client.connect();
  const { rows } = await client.query({ text: question, rowMode: "array" });
  await client.end();
  return rows;
}
