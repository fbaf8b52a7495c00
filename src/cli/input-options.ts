import { resolve } from "node:path";
import type { InputOptions } from "../pipeline/input/input.ts";
import { originalsFolder } from "../store/sqlite.ts";
import { SETTINGS_FILE, type Settings } from "./settings.ts";

/** How inputs are found under some settings: never the store, the records, the settings or the file of pairs themselves. */
export function inputOptions({ store, out, limits, ignore }: Settings, pairs?: string): InputOptions {
  const beside = ["", "-wal", "-shm", "-journal"].map((end) => store + end);
  const own = [...beside, originalsFolder(store), SETTINGS_FILE, out, pairs].flatMap((path) =>
    path ? resolve(path) : [],
  );
  return { bytes: limits.bytes, ignore, own, unpack: true };
}
