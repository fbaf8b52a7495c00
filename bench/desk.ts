// How quickly the desk answers over a hundred thousand items: `node bench/desk.ts [documents] [--postgres]`, a hundred items each.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { createApp } from "../src/server/app.ts";
import { fromHere } from "../src/server/reached.ts";
import { createSessions } from "../src/server/sessions.ts";
import { UPLOAD_LIMITS } from "../src/server/upload-body.ts";
import { packDocument } from "../src/store/packed.ts";
import { openPostgresStore } from "../src/store/postgres.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store } from "../src/store/store.ts";
import { makeDecision, makePublished, makeRead } from "../test/support/make-stored.ts";
import { startPostgres } from "../test/support/servers.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { postgres: { type: "boolean" } } });
const DOCUMENTS = Number(positionals[0] ?? 1_000);
const ITEMS = 100;
const DECIDED = 2_000;
const ROUNDS = 100;

const WORDS =
  "please publish confirm provide review stations officers lifts homes piers buses figures borough cost plan year".split(
    " ",
  );
const OUTCOMES = ["deferred", "answered", "unanswered"] as const;
const STATUSES = ["replied", "unanswered", "open"] as const;

/** A day of the years 2019 to 2025. */
const dayOf = (number: number): string => new Date(Date.UTC(2019, 0, 1 + (number % 2_500))).toISOString().slice(0, 10);
const keyOf = (document: number, item: number): string => (document * ITEMS + item).toString(16).padStart(16, "0");
/** Thirty words that no other item has in this order. */
const textOf = (number: number): string =>
  Array.from({ length: 30 }, (_, at) => WORDS[(number * 7 + at * (1 + (number % 5))) % WORDS.length]).join(" ");

function documentOf(at: number) {
  const id = at.toString(16).padStart(64, "0");
  const one = makePublished(id, `folder-${at % 50}/letter-${at}.txt`);
  const items = Array.from({ length: ITEMS }, (_, number) => ({
    row: {
      ...one.items[0]!.row,
      ...{ key: keyOf(at, number), text: textOf(at * ITEMS + number), part_date: dayOf(at * 3) },
      ...{ by: `Member ${at % 40}`, to: `Body ${(at + number) % 300}` },
    },
    ...{ byBody: `Member ${at % 40}`, toBody: `Body ${(at + number) % 300}` },
    status: STATUSES[number % 3]!,
    doubt: ((at * 7 + number * 13) % 1000) / 1000,
  }));
  const links = items.map(({ row }, number) => ({
    ...one.links[0]!,
    ...{ item: row.key, outcome: OUTCOMES[(at + number) % 3]!, days: (at * 5 + number) % 200, late: number % 4 === 0 },
  }));
  // every third is bound to a day
  const deadlines = items
    .filter((_, number) => number % 3 === 0)
    .map(({ row }, number) => ({ item: row.key, date: dayOf(at * 3 + number * 11) }));
  return { one, published: { ...one, items, links, deadlines } };
}

async function fill(store: Store): Promise<void> {
  for (let at = 0; at < DOCUMENTS; at++) {
    const { one, published } = documentOf(at);
    await store.saveInput(one.id, { location: one.uri, uri: one.uri, name: one.name });
    await store.saveRead(makeRead(one.id));
    await store.publish(packDocument(published));
  }
  for (let at = 0; at < DECIDED; at++) {
    const { id } = documentOf(at % DOCUMENTS).one;
    const act =
      at % 10 === 0
        ? ({ do: "kind", kind: "recommendation" } as const)
        : ({ do: "verdict", verdict: "accepted" } as const);
    await store.addDecision({ ...makeDecision(id, act), by: "bench", item: keyOf(at % DOCUMENTS, at % ITEMS) });
  }
}

async function analyse(address: string): Promise<void> {
  const client = new Client(address);
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}

const PATHS = [
  "/documents",
  "/items",
  "/items?pairs=true&reviewed=false&order=doubt&most=200",
  "/items?pairs=true&reviewed=false&order=newest",
  "/items?order=newest&mine=true",
  "/items?kind=ask&status=open&body=body+17",
  "/items?by=Member+17&to=Body+57",
  "/items?words=figures+borough",
  "/items?words=nowhere",
  "/items?corrected=true",
  "/items?outcome=deferred&overdueOn=2025-01-01",
  "/items?overdueOn=2026-01-01&order=doubt",
  "/items?overdueOn=2019-03-16&order=newest",
  "/items?dueAfter=2025-09-01&dueBefore=2025-09-30",
  "/items?datedAfter=2022-03-01&datedBefore=2022-04-01",
  "/items?daysFrom=14&daysTo=20&late=true",
  "/items?mq=2024/0017&order=newest",
  "/citations?value=2024/0017",
  "/search?words=figures",
  "/statistics",
  "/statistics/tracing",
];

const server = values.postgres && !process.env.DATABASE_URL ? await startPostgres() : null;
const address = process.env.DATABASE_URL ?? server?.url;
const store = values.postgres
  ? await openPostgresStore(address!)
  : await openSqliteStore(`/tmp/answerable-bench-${randomUUID()}.db`);
await fill(store);
// as PostgreSQL does by itself some time after much was written
if (values.postgres) await analyse(address!);
const sessions = createSessions();
const cookie = `answerable-session=${sessions.begin(sessions.invite("bench"))}`;
const threads = { run: () => Promise.reject(new Error("nothing is drawn here")), close: async () => {} };
const app = createApp({
  ...{ store, threads, sessions, accounts: null, reached: fromHere, assets: null },
  ...{ board: null, uploads: null, uploadLimits: UPLOAD_LIMITS },
  ...{ report: console.error, now: () => new Date() },
});
const shown = (times: readonly number[], share: number): string =>
  times[Math.floor((times.length - 1) * share)]!.toFixed(0).padStart(6);

console.log(`${DOCUMENTS * ITEMS} items; milliseconds at the median and the 99th percentile of ${ROUNDS}`);
for (const path of PATHS) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const answer = await app.request(`/api/v1${path}`, { headers: { host: "localhost", cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  console.log(`${shown(times, 0.5)} ${shown(times, 0.99)}  ${path}`);
}
await store.close();
await server?.end();
