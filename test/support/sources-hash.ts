import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A hash of all that the program does by: its code, its libraries' versions, its rules. */
export function sourcesHash(): string {
  const hash = createHash("sha256").update(readFileSync(join(ROOT, "package.json")));
  for (const folder of ["bin", "pipelines", "src"])
    for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).sort())
      if (/\.(js|ts|yaml)$/.test(path)) hash.update(`\n${path}\n`).update(readFileSync(join(ROOT, folder, path)));
  return hash.digest("hex").slice(0, 16);
}
