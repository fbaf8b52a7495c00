import { statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/parse/parse.ts";
import type { FoundInput } from "../../src/pipeline/input/input.ts";
import { lookOf } from "../../src/pipeline/input/look.ts";
import type { Runner } from "../../src/pipeline/runner.ts";
import { type InputOutcome, type Rules, readJobFor } from "../../src/pipeline/take-in.ts";
import { toOpen } from "../../src/pipeline/unchanged.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { makeInput, makeRead } from "../support/make-stored.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const ID = "a".repeat(64);
const LOOK = "100 1 1 1";
const rulesOf = (version: string): Rules => ({
  pipelines: [{ name: "own", version, takes: { hosts: [], paths: [], titles: [], openings: [] }, sites: [] }],
  limits: { ...DEFAULT_LIMITS, seconds: 1, heapMegabytes: 64 },
  force: false,
});
const rules = rulesOf("v1");
const runner: Runner = {
  width: 1,
  perform: () => Promise.reject(new Error("nothing is read here")),
  close: async () => {},
};

describe("a file that was read and looks the same", () => {
  let store: Store;
  const known = { failing: new Set<string>(), removed: new Set<string>() };
  const found: FoundInput = { ...makeInput("letter.txt"), read: async () => Buffer.from("words"), look: LOOK };

  beforeEach(async () => {
    store = await openSqliteStore(":memory:");
    await store.saveInput(ID, makeInput("letter.txt"), LOOK);
    const { readKey } = readJobFor((await store.state(ID))!, rules);
    await store.saveRead({ ...makeRead(ID), readKey });
  });

  async function open(input: FoundInput, over: Partial<Parameters<typeof toOpen>[1]> = {}) {
    const told: InputOutcome[] = [];
    const work = { ...rules, store, runner, known, ...over };
    const opened = await Array.fromAsync(toOpen(source([input]), work, (outcome) => told.push(outcome)));
    return { opened, told };
  }

  it("is not opened, and told of as unchanged", async () => {
    expect(await open(found)).toEqual({ opened: [], told: [{ uri: "letter.txt", document: ID, state: "unchanged" }] });
  });

  it.each<[string, FoundInput, Partial<Parameters<typeof toOpen>[1]>]>([
    ["it looks otherwise", { ...found, look: "100 2 1 1" }, {}],
    ["its look is not known", { ...found, look: undefined }, {}],
    ["it is called otherwise", { ...found, uri: "other.txt" }, {}],
    ["it lies elsewhere", { ...found, location: "/else/letter.txt" }, {}],
    ["the rules are others", found, rulesOf("v2")],
    ["all is to be read again", found, { force: true }],
    ["it failed the last time", found, { known: { ...known, failing: new Set([found.location]) } }],
    ["its document was taken down", found, { known: { ...known, removed: new Set([ID]) } }],
  ])("is opened where %s", async (_, input, over) => {
    expect(await open(input, over)).toEqual({ opened: [input], told: [] });
  });
});

describe("the look of a file", () => {
  const path = join(temporaryFolder("looks"), "letter.txt");
  const later = () => Date.now() + 10_000;
  const look = (now: number) => lookOf(statSync(path, { bigint: true }), now);

  it("is the same until something is written, even where size and time are set back", async () => {
    writeFileSync(path, "Please write.");
    const { atime, mtime } = statSync(path);
    const before = look(later());
    expect(look(later())).toBe(before);
    // longer than the steps in which a file system counts
    await wait(50);
    writeFileSync(path, "Please wrote.");
    utimesSync(path, atime, mtime);
    expect(look(later())).not.toBe(before);
  });

  it("is not trusted a moment after the file changed", () => {
    writeFileSync(path, "Please write.");
    expect(look(Date.now())).toBeUndefined();
  });
});

async function* source(inputs: readonly FoundInput[]): AsyncIterable<FoundInput> {
  yield* inputs;
}
