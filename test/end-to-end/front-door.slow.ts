import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/run-cli.ts";

const CLONE = fileURLToPath(new URL("../..", import.meta.url));
const folder = temporaryFolder("front-door");
const blocks = [...readFileSync(join(CLONE, "README.md"), "utf8").matchAll(/^```sh\n(.*?)\n```$/gms)].map(
  ([, words]) => words!,
);

it("opens with two commands of one line each, both of which set everything up", () => {
  expect(blocks.slice(0, 2)).toEqual([
    expect.stringMatching(/^npm ci && npx answerable ingest samples [^\n]+$/),
    expect.stringMatching(/^npm ci && npm run check$/),
  ]);
});

it("can be started, also in a clone at a place where npx made an earlier one startable and does not do it again", () => {
  expect(statSync(join(CLONE, "bin", "answerable.js")).mode & 0o111).toBe(0o111);
});

it("does the first of them, set up as this clone is, with nothing that npx kept from another day", () => {
  const [, command] = blocks[0]!.split(" && ");
  const elsewhere = `--store ${join(folder, "answerable.db")} --out ${join(folder, "records")}`;
  const env = { ...process.env, npm_config_cache: join(folder, "npm-cache"), npm_config_offline: "true" };
  const told = execFileSync("sh", ["-c", `${command} ${elsewhere}`], { cwd: CLONE, env, encoding: "utf8" });
  expect(told).toMatch(/\d+ read, 0 unchanged, none failed/);
  expect(existsSync(join(folder, "records", "items.jsonl"))).toBe(true);
});
