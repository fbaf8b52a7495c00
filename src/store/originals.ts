import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Store } from "./store.ts";

/** Original bytes by their sha256; `remove` is for take-downs. */
export type Originals = Store["originals"] & { remove(id: string): Promise<void> };

/** Originals in a folder, two hex digits a subfolder. A file is whole or not there: written aside, flushed, renamed. */
export function createFolderOriginals(folder: string): Originals {
  const pathOf = (id: string) => join(folder, id.slice(0, 2), id);
  const has = (id: string) => stat(pathOf(id)).then(() => true, ifMissing(false));
  return {
    has,
    get: (id) => readFile(pathOf(id)).catch(ifMissing(null)),
    remove: (id) => rm(pathOf(id), { force: true }),
    async put(id, bytes) {
      if (await has(id)) return;
      const path = pathOf(id);
      await mkdir(dirname(path), { recursive: true });
      const aside = `${path}.${randomUUID()}`;
      const file = await open(aside, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
    },
  };
}

function ifMissing<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return instead;
    throw error;
  };
}
