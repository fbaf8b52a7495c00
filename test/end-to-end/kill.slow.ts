import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { letterText, replyText } from "../support/letters.ts";
import { promisedFiles, runCli, startCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("kill");
const LETTERS = 30;
const KILLS = Number(process.env.KILLS);
const args = (name: string) => ["ingest", "letters", "--out", name, "--store", `${name}.db`, "--quiet"];

/** The same moments every time: a linear congruential generator (constants of Numerical Recipes). */
function* moments(count: number, from: number, to: number): Iterable<number> {
  let state = 20_240_301;
  for (let at = 0; at < count; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield from + ((to - from) * state) / 2 ** 32;
  }
}

let undisturbed: Record<string, string>;
let milliseconds: number;

beforeAll(async () => {
  mkdirSync(join(folder, "letters"));
  for (let number = 1; number <= LETTERS; number++) {
    writeFileSync(join(folder, "letters", `letter-${number}.txt`), letterText(number));
    writeFileSync(join(folder, "letters", `reply-${number}.txt`), replyText(number));
  }
  writeFileSync(join(folder, "letters", "broken.pdf"), "%PDF-1.7 nothing follows");
  const started = performance.now();
  expect((await runCli(args("undisturbed"), folder)).code).toBe(3);
  milliseconds = performance.now() - started;
  undisturbed = promisedFiles(join(folder, "undisturbed"));
});

it("links what there is to link, so that there is something to lose", () => {
  const linked = Object.values(undisturbed).filter((json) => json.includes('"outcome": "accepted"'));
  expect(linked.length).toBeGreaterThan(LETTERS / 2);
});

it(`gives the same after being killed at any of ${KILLS} moments and run again`, async () => {
  let killed = 0;
  for (const share of moments(KILLS, 0.15, 0.95)) {
    const name = `killed-${killed}`;
    const child = startCli(args(name), folder);
    const ended = once(child, "exit");
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds * share);
    const [, signal] = await ended;
    clearTimeout(timer);
    if (signal === "SIGKILL") killed++;
    expect((await runCli(args(name), folder)).code).toBe(3);
    expect(promisedFiles(join(folder, name)), `killed after ${Math.round(milliseconds * share)} ms`).toEqual(
      undisturbed,
    );
  }
  expect(killed).toBeGreaterThan(KILLS / 2);
});

it("stops at once when it is interrupted, says so, and goes on the next time", async () => {
  const child = startCli(args("interrupted"), folder);
  let said = "";
  child.stderr!.on("data", (words) => {
    said += words;
  });
  setTimeout(() => child.kill("SIGINT"), milliseconds / 2);
  const [code] = await once(child, "close");
  expect(code).toBe(130);
  expect(said).toContain("Run the same command to go on");
  expect((await runCli(args("interrupted"), folder)).code).toBe(3);
  expect(promisedFiles(join(folder, "interrupted"))).toEqual(undisturbed);
});
