import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { sha256 } from "../records/ids.ts";
import { Refusal } from "../records/refusal.ts";
import { codeVersion } from "./code-version.ts";
import { PipelineDefinition } from "./definition.ts";

/** Where the shipped pipeline files lie. */
const SHIPPED = new URL("../../pipelines/", import.meta.url);

/** The shipped pipeline that takes what no other one takes. */
export const DEFAULT_PIPELINE = "gla-correspondence";

/** A pipeline file that cannot be used; `message` names the file, the place in it and what is wrong. */
export class PipelineRefusal extends Refusal {}

/**
 * A pipeline ready for use. `source` is the whole definition as JSON, from which `pipelineFrom` makes it again; `version` is the hash
 * of that and of the code.
 */
export type Pipeline = PipelineDefinition & { version: string; source: string };

/**
 * A shipped pipeline by name, or a file by path. `extends: [fragment, …]` pulls in other files first (by name from
 * `pipelines/fragments/`, or by path from the file's own folder): maps merge deeply, lists are joined, later files win.
 * Throws `PipelineRefusal` where the file cannot be read or does not hold to the schema.
 */
export function loadPipeline(nameOrPath: string): Pipeline {
  return loadPipelines([nameOrPath])[0]!;
}

/** A pipeline from its whole definition as JSON. `origin` names it in messages. */
export function pipelineFrom(source: string, origin: string): Pipeline {
  const checked = PipelineDefinition.safeParse(JSON.parse(source));
  if (!checked.success)
    throw new PipelineRefusal(`${origin} is not a pipeline file:\n${z.prettifyError(checked.error)}`);
  return { ...checked.data, source, version: sha256(source + JSON.stringify(codeVersion())) };
}

/** Several pipelines at once; what they share is read once. */
export function loadPipelines(names: readonly string[]): Pipeline[] {
  const read = new Map<string, Tree>();
  return names.map((name) => {
    const path = pathOf(name, "", process.cwd());
    return pipelineFrom(JSON.stringify(readWithParents(path, [], read)), path);
  });
}

/** The names of the shipped pipelines, the default one last: it takes what the others leave. */
export function shippedPipelines(): string[] {
  const names = readdirSync(SHIPPED)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return [...names.filter((name) => name !== DEFAULT_PIPELINE), DEFAULT_PIPELINE];
}

function pathOf(nameOrPath: string, folder: string, base: string): string {
  if (/[/\\.]/.test(nameOrPath)) return resolve(base, nameOrPath);
  return fileURLToPath(new URL(`${folder}${nameOrPath}.yaml`, SHIPPED));
}

type Tree = { [key: string]: unknown };

function readWithParents(path: string, children: readonly string[], read: Map<string, Tree>): Tree {
  if (children.includes(path)) throw new PipelineRefusal(`${path} extends itself.`);
  const { extends: parents = [], ...own } = readOnce(path, read) as Tree & { extends?: string[] };
  return [
    ...parents.map((name) => readWithParents(pathOf(name, "fragments/", dirname(path)), [...children, path], read)),
    own,
  ].reduce(merge, {});
}

function readOnce(path: string, read: Map<string, Tree>): Tree {
  const tree = read.get(path) ?? readTree(path);
  read.set(path, tree);
  return tree;
}

function readTree(path: string): Tree {
  let tree: unknown;
  try {
    tree = parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (error as Error).message;
    throw new PipelineRefusal(`The pipeline file ${path} cannot be read: ${reason}.`, { cause: error });
  }
  if (!isTree(tree)) throw new PipelineRefusal(`The pipeline file ${path} does not hold a map of settings.`);
  return tree;
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
