import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { Queue } from "bullmq";
import { BATCHES, DOCUMENTS, PREFIX } from "../../src/queue/bullmq.ts";
import { letterText, replyText } from "./letters.ts";
import { startCli } from "./run-cli.ts";

/** Where Redis and PostgreSQL are, as the program's environment has it. */
export type Addresses = { REDIS_URL: string; DATABASE_URL: string };

/** Starts a worker of one document at a time, and waits until it is at work. */
export async function startWorkerProcess(folder: string, env: Addresses, args: string[] = []): Promise<ChildProcess> {
  const child = startCli(["worker", "--concurrency", "1", "--lock", "2", ...args], folder, env);
  const said = new Promise<void>((resolve, reject) => {
    let words = "";
    for (const stream of [child.stdout!, child.stderr!])
      stream.on("data", (more) => {
        words += more;
        if (words.includes('"started"')) resolve();
      });
    child.once("exit", (code) => reject(new Error(`a worker ended at once with ${code}: ${words}`)));
  });
  await said;
  return child;
}

/** Ends a process by its id and waits for its end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

/** Writes so many letters and their replies into a folder, and a PDF that cannot be read. */
export function writeLetters(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= count; number++) {
    writeFileSync(join(folder, `letter-${number}.txt`), letterText(number));
    writeFileSync(join(folder, `reply-${number}.txt`), replyText(number));
  }
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7 nothing follows");
}

/** How many jobs of any state are in Redis. */
export async function jobsLeft(redis: string): Promise<number> {
  let count = 0;
  for (const name of [DOCUMENTS, BATCHES]) {
    const queue = new Queue(name, { connection: { url: redis }, prefix: PREFIX });
    for (const state of Object.values(await queue.getJobCounts())) count += state;
    await queue.close();
  }
  return count;
}

/** A way to a server that can be cut: bytes then go nowhere, and nobody is told. */
export async function startProxy(
  port: number,
): Promise<{ port: number; cut(): void; mend(): void; end(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((incoming) => {
    const outgoing = connect(port, "127.0.0.1");
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          sockets.delete(socket);
          incoming.destroy();
          outgoing.destroy();
        });
    }
    incoming.pipe(outgoing);
    outgoing.pipe(incoming);
    if (isCut) for (const socket of [incoming, outgoing]) socket.pause();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as { port: number }).port,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend() {
      isCut = false;
      // what a cut network has swallowed is lost: the connections are made anew
      for (const socket of sockets) socket.destroy();
    },
    async end() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
