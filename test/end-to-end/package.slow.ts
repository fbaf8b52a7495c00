import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { promisedFiles, runCli, temporaryFolder } from "../support/run-cli.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const folder = temporaryFolder("package");
const env = { ...process.env, NO_COLOR: "1" };
const run = (command: string, args: readonly string[], cwd = folder) =>
  execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

beforeAll(() => {
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--silent", "--pack-destination", folder], ROOT)) as [
    { filename: string },
  ];
  writeFileSync(join(folder, "package.json"), '{ "name": "elsewhere", "type": "module", "private": true }');
  // what is in npm's cache is not asked for again
  run("npm", [
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    join(folder, packed.filename),
  ]);
  cpSync(join(ROOT, "samples"), join(folder, "samples"), { recursive: true });
});

const installed = () => join(folder, "node_modules", "answerable");

describe("the package, installed elsewhere", () => {
  it("holds JavaScript, types, pipelines and schemas, and no sources", () => {
    expect(readdirSync(installed()).sort()).toEqual([
      "README.md",
      "bin",
      "dist",
      "package.json",
      "pipelines",
      "schemas",
    ]);
    expect(readdirSync(join(installed(), "dist"))).toContain("index.d.ts");
    expect(readdirSync(join(installed(), "schemas"))).toContain("document.schema.json");
  });

  it("runs the main job, and writes the same records as the clone", async () => {
    run(process.execPath, [
      join(installed(), "bin", "answerable.js"),
      "ingest",
      "samples/river-piers",
      "--out",
      "packaged",
      "--store",
      "packaged.db",
    ]);
    const clone = await runCli(["ingest", "samples/river-piers", "--out", "clone", "--store", "clone.db"], folder);
    expect(clone.code).toBe(0);
    expect(promisedFiles(join(folder, "packaged"))).toEqual(promisedFiles(join(folder, "clone")));
  });

  it("runs the README's examples of the library, with types", () => {
    const examples = [...readFileSync(join(ROOT, "README.md"), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)].map(
      ([, code]) => code!,
    );
    expect(examples.length).toBeGreaterThan(0);
    mkdirSync(join(folder, "letters"), { recursive: true });
    cpSync(join(folder, "samples/river-piers/river-piers-letter.docx"), join(folder, "letters/letter.docx"));
    cpSync(join(folder, "samples/river-piers/river-piers-reply.txt"), join(folder, "letters/reply.txt"));
    for (const [at, code] of examples.entries()) {
      writeFileSync(join(folder, `example-${at}.ts`), code);
      const told = spawnSync(process.execPath, [`example-${at}.ts`], { cwd: folder, encoding: "utf8" });
      expect(told.stderr).toBe("");
      expect(told.stdout).not.toBe("");
      const types = [
        "--noEmit",
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2024",
        "--skipLibCheck",
        "--types",
        "node",
        "--typeRoots",
        join(ROOT, "node_modules/@types"),
      ];
      const check = spawnSync(
        process.execPath,
        [join(ROOT, "node_modules/typescript/bin/tsc"), ...types, `example-${at}.ts`],
        { cwd: folder, encoding: "utf8" },
      );
      expect(check.stdout).toBe("");
    }
  });
});
