import { createBullBoard } from "@bull-board/api";
import { BullMQAdapter } from "@bull-board/api/bullMQAdapter";
import { HonoAdapter } from "@bull-board/hono";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Queues } from "./bullmq.ts";

/** A dashboard of both queues as routes to be put under a path. Who may see it is the business of whoever puts it there. */
export function createBoard({ documents, batches }: Pick<Queues, "documents" | "batches">, path: string) {
  const adapter = new HonoAdapter(serveStatic);
  adapter.setBasePath(path);
  createBullBoard({
    queues: [documents, batches].map((queue) => new BullMQAdapter(queue)),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: "answerable", boardLogo: { path: "" }, hideRedisDetails: true } },
  });
  return adapter.registerPlugin();
}
