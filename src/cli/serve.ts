import { userInfo } from "node:os";
import type { Command } from "commander";
import type { Runner } from "../pipeline/runner.ts";
import { setupFor } from "../pipeline/thread-setup.ts";
import type { Queues } from "../queue/bullmq.ts";
import { createThreads } from "../queue/threads.ts";
import { type Accounts, createAccounts } from "../server/accounts.ts";
import { createApp } from "../server/app.ts";
import { BOARD } from "../server/guard.ts";
import { type Listening, listen } from "../server/listen.ts";
import { fromElsewhere, fromHere, isLoopback, type Reached } from "../server/reached.ts";
import { createSessions, type Sessions } from "../server/sessions.ts";
import { UPLOAD_LIMITS } from "../server/upload-body.ts";
import { createUploads } from "../server/uploads.ts";
import type { Store } from "../store/store.ts";
import { UsageError } from "./exit.ts";
import { listenForInterruption } from "./interruption.ts";
import { listening } from "./listening.ts";
import { collect, toAddress, toNumber } from "./options.ts";
import { loadSettings, type Settings } from "./settings.ts";
import { style } from "./style.ts";
import { webApp } from "./web-app.ts";
import { withOpen } from "./with-open.ts";
import { isShared, withStore } from "./with-store.ts";
import { type Workshop, withRunner } from "./workshop.ts";

type Flags = { port: number; host: string; redis?: string; address?: URL; name?: string[]; store?: string };

const EXAMPLES = `
Examples:
  answerable serve --name "Ada Thornbury"
  answerable user add ada --role admin && answerable serve --host 0.0.0.0 --address https://desk.example.org
`;

/** `answerable serve` */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("open the review desk in a browser: read, decide and correct")
    .option("--port <n>", "the port", toNumber, 4173)
    .option("--host <host>", "where to listen; for others than this machine there must be accounts", "127.0.0.1")
    .option("--address <url>", "what browsers call it, where another server stands before it", toAddress)
    .option("--redis <url>", "where the queues are, whose dashboard admins find under /queues (default: REDIS_URL)")
    .option("--name <name>", "who decides (default: your user name; given again, a link for each)", collect)
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", EXAMPLES)
    .action(async (flags: Flags) => {
      const settings = loadSettings({ store: flags.store });
      await withStore(settings.store, async (store) => {
        const accounts = await accountsFor(store, flags);
        await withRunner(store, settings, (workshop) => serve(workshop, settings, accounts, flags));
      });
    });
}

async function serve(workshop: Workshop, settings: Settings, accounts: Accounts | null, flags: Flags): Promise<void> {
  const { store, pipelines } = workshop;
  const { limits } = settings;
  const now = () => new Date();
  const report = console.error;
  const sessions = createSessions();
  const stop = listenForInterruption();
  await withOpen(async (keep) => {
    const queues = await queuesOf(flags);
    if (queues) keep(queues);
    const reading = { store, pipelines, limits, runner: await readerOf(workshop, settings, queues) };
    const uploads = createUploads({ ...reading, signal: stop.signal }, now, report);
    // of their own, so that nobody waits for a page while an upload is read
    const threads = keep(createThreads(1, () => setupFor([], limits), limits));
    const board = queues && (await import("../queue/board.ts")).createBoard(queues, BOARD);
    const app = createApp({
      ...{ store, threads, sessions, accounts, uploads, board, report, now },
      ...{ uploadLimits: UPLOAD_LIMITS, reached: reachedBy(flags), assets: await webApp() },
    });
    const server = keep(await listening(listen(app, flags.port, flags.host), { port: "--port", host: "--host" }));
    for (const line of accounts ? signInLines(flags, server) : linkLines(flags, server, sessions)) console.log(line);
    await uploads.resume();
    await aborted(stop.signal);
    stop.end();
  });
}

/** Who reads uploads: workers, where there are queues and a store that they reach too; else the threads of this process. */
async function readerOf(
  { store, runner, pipelines }: Workshop,
  settings: Settings,
  queues: Queues | null,
): Promise<Runner> {
  if (!queues || !isShared(settings.store)) return runner;
  const { createRunnerByWorkers } = await import("../queue/by-workers.ts");
  const { limits } = settings;
  const versions = pipelines.map(({ version }) => version);
  // a single upload goes before all batches
  const rules = { given: ["uploads"], roots: [], pipelines: versions, limits, force: false, priority: 1 };
  return createRunnerByWorkers({ store, queues, rules, here: runner });
}

/** The queues, where there are any and they can be reached: the desk does not wait for them. */
async function queuesOf({ redis = process.env.REDIS_URL }: Flags): Promise<Queues | null> {
  if (!redis) return null;
  const { openQueues, QueueRefusal } = await import("../queue/bullmq.ts");
  try {
    return await openQueues(redis);
  } catch (error) {
    if (!(error instanceof QueueRefusal)) throw error;
    console.error(`${style.bad("The dashboard of the queues is left out:")} ${error.message}`);
    return null;
  }
}

const reachedBy = ({ host, address }: Flags): Reached =>
  isLoopback(host) && !address ? fromHere : fromElsewhere(host, address ?? null);

/** The accounts of the store, where it has some; null where the one at this machine needs none. Throws `UsageError` where others could come in. */
async function accountsFor(store: Store, { host, address, name }: Flags) {
  const accounts = createAccounts(store.accounts);
  if ((await accounts.users()).length > 0) {
    if (name) throw new UsageError("This store has accounts: everybody signs in with a password. Leave --name out.");
    return accounts;
  }
  if (isLoopback(host) && !address) return null;
  throw new UsageError(
    "Others come in with accounts only, and there is none yet. Make one first: answerable user add NAME --role admin",
  );
}

function linkLines({ name }: Flags, { port }: Listening, sessions: Sessions): string[] {
  const links = (name ?? [userInfo().username]).map(
    (each) => `${style.strong(each)}: http://127.0.0.1:${port}/start?token=${sessions.invite(each)}`,
  );
  return [...links, style.faint("Each link opens the desk once, on this machine only. Ctrl+C ends it.")];
}

function signInLines({ host, address }: Flags, { port }: Listening): string[] {
  const at = address?.origin ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const open = !isLoopback(host) && address?.protocol !== "https:";
  return [
    `The desk is at ${style.strong(at)}; everybody signs in with a password. Ctrl+C ends it.`,
    ...(open
      ? [style.bad("Passwords travel unencrypted: put a server with HTTPS before it and give --address https://…")]
      : []),
  ];
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
