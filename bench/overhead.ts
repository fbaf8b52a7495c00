// What a worker needs of the processor beside the same stages alone (bench/stages-alone.ts). Part of bench/queue.ts.
import { median, percent } from "./median.ts";
import { cli, NOTHING, openSite, say, stagesAlone, startWorkers } from "./site.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 1);

/** What is not the stages', of the processor's time at work, and with the start and the first documents. */
type Shares = { working: number; whole: number };

/**
 * Before it is measured, a worker has read some documents of the same kind: a service is started once. The stages alone run beside it, for
 * where cores are shared a second of the processor's time does more or less work from one minute to the next.
 */
async function overhead(folder: string, name: string, warm: string, input: string): Promise<Shares> {
  const at = await openSite(folder);
  const workers = await startWorkers(1, at);
  const control = stagesAlone(folder, [warm, input]);
  await cli(["ingest", warm, "--queue", "--wait", "--quiet"], at);
  const before = await workers.measured();
  await cli(["ingest", input, "--queue", "--wait", "--quiet"], at);
  const whole = await workers.measured();
  const [, warmed = NOTHING, alone = NOTHING] = await control;
  await workers.stop();
  await at.end();
  if (whole.read !== alone.read || whole.published !== alone.published)
    throw new Error(`unlike tasks were measured: ${JSON.stringify({ whole, alone })}`);
  const shares = {
    working: shareOf(alone.cpu - warmed.cpu, whole.cpu - before.cpu),
    whole: shareOf(alone.cpu, whole.cpu),
  };
  say(
    `${name}: ${alone.read} read, ${alone.published} published`,
    `${percent(shares.working)} of ${(whole.cpu - before.cpu).toFixed(1)} s, ${percent(shares.whole)} of ${whole.cpu.toFixed(1)} s`,
  );
  return shares;
}

/** What of all is not its own. */
const shareOf = (own: number, all: number) => (all - own) / all;

/**
 * Measures what a worker needs for the documents of a folder, and tells the medians of some rounds (`ROUNDS`), each with servers and a worker of its own: single rounds
 * differ by a percent and more on a quiet machine. `warm` are those that it has read before; both folders are in `folder`.
 */
export async function overheads(folder: string, name: string, warm: string, input: string): Promise<void> {
  const rounds: Shares[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await overhead(folder, name, warm, input));
  const middle = (of: keyof Shares) => percent(median(rounds.map((round) => round[of])));
  say(`${name}: CPU beside that of the stages, at work`, middle("working"));
  say(`${name}: the same with the start of the worker and its first documents`, middle("whole"));
}
