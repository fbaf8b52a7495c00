// The servers, workers and commands of a benchmark of the queue, each a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Settings } from "../src/cli/settings.ts";
import { COLLECTING } from "../src/cli/worker.ts";
import { heapLimits } from "../src/queue/threads.ts";
import { freePort, startPostgres, startRedis } from "../test/support/servers.ts";
import type { Measured } from "./stages-alone.ts";

const BIN = fileURLToPath(new URL("../bin/answerable.js", import.meta.url));

/** Servers of its own and a folder to run commands in; `servers` are the ids of their processes. */
export type Site = {
  folder: string;
  env: NodeJS.ProcessEnv;
  redis: string;
  database: string;
  servers: readonly number[];
  end(): Promise<void>;
};

/** Starts a Redis and a PostgreSQL for the commands that run in a folder. */
export async function openSite(folder: string): Promise<Site> {
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  const env = { ...process.env, REDIS_URL: redis.url, DATABASE_URL: postgres.url };
  const end = async () => void (await Promise.all([redis.end(), postgres.end()]));
  return { folder, env, redis: redis.url, database: postgres.url, servers: [redis.pid(), postgres.pid()], end };
}

/** Starts so many workers of one thread, and waits until each has said so. */
export async function startWorkers(count: number, { env, folder }: Site) {
  const workers = await Promise.all(
    Array.from({ length: count }, async () => {
      const port = await freePort();
      const child = spawn(process.execPath, [BIN, "worker", "--concurrency", "1", "--metrics", `${port}`], {
        env,
        cwd: folder,
        stdio: ["ignore", "pipe", "inherit"],
      });
      let log = "";
      await new Promise<void>((resolve) =>
        child.stdout.on("data", (words) => {
          log += words;
          if (log.includes('"started"')) resolve();
        }),
      );
      return { child, port, log: () => log };
    }),
  );
  return {
    /** The processor's time that they have used so far, and the documents that they have read and published. */
    async measured(): Promise<Omit<Measured, "clock">> {
      const sum = { cpu: 0, read: 0, published: 0 };
      for (const { port } of workers) {
        const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        const count = (kind: string) =>
          [...metrics.matchAll(new RegExp(`^answerable_jobs_total.kind="${kind}".* (\\d+)$`, "gm"))].reduce(
            (all, [, ended]) => all + Number(ended),
            0,
          );
        sum.cpu += Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)![1]);
        sum.read += count("read");
        sum.published += count("publish");
      }
      return sum;
    },
    /** Documents that they have parsed so far. */
    parsed: () => workers.reduce((sum, { log }) => sum + log().split('"parsed":true').length - 1, 0),
    async stop() {
      for (const { child } of workers) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
    },
  };
}

/** Runs a command to its end: the seconds by the clock and of the processor that it took. */
export async function cli(args: string[], { env, folder }: Site): Promise<{ seconds: number; cpu: number }> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      "-e",
      `process.on("exit",()=>{const u=process.cpuUsage();process.stderr.write("CPU "+(u.user+u.system)/1e6)});process.argv.splice(1,0,${JSON.stringify(BIN)});await import(${JSON.stringify(BIN)})`,
      "--input-type=module",
      ...args,
    ],
    { env, cwd: folder },
  );
  let errors = "";
  child.stderr.on("data", (words) => {
    errors += words;
  });
  await once(child, "close");
  return { seconds: (performance.now() - started) / 1000, cpu: Number(/CPU ([\d.]+)/.exec(errors)?.[1] ?? Number.NaN) };
}

/** The processor's seconds that a process and its children have used so far; 0 where the system does not tell (only Linux does). */
export function cpuOf(pid: number): number {
  const stat = (of: string) => {
    const path = `/proc/${of}/stat`;
    // the name before may hold anything; ended children are in the third and fourth
    return existsSync(path)
      ? readFileSync(path, "utf8")
          .replace(/^.*\) /, "")
          .split(" ")
          .slice(11, 15)
          .map(Number)
      : [];
  };
  const children = (of: string): string[] => {
    const path = `/proc/${of}/task/${of}/children`;
    return existsSync(path) ? readFileSync(path, "utf8").split(" ").filter(Boolean) : [];
  };
  const ticks = [String(pid), ...children(String(pid))].flatMap(stat).reduce((sum, each) => sum + each, 0);
  return ticks / TICKS_A_SECOND;
}

/** Of Linux' clock (`getconf CLK_TCK`), everywhere. */
const TICKS_A_SECOND = 100;

/** Nothing measured. */
export const NOTHING: Measured = { cpu: 0, clock: 0, read: 0, published: 0 };

/** The same documents by the stages alone, in a thread with the room that those of a worker have: at the start, and after each folder. */
export async function stagesAlone(cwd: string, folders: readonly string[]): Promise<Measured[]> {
  const script = fileURLToPath(new URL("./stages-alone.ts", import.meta.url));
  const setup = { argv: folders, resourceLimits: heapLimits(Settings.parse({}).limits) };
  const start = `new (require("node:worker_threads").Worker)(${JSON.stringify(script)}, ${JSON.stringify(setup)})`;
  const child = spawn(process.execPath, [...COLLECTING, "-e", start], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse((await Array.fromAsync(child.stdout)).join(""));
}

/** Prints a line of what was measured. */
export const say = (what: string, value: string): void => console.log(`${what.padEnd(64)} ${value}`);
