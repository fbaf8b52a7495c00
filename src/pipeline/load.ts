import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { sha256 } from "../records/ids.ts";
import { Refusal } from "../records/refusal.ts";
import { codeVersion } from "./code-version.ts";
import { PipelineDefinition } from "./definition.ts";
import { pipelineFile } from "./shipped.ts";

/** A pipeline file that cannot be used; `message` names the file, the place in it and what is wrong. */
export class PipelineRefusal extends Refusal {}

/**
 * A pipeline ready for use. `source` is the whole definition as JSON, from which `pipelineFrom` makes it again; `version` is the hash
 * of that and of the code.
 */
export type Pipeline = PipelineDefinition & { version: string; source: string };

/** What of a pipeline must be known before anything is read by it. */
export type PipelineHead = Pick<Pipeline, "name" | "version" | "takes" | "sites">;

/**
 * A shipped pipeline by name, or a file by path. `extends: [fragment, …]` pulls in other files first (by name from
 * `pipelines/fragments/` or `pipelines/`, or by path from the file's own folder): maps merge deeply, lists are joined, later files win.
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
export const loadPipelines = (names: readonly string[]): Pipeline[] => readPipelines(names).pipelines;

/** The same, with the sha256 of every file that was read for it, by path. */
export function readPipelines(names: readonly string[]): { pipelines: Pipeline[]; files: Map<string, string> } {
  const read = new Map<string, ReadFile>();
  const pipelines = names.map((name) => {
    const path = pipelineFile(name);
    return pipelineFrom(JSON.stringify(readWithParents(path, [], read)), path);
  });
  return { pipelines, files: new Map(Array.from(read, ([path, { hash }]) => [path, hash])) };
}

const Parents = z.array(z.string()).default([]);
type Tree = { [key: string]: unknown };
type ReadFile = { tree: Tree; hash: string };

function readWithParents(path: string, children: readonly string[], read: Map<string, ReadFile>): Tree {
  if (children.includes(path)) throw new PipelineRefusal(`${path} extends itself.`);
  const { extends: named, ...own } = readOnce(path, read);
  const parents = Parents.safeParse(named);
  if (!parents.success) throw new PipelineRefusal(`${path} must name what it extends as a list: extends: [name, …].`);
  return [
    ...parents.data.map((name) =>
      readWithParents(pipelineFile(name, dirname(path), "extends"), [...children, path], read),
    ),
    own,
  ].reduce(merge, {});
}

function readOnce(path: string, read: Map<string, ReadFile>): Tree {
  const file = read.get(path) ?? readTree(path);
  read.set(path, file);
  return file.tree;
}

function readTree(path: string): ReadFile {
  let tree: unknown;
  let text = "";
  try {
    text = readFileSync(path, "utf8");
    tree = parse(text);
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : (error as Error).message;
    throw new PipelineRefusal(`The pipeline file ${path} cannot be read: ${reason}.`, { cause: error });
  }
  if (!isTree(tree)) throw new PipelineRefusal(`The pipeline file ${path} does not hold a map of settings.`);
  return { tree, hash: sha256(text) };
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
