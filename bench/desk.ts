// How quickly the desk answers over a hundred thousand items: `node bench/desk.ts [documents]`, a hundred items each.
import { randomUUID } from "node:crypto";
import { createApp } from "../src/server/app.ts";
import { fromHere } from "../src/server/reached.ts";
import { createSessions } from "../src/server/sessions.ts";
import { UPLOAD_LIMITS } from "../src/server/upload-body.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import { makePublished, makeRead } from "../test/support/make-stored.ts";

const DOCUMENTS = Number(process.argv[2] ?? 1_000);
const ITEMS = 100;
const ROUNDS = 20;

const store = await openSqliteStore(`/tmp/answerable-bench-${randomUUID()}.db`);
for (let at = 0; at < DOCUMENTS; at++) {
  const id = at.toString(16).padStart(64, "0");
  const one = makePublished(id, `folder-${at % 50}/letter-${at}.txt`);
  const items = Array.from({ length: ITEMS }, (_, number) => ({
    row: {
      ...one.items[0]!.row,
      key: (at * ITEMS + number).toString(16).padStart(16, "0"),
      to: `Body ${(at + number) % 300}`,
    },
    status: (["replied", "unanswered", "open"] as const)[number % 3]!,
    doubt: ((at * 7 + number * 13) % 1000) / 1000,
  }));
  await store.saveInput(id, { location: one.uri, uri: one.uri, name: one.name });
  await store.saveRead(makeRead(id));
  const links = items.map(({ row }, number) => ({
    ...one.links[0]!,
    item: row.key,
    outcome: (["deferred", "answered", "unanswered"] as const)[(at + number) % 3]!,
  }));
  // every third is bound to a day, over three years
  const deadlines = items
    .filter((_, number) => number % 3 === 0)
    .map(({ row }, number) => ({ item: row.key, date: `202${3 + ((at + number) % 3)}-0${1 + (number % 9)}-15` }));
  await store.publish({ ...one, items, links, deadlines });
}

const sessions = createSessions();
const cookie = `answerable-session=${sessions.begin(sessions.invite("bench"))}`;
const threads = { run: () => Promise.reject(new Error("nothing is drawn here")), close: async () => {} };
const app = createApp({
  ...{ store, threads, sessions, accounts: null, reached: fromHere, assets: null },
  ...{ board: null, uploads: null, uploadLimits: UPLOAD_LIMITS },
  ...{ report: console.error, now: () => new Date() },
});

const PATHS = [
  "/documents",
  "/items",
  "/items?pairs=true&reviewed=false&order=doubt&most=200",
  "/items?kind=ask&status=open&body=body+17",
  "/items?words=nowhere",
  "/items?outcome=deferred&overdueOn=2025-01-01",
  "/items?overdueOn=2026-01-01&order=doubt",
  "/items?overdueOn=2023-01-16&order=newest",
  "/items?dueAfter=2025-09-01&dueBefore=2025-09-30",
  "/search?words=figures",
  "/statistics",
];
console.log(`${DOCUMENTS * ITEMS} items; milliseconds at the median and the slowest of ${ROUNDS}`);
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
  console.log(`${times[ROUNDS / 2]!.toFixed(0).padStart(6)} ${times.at(-1)!.toFixed(0).padStart(6)}  ${path}`);
}
await store.close();
