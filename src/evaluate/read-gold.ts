import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { Gold, type GoldPair, GoldPairs, type GoldSet } from "./gold.ts";

/** Thrown for a gold file that is not one, with its path and what is wrong in it. */
export class BadGold extends Error {}

/**
 * Every `NAME.gold.json` and `pairs*.json` under some folders, searched deeply; of two gold files of one name the later one holds.
 * Throws `BadGold` for one that does not hold to the schema, or where a deadline or link names an item that is not there.
 */
export function readGold(dirs: readonly string[]): GoldSet {
  const byName = new Map<string, Gold>();
  const pairs: GoldPair[] = [];
  for (const path of dirs.flatMap(filesUnder)) {
    const name = basename(path);
    if (name.endsWith(".gold.json")) byName.set(name.slice(0, -".gold.json".length), checked(path, Gold));
    else if (/^pairs.*\.json$/.test(name)) pairs.push(...checkedAs(path, GoldPairs).links);
  }
  return { byName, pairs };
}

const filesUnder = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function checked(path: string, schema: typeof Gold): Gold {
  const gold = checkedAs(path, schema);
  const items = new Set(gold.items.map(({ id }) => id));
  const lost = [...gold.deadlines, ...gold.links].find(({ item }) => !items.has(item));
  if (lost)
    throw new BadGold(`${path}: a deadline or link names the item "${lost.item}", which the file does not have`);
  return gold;
}

function checkedAs<T extends z.ZodType>(path: string, schema: T): z.infer<T> {
  const result = schema.safeParse(parsed(path));
  if (!result.success) throw new BadGold(`${path}: ${z.prettifyError(result.error)}`, { cause: result.error });
  return result.data;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new BadGold(`${path}: cannot be read as JSON: ${(cause as Error).message}`, { cause });
  }
}
