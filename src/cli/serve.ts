import { userInfo } from "node:os";
import type { Command } from "commander";
import { createApp } from "../server/app.ts";
import { type Listening, listen } from "../server/listen.ts";
import { createSessions } from "../server/sessions.ts";
import { UsageError } from "./exit.ts";
import { listenForInterruption } from "./interruption.ts";
import { collect, toNumber } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { style } from "./style.ts";
import { webApp } from "./web-app.ts";
import { withStore } from "./with-store.ts";
import { withRunner } from "./workshop.ts";

type Flags = { port: number; name?: string[]; store?: string };

/** `answerable serve` */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("open the review desk in a browser of this machine: read, decide and correct")
    .option("--port <n>", "the port", toNumber, 4173)
    .option("--name <name>", "who decides (default: your user name; given again, a link for each)", collect)
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", '\nExample:\n  answerable serve --name "Ada Thornbury"\n')
    .action(async (flags: Flags) => {
      const settings = loadSettings({ store: flags.store });
      await withStore(settings.store, (store) =>
        withRunner(store, settings, async ({ threads }) => {
          const assets = await webApp();
          const sessions = createSessions();
          const app = createApp({ store, threads, sessions, assets, report: console.error, now: () => new Date() });
          const server = await listenOn(app, flags.port);
          for (const name of flags.name ?? [userInfo().username])
            console.log(`${style.strong(name)}: http://127.0.0.1:${server.port}/start?token=${sessions.invite(name)}`);
          console.log(style.faint("Each link opens the desk once, on this machine only. Ctrl+C ends it."));
          await untilInterrupted();
          await server.close();
        }),
      );
    });
}

async function listenOn(app: Parameters<typeof listen>[0], port: number): Promise<Listening> {
  try {
    return await listen(app, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new UsageError(`Port ${port} is taken. Name another with --port.`, { cause: error });
  }
}

async function untilInterrupted(): Promise<void> {
  const { signal, end } = listenForInterruption();
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  end();
}
