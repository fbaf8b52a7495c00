import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { letterText, replyText } from "../support/letters.ts";
import { promisedFiles, runCli, startCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("kill");
const LETTERS = 30;
const KILLS = Number(process.env.KILLS);
const args = (name: string) => ["ingest", "letters", "--out", name, "--store", `${name}.db`];

/** The same numbers from 0 to 1 every time: a linear congruential generator (constants of Numerical Recipes). */
function* seeded(count: number): Iterable<number> {
  let state = 20_240_301;
  for (let at = 0; at < count; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** Starts a run and sends a signal when it has told so many events: a moment that does not depend on how busy the machine is. */
async function stopAfter(events: number, name: string, signal: "SIGKILL" | "SIGINT") {
  const child = startCli([...args(name), "--json"], folder);
  let told = 0;
  let errors = "";
  child.stdout!.on("data", (words: Buffer) => {
    told += words.toString().split("\n").length - 1;
    if (told >= events) child.kill(signal);
  });
  child.stderr!.on("data", (words) => {
    errors += words;
  });
  const [code, killedBy] = await once(child, "close");
  return { code, killedBy, errors };
}

let undisturbed: Record<string, string>;
let events: number;

beforeAll(async () => {
  mkdirSync(join(folder, "letters"));
  for (let number = 1; number <= LETTERS; number++) {
    writeFileSync(join(folder, "letters", `letter-${number}.txt`), letterText(number));
    writeFileSync(join(folder, "letters", `reply-${number}.txt`), replyText(number));
  }
  writeFileSync(join(folder, "letters", "broken.pdf"), "%PDF-1.7 nothing follows");
  const run = await runCli([...args("undisturbed"), "--json"], folder);
  expect(run.code).toBe(3);
  events = run.out.trim().split("\n").length;
  undisturbed = promisedFiles(join(folder, "undisturbed"));
});

it("links what there is to link, so that there is something to lose", () => {
  const linked = Object.values(undisturbed).filter((json) => json.includes('"outcome": "accepted"'));
  expect(linked.length).toBeGreaterThan(LETTERS / 2);
});

it(`gives the same after being killed at any of ${KILLS} moments and run again`, async () => {
  let count = 0;
  for (const share of seeded(KILLS)) {
    const name = `killed-${count++}`;
    const after = Math.ceil(share * (events - 1));
    expect((await stopAfter(after, name, "SIGKILL")).killedBy, `killed after ${after} events`).toBe("SIGKILL");
    expect((await runCli(args(name), folder)).code).toBe(3);
    expect(promisedFiles(join(folder, name)), `killed after ${after} of ${events} events`).toEqual(undisturbed);
  }
});

it("stops at once when it is interrupted, says so, and goes on the next time", async () => {
  const { code, errors } = await stopAfter(5, "interrupted", "SIGINT");
  expect(code).toBe(130);
  expect(errors).toContain("Run the same command to go on");
  expect((await runCli(args("interrupted"), folder)).code).toBe(3);
  expect(promisedFiles(join(folder, "interrupted"))).toEqual(undisturbed);
});
