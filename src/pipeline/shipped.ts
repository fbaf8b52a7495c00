import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the shipped pipeline files lie. */
const SHIPPED = new URL("../../pipelines/", import.meta.url);

/** The shipped pipeline that takes what no other one takes. */
export const DEFAULT_PIPELINE = "gla-correspondence";

/** The names of the shipped pipelines, the default one last: it takes what the others leave. */
export function shippedPipelines(): string[] {
  const names = readdirSync(SHIPPED)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return [...names.filter((name) => name !== DEFAULT_PIPELINE), DEFAULT_PIPELINE];
}

/** The file of a shipped pipeline (or, with `folder`, of a shipped part of one) by name, or a file by its path from `base`. */
export function pipelineFile(nameOrPath: string, folder = "", base = process.cwd()): string {
  if (/[/\\.]/.test(nameOrPath)) return resolve(base, nameOrPath);
  return fileURLToPath(new URL(`${folder}${nameOrPath}.yaml`, SHIPPED));
}
