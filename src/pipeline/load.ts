import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { PipelineDefinition } from "./definition.ts";

/** Where the shipped pipeline files lie. */
const SHIPPED = new URL("../../pipelines/", import.meta.url);

/**
 * A shipped pipeline by name, or a file by path. `extends: [fragment, …]` pulls in other files first (by name from
 * `pipelines/fragments/`, or by path): maps merge deeply, lists are joined, later files win.
 * Throws where the file cannot be read or does not hold to the schema.
 */
export function loadPipeline(nameOrPath: string): PipelineDefinition {
  return PipelineDefinition.parse(readWithParents(pathOf(nameOrPath, "")));
}

function pathOf(nameOrPath: string, folder: string): string {
  return /[/\\.]/.test(nameOrPath) ? nameOrPath : fileURLToPath(new URL(`${folder}${nameOrPath}.yaml`, SHIPPED));
}

type Tree = { [key: string]: unknown };

function readWithParents(path: string): Tree {
  const { extends: parents = [], ...own } = parse(readFileSync(path, "utf8")) as Tree & { extends?: string[] };
  return [...parents.map((name) => readWithParents(pathOf(name, "fragments/"))), own].reduce(merge, {});
}

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

function merge(base: Tree, over: Tree): Tree {
  const out: Tree = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = out[key];
    if (isTree(old) && isTree(value)) out[key] = merge(old, value);
    else if (Array.isArray(old) && Array.isArray(value)) out[key] = [...old, ...value];
    else out[key] = value;
  }
  return out;
}
