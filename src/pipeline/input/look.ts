import { type BigIntStats, statSync } from "node:fs";

/** What the disk says of a path, links followed, or why it says nothing. At once: handing the question to a thread costs ten times the answer. */
export function lookAtPath(path: string): BigIntStats | NodeJS.ErrnoException {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

/** Whether a folder was found. */
export const isFolder = (found: BigIntStats | Error): boolean => !(found instanceof Error) && found.isDirectory();

/** A file that changed so recently may change once more without its times telling: those of some file systems are of two seconds; in milliseconds. */
const TOO_YOUNG = 4_000;

/**
 * How a file looks without being read: its size, when its bytes and when anything about it last changed (which no program can set), and its
 * number on the disk. A file that looks the same holds the same. Undefined for one that changed a moment before `now`.
 */
export function lookOf({ size, mtimeNs, ctimeNs, ctimeMs, ino }: BigIntStats, now: number): string | undefined {
  return now - Number(ctimeMs) < TOO_YOUNG ? undefined : [size, mtimeNs, ctimeNs, ino].join(" ");
}
