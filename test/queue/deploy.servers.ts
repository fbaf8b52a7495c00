import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { afterEach, expect, it } from "vitest";
import { parse } from "yaml";
import { dropDatabasesAfterwards, freshDatabase, freshRedis } from "../support/databases.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { freePort } from "../support/servers.ts";
import { end } from "../support/workers.ts";

dropDatabasesAfterwards();
const folder = temporaryFolder("deploy");
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

let children: ReturnType<typeof spawn>[] = [];
afterEach(async () => {
  await Promise.all(children.map((child) => end(child)));
  children = [];
});

/** Starts a process with nothing in its environment but what the file gives it. */
function start(command: readonly string[], cwd: string, env: Record<string, string>): ReturnType<typeof spawn> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env.PATH!, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function answers(url: string): Promise<string> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const response = await fetch(url).catch(() => null);
    if (response) return response.text();
    await wait(100);
  }
  throw new Error(`${url} does not answer`);
}

async function stopsAtSigterm(child: ReturnType<typeof spawn>): Promise<unknown[]> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  return ended;
}

it("the worker's unit starts a worker with metrics, by its example of an environment, and stops it", async () => {
  const unit = textOf("deploy/answerable-worker@.service");
  const example = Object.fromEntries(
    textOf("deploy/worker.env.example")
      .split("\n")
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split(/=(.*)/, 2)),
  );
  expect(Object.keys(example)).toEqual(["REDIS_URL", "DATABASE_URL", "CONCURRENCY", "LOG_LEVEL"]);
  const env = { ...example, REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
  const line = /^ExecStart=(.+)$/m.exec(unit)![1]!;
  const port = `${await freePort()}`;
  const command = line
    .replace("946%i", port)
    .split(" ")
    .map((word) => word.replace(/\$\{(\w+)\}/, (_, name: string) => env[name as keyof typeof env]));
  const worker = start(command, ROOT, env);
  expect(await answers(`http://127.0.0.1:${port}/health`)).toBe("ok\n");
  expect(await stopsAtSigterm(worker)).toEqual([0, null]);
});

it("what the container file copies is all that its command needs, and its health check tells", async () => {
  const file = textOf("Containerfile");
  const image = file.slice(file.lastIndexOf("\nFROM "));
  const copied = [...image.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from]) => from!.split(" "));
  expect(copied).toEqual(["package.json", "bin", "src", "pipelines"]);
  for (const path of copied) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const listOf = (name: string) => JSON.parse(new RegExp(`^${name}.*?(\\[.*\\])$`, "m").exec(file)![1]!) as string[];
  const port = `${await freePort()}`;
  const withPort = (words: string[]) => words.map((word) => word.replace("9464", port));
  const env = { NODE_ENV: "production", REDIS_URL: await freshRedis(), DATABASE_URL: await freshDatabase() };
  const worker = start(withPort([...listOf("ENTRYPOINT"), ...listOf("CMD")]), folder, env);
  await answers(`http://127.0.0.1:${port}/health`);
  const check = withPort(listOf("HEALTHCHECK"));
  expect(await once(start(check, folder, {}), "exit")).toEqual([0, null]);
  expect(await stopsAtSigterm(worker)).toEqual([0, null]);
  expect(await once(start(check, folder, {}), "exit")).toEqual([1, null]);
});

it("the compose file starts a Redis that keeps what it is given, and tools that find it", async () => {
  const { services } = parse(textOf("compose.yaml"), { merge: true }) as {
    services: Record<string, { command: string[]; read_only?: boolean; environment: Record<string, string> }>;
  };
  const port = await freePort();
  start([...services.redis!.command, "--port", `${port}`, "--dir", folder], folder, {});
  const redis = new Redis(port, { maxRetriesPerRequest: null }).on("error", () => {});
  expect(await redis.config("GET", "appendonly")).toEqual(["appendonly", "yes"]);
  expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
  redis.disconnect();
  const { ingest, worker } = services;
  expect(Object.keys(worker!.environment)).toEqual(["REDIS_URL", "DATABASE_URL"]);
  expect([worker!.read_only, ingest!.read_only]).toEqual([true, true]);
  const env = { REDIS_URL: `redis://127.0.0.1:${port}`, DATABASE_URL: await freshDatabase() };
  const status = start(["node", "bin/answerable.js", ...ingest!.command], ROOT, env);
  expect((await Array.fromAsync(status.stdout!)).join("")).toContain("no batch is under way");
});
