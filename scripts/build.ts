// Makes what the published package holds: JavaScript and types in dist/, JSON Schemas in schemas/. A clone needs none of it.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildWebApp } from "../src/cli/web-app.ts";
import { reckonCodeVersion } from "../src/pipeline/code-version.ts";
import { jsonSchemas } from "../src/records/json-schema.ts";

const ROOT = new URL("../", import.meta.url);
const at = (path: string) => fileURLToPath(new URL(path, ROOT));

for (const folder of ["dist", "schemas"]) rmSync(at(folder), { recursive: true, force: true });
execFileSync(process.execPath, [at("node_modules/typescript/bin/tsc"), "--project", at("tsconfig.build.json")], {
  stdio: "inherit",
});
// the same code has the same version in a clone and in the package, so that both write the same records
writeFileSync(at("dist/code-version.json"), `${JSON.stringify(reckonCodeVersion(new URL("src/", ROOT)))}\n`);
mkdirSync(at("schemas"));
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(at(`schemas/${name}`), `${JSON.stringify(schema, null, 2)}\n`);
await buildWebApp(at("dist/web"));
