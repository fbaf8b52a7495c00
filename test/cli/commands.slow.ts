import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, it } from "vitest";
import { letterText, replyText } from "../support/letters.ts";
import { readJsonl, runCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("commands");
const first = temporaryFolder("first-pairs");
const run = (...args: string[]) => runCli(args, folder);

beforeAll(async () => {
  mkdirSync(join(folder, "letters"));
  writeFileSync(join(folder, "letters", "letter.txt"), letterText(4));
  writeFileSync(join(folder, "letters", "open.txt"), letterText(9));
  writeFileSync(join(folder, "letters", "reply.txt"), replyText(4));
  writeFileSync(join(folder, "letters", "pairs.json"), "{}");
  writeFileSync(join(folder, "letters", ".answerableignore"), "# not letters\n*.json\n");
  writeFileSync(join(folder, "answerable.config.yaml"), "out: records\nworkers: 1\n");
  const first = await run("ingest", "letters");
  if (first.code !== 0) throw new Error(first.errors + first.out);
});

describe("what was read", () => {
  it("is written where the settings file says, and what is to be ignored is not read", () => {
    expect(readdirSync(join(folder, "records", "documents")).sort()).toEqual([
      "letter.txt.json",
      "open.txt.json",
      "reply.txt.json",
    ]);
    expect(readFileSync(join(folder, "records", "failures.jsonl"), "utf8")).toBe("");
  });

  it("is shown as a person would read it", async () => {
    const { out, code } = await run("show", "letter.txt");
    expect(code).toBe(0);
    expect(out).toContain("Will you publish the survey of quay number 4");
    expect(out).toMatch(/due.* 2024-06-30/);
    expect(out).toContain("reply.txt");
    expect(out).not.toContain("\u001b[");
  });

  it("is shown item by item, with its evidence", async () => {
    const [item] = readJsonl(join(folder, "records", "items.jsonl"));
    const { out } = await run("show", String(item!.key).slice(0, 8));
    expect(out).toContain(String(item!.text).slice(0, 30));
    expect(out).toContain("confidence");
  });

  it("is explained: what speaks for an item, and that nothing saw the rest", async () => {
    const { out, code } = await run("explain", "letter.txt", "Will you publish");
    expect(code).toBe(0);
    expect(out).toMatch(/ask, confidence 0\.\d\d\n +cue /);
    const nothing = await run("explain", "letter.txt", "Yours sincerely");
    expect(nothing.out).toContain("No cue saw anything here.");
    expect((await run("explain", "letter.txt", "no such words")).code).toBe(1);
  });

  it("is not explained by rules that did not read it", async () => {
    cpSync(join(folder, "answerable.db"), join(folder, "older.db"));
    const older = new DatabaseSync(join(folder, "older.db"));
    older.exec("UPDATE documents SET code = 'older'");
    older.close();
    const { errors, code } = await run("explain", "letter.txt", "Will you publish", "--store", "older.db");
    expect(code).toBe(1);
    expect(errors).toMatch(/^answerable: Another version of answerable read this document\. Ingest it again.*\n$/);
    rmSync(join(folder, "older.db"));
  });

  it("is listed by what became of it", async () => {
    const open = await run("list", "--open", "--json");
    const rows = open.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(new Set(rows.map((row) => row.document_name))).toContain("open.txt");
    expect(rows.every((row) => row.outcome === null)).toBe(true);
  });

  it("is overdue from the day after its deadline", async () => {
    const keysOn = async (day: string) => {
      const { out } = await run("list", "--overdue", "--as-of", day, "--kind", "ask", "--json");
      return out.trim()
        ? out
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line).document_name)
        : [];
    };
    expect(await keysOn("2024-06-30")).toEqual([]);
    expect(await keysOn("2024-07-01")).toContain("open.txt");
  });

  it("is found by its words", async () => {
    expect((await run("search", "mending", "wall")).out).toContain("letter.txt");
  });

  it("is explained: which cue saw it, and what let it go", async () => {
    const seen = await run("explain", "letter.txt", "Will you publish");
    expect(seen.out).toMatch(/cue .*:/);
    expect(seen.out).toMatch(/ask, confidence 0\.\d\d/);
    const absent = await run("explain", "letter.txt", "words that are not there");
    expect(absent.code).toBe(1);
  });

  it("is exported with one row an item, and no formula for a spreadsheet to run", async () => {
    const csv = await run("export", "csv");
    expect(csv.out.split("\n")[0]).toMatch(/^key,kind,form,label,restated,text,by,to,/);
    await run("export", "jsonl", "--out", "items.jsonl");
    const machine = readJsonl(join(folder, "records", "items.jsonl"));
    // where nobody reviewed anything, what stands beside each row says so
    const nothingSaid = { verdict: null, disputed: false, corrected: null, decided_by: null };
    expect(readJsonl(join(folder, "items.jsonl"))).toEqual(
      machine.map((row) => expect.objectContaining({ ...row, ...nothingSaid, machine_kind: null })),
    );
  });
});

