import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** The cores that this process was given when it started, by number; none where the system does not tell (only Linux does). */
const GIVEN = given();

/** Whether `withCores` can do what it says: `taskset` (util-linux) is there. */
export const canConfine = (): boolean =>
  GIVEN.length > 0 && spawnSync("taskset", ["--version"], { stdio: "ignore" }).status === 0;

/** Does work with no more than so many cores for this process and all that it starts meanwhile, as on a machine of that size. */
export async function withCores<T>(count: number, work: () => Promise<T>): Promise<T> {
  confineTo(GIVEN.slice(0, count));
  try {
    return await work();
  } finally {
    confineTo(GIVEN);
  }
}

function confineTo(cores: readonly number[]): void {
  const { status, stderr } = spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", `${cores}`, `${process.pid}`]);
  if (status !== 0) throw new Error(`taskset: ${stderr}`);
  if (availableParallelism() > cores.length) throw new Error(`not confined to ${cores.length} cores`);
}

function given(): number[] {
  if (process.platform !== "linux") return [];
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "";
  return list.split(",").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}
