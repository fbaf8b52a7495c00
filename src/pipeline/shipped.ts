import { existsSync, readdirSync } from "node:fs";
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

/** The file of a shipped pipeline by name, or a file by its path from `base`; of what a pipeline `extends`, shipped parts of pipelines have names too. */
export function pipelineFile(nameOrPath: string, base = process.cwd(), how?: "extends"): string {
  if (/[/\\.]/.test(nameOrPath)) return resolve(base, nameOrPath);
  const part = fileURLToPath(new URL(`fragments/${nameOrPath}.yaml`, SHIPPED));
  return how === "extends" && existsSync(part) ? part : fileURLToPath(new URL(`${nameOrPath}.yaml`, SHIPPED));
}
