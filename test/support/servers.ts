import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A server of our own, in a folder of its own: gone with all it held when it is ended. */
export type Server = {
  url: string;
  port: number;
  /** Of its process, or of the one that started its others. */
  pid(): number;
  /** Stops it, or kills it, and starts it again over the same data. */
  restart(signal?: "SIGINT" | "SIGTERM" | "SIGKILL"): Promise<void>;
  stop(signal?: "SIGINT" | "SIGTERM" | "SIGKILL"): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
};

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** Redis with an append-only file, flushed at every write, so that a killed server has lost nothing it said yes to. */
export async function startRedis(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "answerable-redis-"));
  const port = await freePort();
  const args = ["--port", `${port}`, "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--databases", "500"];
  const durable = ["--appendonly", "yes", "--appendfsync", "always", "--loglevel", "warning"];
  return serve({
    folder,
    port,
    url: `redis://127.0.0.1:${port}/0`,
    command: () => spawn("redis-server", [...args, ...durable], { stdio: "ignore" }),
    isUp: async () =>
      execFileSync("redis-cli", ["-p", `${port}`, "ping"], { stdio: "pipe" })
        .toString()
        .includes("PONG"),
  });
}

/** The folder of PostgreSQL's programs: Debian keeps them out of PATH. */
export function postgresPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
    ...["/opt/homebrew", "/usr/local"].flatMap((brew) =>
      [18, 17, 16, 15, 14].map((at) => `${brew}/opt/postgresql@${at}/bin`),
    ),
  ];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** What goes before a command of PostgreSQL's own user: as root it does not run. */
export const AS_POSTGRES: readonly string[] =
  process.getuid?.() === 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];

/** PostgreSQL, which never runs as root: as root it is started as its own user. */
export async function startPostgres(durable = false): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "answerable-postgres-"));
  const port = await freePort();
  const programs = postgresPrograms()!;
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (AS_POSTGRES.length > 0) for (const each of [folder, data]) chownSync(each, ...idsOf("postgres"));
  const [first = "", ...initdb] = [
    ...AS_POSTGRES,
    join(programs, "initdb"),
    "--no-sync",
    "--auth=trust",
    "-U",
    "answerable",
  ];
  execFileSync(first, [...initdb, "-E", "UTF8", "--locale=C.UTF-8", "-D", data], { stdio: "pipe", cwd: "/" });
  const safe = durable ? [] : ["-c", "fsync=off", "-c", "synchronous_commit=off"];
  const [program = "", ...args] = [
    ...AS_POSTGRES,
    join(programs, "postgres"),
    "-D",
    data,
    "-p",
    `${port}`,
    "-k",
    folder,
  ];
  const settings = ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", ...safe];
  return serve({
    folder,
    port,
    url: `postgres://answerable@127.0.0.1:${port}/postgres`,
    command: () => spawn(program, [...args, ...settings], { stdio: "ignore", cwd: "/" }),
    isUp: async () => {
      execFileSync(join(programs, "pg_isready"), ["-h", "127.0.0.1", "-p", `${port}`], { stdio: "pipe" });
      return true;
    },
  });
}

const idsOf = (user: string): [number, number] => [
  Number(execFileSync("id", ["-u", user])),
  Number(execFileSync("id", ["-g", user])),
];

type Service = {
  folder: string;
  port: number;
  url: string;
  command: () => ChildProcess;
  isUp: () => Promise<boolean>;
};

async function serve({ folder, port, url, command, isUp }: Service): Promise<Server> {
  let child: ChildProcess | null = null;
  const start = async () => {
    child = command();
    for (let attempt = 0; attempt < 300; attempt++) {
      if (child.exitCode !== null) throw new Error(`a server in ${folder} ended at once with ${child.exitCode}`);
      if (await isUp().catch(() => false)) return;
      await wait(50);
    }
    throw new Error(`a server in ${folder} does not answer`);
  };
  const stop = async (signal: NodeJS.Signals = "SIGINT") => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  const server = {
    url,
    port,
    pid: () => child!.pid!,
    start,
    stop,
    restart: async (signal?: "SIGINT" | "SIGTERM" | "SIGKILL") => {
      await stop(signal);
      await start();
    },
    end: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await start();
  return server;
}
