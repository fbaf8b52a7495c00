import { readdirSync, readFileSync } from "node:fs";
import { sha256 } from "../records/ids.ts";

/** The stages whose results are kept, and the folders whose code makes them. */
const FOLDERS = {
  parse: ["records", "document", "parse"],
  extract: ["wording", "structure", "extract"],
  link: ["wording", "link"],
  publish: ["pipeline"],
} as const;

/** A hash of the code of each stage: results made by other code are not used again. */
export type CodeVersion = Record<keyof typeof FOLDERS, string>;

let known: CodeVersion | null = null;

/** The version of the code that runs: read from `code-version.json` in the built package, reckoned from the sources in a clone. */
export function codeVersion(): CodeVersion {
  known ??= readBuilt() ?? reckonCodeVersion(new URL("../", import.meta.url));
  return known;
}

/** Hashes the TypeScript sources under a folder (and the versions of the libraries they use). */
export function reckonCodeVersion(source: URL): CodeVersion {
  const libraries = JSON.stringify(JSON.parse(readFileSync(new URL("../package.json", source), "utf8")).dependencies);
  const hash = (folders: readonly string[]) => sha256(folders.map((folder) => hashFolder(source, folder)).join("\n"));
  return {
    parse: sha256(hash(FOLDERS.parse) + libraries),
    extract: hash(FOLDERS.extract),
    link: hash(FOLDERS.link),
    publish: hash(FOLDERS.publish),
  };
}

function hashFolder(source: URL, folder: string): string {
  const root = new URL(`${folder}/`, source);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .sort();
  return files.map((file) => `${file} ${sha256(readFileSync(new URL(file, root)))}`).join("\n");
}

function readBuilt(): CodeVersion | null {
  if (import.meta.url.endsWith(".ts")) return null;
  return JSON.parse(readFileSync(new URL("../code-version.json", import.meta.url), "utf8")) as CodeVersion;
}
