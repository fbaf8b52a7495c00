import type { Command } from "commander";
import { openQueues } from "../queue/bullmq.ts";
import { queueStatus } from "../queue/status.ts";
import { EXIT } from "./exit.ts";
import { formatSeconds } from "./progress.ts";
import { loadSettings } from "./settings.ts";
import { withStore } from "./with-store.ts";

type Flags = { store?: string; redis?: string; json?: boolean };

/** `answerable status` */
export function addStatus(program: Command): void {
  program
    .command("status")
    .description("how the queue stands: workers, jobs waiting and in hand, batches under way")
    .option("--json", "as JSON")
    .option("--store <url>", "the PostgreSQL store (default: DATABASE_URL)")
    .option("--redis <url>", "where Redis is (default: REDIS_URL)")
    .addHelpText("after", "\nExample:\n  answerable status\n")
    .action(async (flags: Flags) => {
      const { store: address, redis } = loadSettings({ store: flags.store, redis: flags.redis });
      process.exitCode = await withStore(address, async (store) => {
        const queues = await openQueues(redis);
        try {
          const status = await queueStatus(store, queues);
          if (flags.json) console.log(JSON.stringify(status));
          else console.log(describe(status));
          return EXIT.done;
        } finally {
          await queues.close();
        }
      });
    });
}

function describe({
  workers,
  waiting,
  active,
  delayed,
  oldest,
  batches,
  totals,
}: Awaited<ReturnType<typeof queueStatus>>): string {
  const lines = batches.map(({ id, state, progress }) =>
    progress
      ? `batch ${id}: ${state}, ${progress.phase} ${progress.done} of ${progress.total}`
      : `batch ${id}: ${state}, unknown to Redis`,
  );
  const again = delayed > 0 ? `, ${delayed} to be tried again later` : "";
  return [
    `${workers} workers, ${active} jobs in hand, ${waiting} waiting${again}${waiting > 0 ? `, the next one for ${formatSeconds(oldest)}` : ""}`,
    ...(lines.length > 0 ? lines : ["no batch is under way"]),
    `store: ${totals.documents} documents, ${totals.copies} copies`,
  ].join("\n");
}