describe("a user's word", () => {
  const outcomesOf = (name: string) =>
    readJsonl(join(folder, "records", "items.jsonl"))
      .filter((row) => row.document_name === name && row.kind === "ask")
      .map((row) => row.outcome);

  it("links two documents, rewrites the letter's record, and can be taken back", async () => {
    expect(outcomesOf("open.txt").every((outcome) => outcome === null)).toBe(true);
    expect((await run("link", "open.txt", "reply.txt")).out).toContain("1 record changed");
    expect(outcomesOf("open.txt").every((outcome) => outcome !== null)).toBe(true);
    expect((await run("link", "open.txt", "reply.txt", "--remove")).code).toBe(0);
    expect(outcomesOf("open.txt").every((outcome) => outcome === null)).toBe(true);
  });

  it("may be declared at the first ingest of all, in a file beside the letters that is not read as one", async () => {
    writeFileSync(join(first, "letter.txt"), letterText(9));
    writeFileSync(join(first, "reply.txt"), replyText(4));
    writeFileSync(join(first, "pairs.csv"), "asking,answering\nletter.txt,reply.txt\n");
    const args = ["ingest", ".", "--pairs", "pairs.csv", "--out", "records"];
    expect((await runCli([...args, "--dry-run"], first)).out).toContain("2 new, 0 known");
    const told = await runCli(args, first);
    expect(told.code).toBe(0);
    expect(told.errors).not.toContain("✗");
    expect(readdirSync(join(first, "records", "documents")).sort()).toEqual(["letter.txt.json", "reply.txt.json"]);
    const rows = readJsonl(join(first, "records", "items.jsonl"));
    const asks = rows.filter((row) => row.document_name === "letter.txt" && row.kind === "ask");
    expect(asks.length).toBeGreaterThan(0);
    expect(asks.every((row) => row.outcome !== null)).toBe(true);
  });

  it("may stand in a file; a line that names no document is a failure with its line", async () => {
    writeFileSync(
      join(folder, "pairs.csv"),
      "asking,answering\nletters/open.txt,letters/reply.txt\nnobody.txt,letters/reply.txt\n",
    );
    const told = await run("ingest", "letters", "--pairs", "pairs.csv");
    expect(told.code).toBe(3);
    expect(outcomesOf("open.txt").every((outcome) => outcome !== null)).toBe(true);
    expect(readJsonl(join(folder, "records", "failures.jsonl"))).toMatchObject([
      { uri: "pairs.csv:3", code: "unknown-document" },
    ]);
    await run("link", "open.txt", "reply.txt", "--remove");
    expect((await run("ingest", "letters")).code).toBe(0);
  });

  it("takes a document down, for good unless it is forced back", async () => {
    writeFileSync(join(folder, "private.txt"), letterText(17));
    await run("ingest", "private.txt");
    expect((await run("remove", "private.txt")).code).toBe(2);
    expect((await run("remove", "private.txt", "--why", "a person asked")).code).toBe(0);
    expect(existsSync(join(folder, "records", "documents", "private.txt.json"))).toBe(false);
    const again = await run("ingest", "private.txt");
    expect(again.code).toBe(1);
    expect(again.errors).toMatch(/taken-down.*a person asked/);
    expect((await run("remove", "--list")).out).toContain("a person asked");
    expect((await run("ingest", "private.txt", "--force")).code).toBe(0);
    await run("remove", "private.txt", "--why", "done");
  });
});

describe("the front door", () => {
  it("does not take its own store, records and settings for documents", async () => {
    const { out } = await run(
      "ingest",
      ".",
      "--dry-run",
      "--ignore",
      "pairs.csv",
      "--ignore",
      "*.jsonl",
      "--ignore",
      "private.txt",
    );
    expect(out).toContain("0 new, 3 known, 0 that cannot be opened");
  });

  it("says what it would do and writes nothing", async () => {
    const { out } = await run("ingest", "letters", "missing.txt", "--dry-run", "--store", "none.db");
    expect(out).toContain("3 new, 0 known, 1 that cannot be opened");
    expect(existsSync(join(folder, "none.db"))).toBe(false);
  });

  it.each([
    [["frobnicate"], 2, /unknown command/],
    [["list", "--kind", "wish"], 2, /Allowed choices/],
    [["list", "--as-of", "2024-02-30"], 2, /YYYY-MM-DD/],
    [["list", "--store", "none.db"], 2, /There is no store/],
    [["show", "nobody.txt"], 1, /no document "nobody.txt"/],
    [["ingest", "letters", "--pipeline", "nothing-like-it"], 1, /pipeline/],
    [["ingest", "letters", "--limit", "patience=3"], 2, /patience/],
    [["ingest", "nowhere"], 1, /not-found/],
  ])("answers %j with %i and a sentence, never with a stack", async (args, code, words) => {
    const { code: ended, errors } = await run(...args);
    expect(ended).toBe(code);
    expect(errors).toMatch(words);
    expect(errors).not.toMatch(/^\s+at /m);
  });

  it("shows an example with the help of every command", async () => {
    const commands = [...(await run("--help")).out.matchAll(/^ {2}([a-z]+)/gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== "help");
    expect(commands).toEqual(expect.arrayContaining(["ingest", "list", "show", "export", "explain", "doctor"]));
    for (const command of commands)
      expect((await run(command, "--help")).out, command).toMatch(/Examples?:\n {2}answerable/);
  });

  it("finds that everything is there", async () => {
    const { out, code } = await run("doctor");
    expect(out).not.toContain("✗");
    expect(code).toBe(0);
  });
});
