// What more workers bring: from one to one a core, beside two controls of pure CPU: counting in registers, and the stages alone (bench/stages-alone.ts). Read in two ways: with as many
// cores as there are workers, for Redis, PostgreSQL and the controls too, as on a machine of each size; and with all cores there for either run. Part of bench/queue.ts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { openQueues } from "../src/queue/bullmq.ts";
import { openPostgresStore } from "../src/store/postgres.ts";
import { canConfine, withCores } from "./cores.ts";
import { cli, cpuOf, NOTHING, openSite, say, stagesAlone, startWorkers } from "./site.ts";

/** Turns of a loop of whole numbers (below 2³¹, where they stay whole), and how often it is done: some twelve seconds of one core. */
const TURNS = 2e9;
const TIMES = 4;

/** How long as many processes as there are workers take to count, each the same: what more cores give where nothing is shared. */
async function spin(count: number): Promise<number> {
  const loop = `let n=0;for(let t=0;t<${TIMES};t++)for(let i=0;i<${TURNS};i++)n=(n+i%7)|0`;
  const started = performance.now();
  await Promise.all(Array.from({ length: count }, () => once(spawn(process.execPath, ["-e", loop]), "close")));
  return (performance.now() - started) / 1000;
}

/** What the stages alone took of a part of the batch's documents in so many processes side by side, each of all of the part, by the clock and of the processor; the mean. */
async function sideBySide(count: number, folder: string): Promise<{ seconds: number; cpu: number }> {
  const all = await Promise.all(Array.from({ length: count }, () => stagesAlone(folder, ["warm", "part"])));
  const mean = (of: "clock" | "cpu") =>
    all.reduce((sum, [, warmed = NOTHING, done = NOTHING]) => sum + done[of] - warmed[of], 0) / count;
  return { seconds: mean("clock"), cpu: mean("cpu") };
}

/** What a batch took, by the clock, and of the processor by the workers and by Redis and PostgreSQL; and what was done. */
type Worked = { seconds: number; workers: number; servers: number; read: number; published: number };

/** Warm workers over a batch that waits for them: the client that adds it has done its work before. */
async function workOff(count: number, folder: string): Promise<Worked> {
  const at = await openSite(folder);
  const workers = await startWorkers(count, at);
  const [store, queues] = [await openPostgresStore(at.database), await openQueues(at.redis)];
  const servers = () => at.servers.reduce((sum, pid) => sum + cpuOf(pid), 0);
  // each as often as there are workers, so that each of them has read as many before as one alone has
  for (let round = 0; round < count; round++)
    await cli(["ingest", "warm", "--queue", "--wait", "--quiet", ...(round > 0 ? ["--force"] : [])], at);
  await queues.documents.pause();
  await cli(["ingest", "mix", "--queue", "--quiet"], at);
  const [before, own] = [servers(), await workers.measured()];
  const started = performance.now();
  await queues.documents.resume();
  while ((await store.batches()).some((batch) => !batch.endedAt)) await wait(50);
  const seconds = (performance.now() - started) / 1000;
  const done = await workers.measured();
  const [read, published] = [done.read - own.read, done.published - own.published];
  const worked = { seconds, servers: servers() - before, workers: done.cpu - own.cpu, read, published };
  await workers.stop();
  await Promise.all([store.close(), queues.close()]);
  await at.end();
  return worked;
}

type Run = Worked & { counting: number; stages: number };

/** So many workers over the batch; the controls before and after, as a shared machine gives more or less from one minute to the next. */
async function runOf(count: number, folder: string): Promise<Run> {
  const before = { stages: await sideBySide(count, folder), counting: await spin(count) };
  const worked = await workOff(count, folder);
  const after = { counting: await spin(count), stages: await sideBySide(count, folder) };
  const counting = (before.counting + after.counting) / 2;
  const stages = (before.stages.seconds + after.stages.seconds) / 2;
  const { seconds, workers, servers } = worked;
  const busy = ((workers + servers) / seconds).toFixed(2);
  say(
    `the batch by ${count}`,
    `${seconds.toFixed(1)} s; workers ${workers.toFixed(1)} s of CPU, Redis and PostgreSQL ${servers.toFixed(1)} s: ${busy} cores`,
  );
  for (const { stages } of [before, after])
    say(
      `a part of it by the stages alone, all of the part by each of ${count}`,
      `${stages.seconds.toFixed(1)} s; ${stages.cpu.toFixed(1)} s of CPU each`,
    );
  return { ...worked, counting, stages };
}

function tell(one: Run, all: Run, most: number): void {
  if (one.read !== all.read || one.published !== all.published)
    throw new Error(`unlike tasks were measured: ${JSON.stringify({ one, all })}`);
  const ours = one.seconds / all.seconds;
  const against = (control: number) => `${control.toFixed(2)}; ${(ours / control).toFixed(2)}`;
  say("speed-up by workers", ours.toFixed(2));
  say("that of counting in registers; ours of it", against((most * one.counting) / all.counting));
  say("that of the stages alone, nothing shared; ours of it", against((most * one.stages) / all.stages));
}

/** Measures a batch, in the folder `mix` (and a part of it in `part`), of workers that have read the folder `warm`, each on as many cores as there are workers, and tells. */
export async function speedUp(folder: string): Promise<void> {
  const most = availableParallelism();
  console.log(`\nspeed-up from 1 worker with one core to ${most} with ${most}, for servers and controls too`);
  if (!canConfine()) return console.log("left out: there is no taskset (util-linux) here");
  const [one, all] = [await withCores(1, () => runOf(1, folder)), await withCores(most, () => runOf(most, folder))];
  tell(one, all, most);
}

/** The same with all cores for either. */
export async function speedUpWithAllCores(folder: string): Promise<void> {
  const most = availableParallelism();
  console.log(`\nspeed-up from 1 to ${most} workers, all ${most} cores for either`);
  tell(await runOf(1, folder), await runOf(most, folder), most);
}
