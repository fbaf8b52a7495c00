import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { DocumentRecord } from "../../src/records/document-record.ts";
import { promisedFiles, type Run, readJsonl, runCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("samples");
const GUARD = fileURLToPath(new URL("../support/no-network.cjs", import.meta.url));
const guarded = { NODE_OPTIONS: `--require ${GUARD}`, NETWORK_LOG: join(folder, "network.log") };
const out = (name: string) => promisedFiles(join(folder, name));

let four: Run;

beforeAll(async () => {
  cpSync(fileURLToPath(new URL("../../samples", import.meta.url)), join(folder, "samples"), { recursive: true });
  four = await runCli(["ingest", "samples", "--out", "four", "--store", "four.db", "--workers", "4"], folder, guarded);
});

describe("the main job on the samples", () => {
  it("is done, with a table and what to do next", () => {
    expect(four.errors).not.toContain("✗");
    expect(four.code).toBe(0);
    expect(four.out).toMatch(
      /document +kind +recommendations +asks +undertakings +deadlines +MQ numbers +linked +unanswered +open/,
    );
    expect(four.out).toContain("Next:");
  });

  it("writes a record for each document that holds to the published schema, with every anchor's words at its place", () => {
    const records = Object.entries(out("four")).filter(([path]) => path.startsWith("documents"));
    expect(records.length).toBeGreaterThanOrEqual(14);
    for (const [, json] of records) {
      const record = DocumentRecord.parse(JSON.parse(json));
      const things = [...record.parts, ...record.items, ...record.deadlines, ...record.references];
      for (const { anchor } of things) expect(record.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
    }
  });

  it("writes one line an item, and none for the items of copies", () => {
    const records = Object.entries(out("four"))
      .filter(([path]) => path.startsWith("documents"))
      .map(([, json]) => JSON.parse(json) as DocumentRecord);
    const ids = records.filter((record) => !record.copyOf).flatMap((record) => record.items.map((item) => item.id));
    const keys = readJsonl(join(folder, "four", "items.jsonl")).map((row) => row.key);
    expect(keys.toSorted()).toEqual(ids.toSorted());
    expect(records.some((record) => record.copyOf)).toBe(true);
  });

  it("calls nobody over the network", () => {
    expect(existsSync(guarded.NETWORK_LOG)).toBe(false);
  });

  it.each([
    ["the main thread", "call()"],
    ["a thread", "new Worker(new URL(import.meta.url))"],
  ])("would have been caught calling from %s", async (_, start) => {
    const log = join(folder, "control.log");
    const script = join(folder, "control.mjs");
    writeFileSync(log, "");
    writeFileSync(
      script,
      `import net from "node:net"; import { isMainThread, Worker } from "node:worker_threads";
      const call = () => new net.Socket().connect(80);
      if (isMainThread) ${start}; else call();`,
    );
    const child = spawn(process.execPath, [script], { env: { ...process.env, ...guarded, NETWORK_LOG: log } });
    expect((await once(child, "exit"))[0]).toBe(1);
    expect(readFileSync(log, "utf8")).toBe("net.connect\n");
  });

  it("does no parsing and changes nothing when it is run again", async () => {
    const before = out("four");
    const again = await runCli(["ingest", "samples", "--out", "four", "--store", "four.db", "--json"], folder);
    const events = again.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const states = events.filter(({ event }) => event === "input").map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(["unchanged"]));
    expect(events.find(({ event }) => event === "linking")).toEqual({ event: "linking", documents: 0 });
    expect(out("four")).toEqual(before);
  });

  it("gives the same bytes with one worker, and whatever came first", async () => {
    const cases = readdirSync(join(folder, "samples"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const half = cases.slice(0, 5).map(({ name }) => `samples/${name}/*.{pdf,html,md,txt,eml,docx}`);
    // the documents of a few cases first, under other paths; the whole then sets names and paths right
    await runCli(
      ["ingest", ...half.toReversed(), "--store", "one.db", "--workers", "1", "--ignore", "about.md"],
      folder,
    );
    const run = await runCli(["ingest", "samples", "--out", "one", "--store", "one.db", "--workers", "1"], folder);
    expect(run.code).toBe(0);
    expect(out("one")).toEqual(out("four"));
  });
});
