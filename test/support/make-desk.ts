import { resolve } from "node:path";
import { loadSettings } from "../../src/cli/settings.ts";
import { loadRules, withRunner } from "../../src/cli/workshop.ts";
import { ingest } from "../../src/pipeline/ingest.ts";
import { findInputs } from "../../src/pipeline/input/find.ts";
import { setupFor, setupFromStore } from "../../src/pipeline/thread-setup.ts";
import { createInProcessRunner } from "../../src/queue/in-process.ts";
import { createThreads } from "../../src/queue/threads.ts";
import { createAccounts } from "../../src/server/accounts.ts";
import { createApp } from "../../src/server/app.ts";
import { fromHere } from "../../src/server/reached.ts";
import { createSessions } from "../../src/server/sessions.ts";
import { UPLOAD_LIMITS } from "../../src/server/upload-body.ts";
import { createUploads } from "../../src/server/uploads.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";

/** Reads folders into a store. */
export async function ingestInto(store: Store, given: readonly string[]): Promise<void> {
  const settings = loadSettings({ workers: 2 }, "/");
  const { limits } = settings;
  const events = { input: () => {}, linking: () => {}, linked: () => {} };
  const options = { bytes: limits.bytes, ignore: ["*.json", "about.md"], own: [], unpack: true };
  await withRunner(store, settings, ({ runner, pipelines }) =>
    ingest({
      ...{ store, runner, pipelines, limits, events, force: false },
      inputs: findInputs([...given], options),
      roots: given.map((path) => resolve(path)),
    }),
  );
}

/**
 * A review desk over a store (of its own in memory, where none is given), with these folders read; no port is opened.
 * With `people` one comes in by a password, else by a start-up link.
 */
export async function makeDesk(
  given: readonly string[],
  assets: string | null = null,
  kept?: Store,
  people = false,
  board: Board = null,
) {
  const store = kept ?? (await openSqliteStore(":memory:"));
  await ingestInto(store, given);
  const sessions = createSessions();
  const accounts = people ? createAccounts(store.accounts) : null;
  const errors: Error[] = [];
  const threads = drawingThreads();
  const { close: closeReading, reading } = await createReading(store);
  const now = () => new Date("2026-06-01T10:00:00Z");
  const report = (error: Error) => void errors.push(error);
  const uploads = createUploads(reading, now, report);
  const app = createApp({
    ...{ store, sessions, accounts, threads, assets, uploads, board, reached: fromHere, report, now },
    // a browser on a busy machine is slow by itself
    uploadLimits: { bytes: 3_000_000, files: 20, seconds: assets ? UPLOAD_LIMITS.seconds : 1, rate: 10_000 },
  });
  const close = async () => {
    await closeReading();
    await threads.close();
    await store.close();
  };
  return { app, store, sessions, accounts, uploads, errors, close };
}

/** What reads uploads, as `serve` has it; its threads start with the first one. */
async function createReading(store: Store) {
  const settings = loadSettings({ workers: 2 }, "/");
  const { limits, workers } = settings;
  const pipelines = await loadRules(store, settings);
  const threads = createThreads(workers, () => setupFromStore(store, pipelines, limits), limits);
  const runner = createInProcessRunner({ store, threads, width: workers, pipelines });
  return { reading: { store, runner, pipelines, limits }, close: threads.close };
}

function drawingThreads() {
  const { limits } = loadSettings({}, "/");
  return createThreads(1, () => setupFor([], limits), limits);
}

type Board = Parameters<typeof createApp>[0]["board"];
type App = Awaited<ReturnType<typeof makeDesk>>["app"];

/** Asks as one who is signed in; what is sent is JSON from our own page. */
export function createVisitor(desk: { app: App; sessions: ReturnType<typeof createSessions> }, name: string) {
  const token = desk.sessions.begin(desk.sessions.invite(name))!;
  const cookie = `answerable-session=${token}`;
  const base = { host: "localhost", cookie };
  const ask = (path: string, headers: Record<string, string> = {}) =>
    desk.app.request(`/api/v1${path}`, { headers: { ...base, ...headers } });
  const send = (method: "POST" | "DELETE", path: string, body?: unknown, headers: Record<string, string> = {}) =>
    desk.app.request(`/api/v1${path}`, {
      method,
      headers: { ...base, origin: "http://localhost", "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they come
  const json = async (path: string): Promise<any> => (await ask(path)).json();
  return { ask, send, json, cookie };
}
