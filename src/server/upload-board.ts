import { randomUUID } from "node:crypto";
import { z } from "@hono/zod-openapi";

/** Files that came together, and what became of them. Kept while the program runs; what was read is in the store. */
export const Upload = z.object({
  id: z.uuid(),
  by: z.string(),
  startedAt: z.iso.datetime(),
  state: z.enum(["waiting", "reading", "linking", "done", "broken"]).describe("broken: the store could not be reached"),
  files: z.int(),
  read: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  toLink: z.int().describe("records that change by it"),
  linked: z.int(),
  problems: z.array(z.object({ name: z.string(), message: z.string() })).describe("what was not taken or not read"),
});
export type Upload = z.infer<typeof Upload>;

/** Of the oldest nothing is told any more. */
const MOST_KEPT = 50;

/** The uploads that anybody may ask about, and who waits for news of them. */
export type Board = ReturnType<typeof createBoard>;

/** An empty board. */
export function createBoard(now: () => Date) {
  const uploads = new Map<string, Upload>();
  const listeners = new Map<string, Set<() => void>>();
  return {
    add(by: string, files: number, problems: Upload["problems"]): Upload {
      const counts = { files, read: 0, unchanged: 0, failed: problems.length, toLink: 0, linked: 0 };
      const startedAt = now().toISOString();
      const upload: Upload = { id: randomUUID(), by, startedAt, state: "waiting", ...counts, problems };
      uploads.set(upload.id, upload);
      if (uploads.size > MOST_KEPT) uploads.delete(uploads.keys().next().value!);
      return upload;
    },
    tell(upload: Upload, change: Partial<Upload>): void {
      Object.assign(upload, change);
      for (const listener of listeners.get(upload.id) ?? []) listener();
    },
    /** The last one first. */
    all: (): Upload[] => [...uploads.values()].reverse(),
    find: (id: string): Upload | null => uploads.get(id) ?? null,
    /** Resolves when an upload has changed, or the signal is aborted. */
    changed(id: string, signal: AbortSignal): Promise<void> {
      const waiting = listeners.get(id) ?? new Set();
      listeners.set(id, waiting);
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          if (waiting.size === 0) listeners.delete(id);
          resolve();
        };
        waiting.add(wake);
        signal.addEventListener("abort", wake, { once: true });
      });
    },
  };
}
