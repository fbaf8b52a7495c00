import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { letterText } from "../support/letters.ts";
import { makeArchive } from "../support/make-archive.ts";
import { type Run, readJsonl, runCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("bad-input");
const inputs = join(folder, "inputs");
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const latin = (text: string) => Buffer.from(text, "latin1");
const words = `${letterText(1)}\nThe café – costs £5.\n`;

/** Every kind of bad input, by its path under the folder, with the code of its failure. */
const FAILING: Record<string, [bytes: Buffer | string, code: string]> = {
  "empty.txt": ["", "empty-file"],
  "random.bin": [
    Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 104729) % 256)),
    "binary-data",
  ],
  "truncated.pdf": ["%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "broken-pdf"],
  "fake.docx": ["PK\u0003\u0004 this is no Word file at all", "not-a-docx"],
  "old.doc": [Buffer.concat([OLE, Buffer.alloc(2000)]), "unsupported-doc"],
  "odt.odt": [makeArchive([{ name: "mimetype", data: "application/vnd.oasis.opendocument.text" }]), "unsupported-odt"],
  "mail.msg": [
    Buffer.concat([OLE, Buffer.alloc(1000), Buffer.from("__substg1.0_", "utf16le"), Buffer.alloc(1000)]),
    "unsupported-msg",
  ],
  "climbing.zip": [makeArchive([{ name: "../../escaped.txt", data: words }]), "unsafe-archive"],
  "absolute.zip": [makeArchive([{ name: "/tmp/escaped.txt", data: words }]), "unsafe-archive"],
  "linked.zip": [makeArchive([{ name: "link.txt", data: "/etc/passwd", mode: 0o120777 }]), "unsafe-archive"],
  "nested.zip": [
    makeArchive([{ name: "inner.zip", data: makeArchive([{ name: "a.txt", data: words }]) }]),
    "unsafe-archive",
  ],
  "hidden-nest.zip": [
    makeArchive([{ name: "inner.txt", data: makeArchive([{ name: "a.txt", data: words }]) }]),
    "unsafe-archive",
  ],
  "bomb.zip": [makeArchive([{ name: "zeros.txt", data: Buffer.alloc(3_000_000, "a") }]), "unsafe-archive"],
  "crowd.zip": [
    makeArchive(Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}.txt`, data: "x" }))),
    "unsafe-archive",
  ],
  "broken.zip": [Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400)]), "broken-archive"],
  "vacant.zip": [makeArchive([{ name: "folder/", data: "" }]), "empty-archive"],
  "locked.zip": [makeArchive([{ name: "a.txt", data: words, encrypted: true }]), "encrypted"],
  "big.txt": ["A line of a long letter.\n".repeat(9_000), "too-large"],
};

/** Odd input that is read all the same, with words that must be in its text. */
const READ: Record<string, [bytes: Buffer | string, words: string]> = {
  "good.txt": [letterText(2), "quay number 2"],
  "page.pdf": [`<!doctype html><html><body><p>${letterText(3)}</p></body></html>`, "quay number 3"],
  "windows.txt": [latin(`${letterText(4)}\nThe caf\u00e9 \u0096 costs \u00a35.\n`), "The café – costs £5."],
  "bom.txt": [`\ufeff${words}`, "The café – costs £5."],
  "wide.txt": [Buffer.from(`\ufeff${letterText(5)}\nThe café – costs £5.\n`, "utf16le"), "The café – costs £5."],
  "twin-a.txt": [letterText(6), "quay number 6"],
  "twin-b.txt": [letterText(6), "quay number 6"],
  "red\u001b[31m\n.txt": [letterText(8), "quay number 8"],
  "packed.zip": [makeArchive([{ name: "deep/inside.txt", data: letterText(7) }]), "quay number 7"],
};

/** Ten million characters in one line, in which every sentence may be something: what grows with its square ends with "timed-out". */
const LINE = "The council will publish the report by 4 May and you asked whether we could help. ".repeat(122_000);

/** Only here may a name be any bytes. */
const ANY_NAME = process.platform === "linux";

let run: Run;

beforeAll(async () => {
  mkdirSync(join(inputs, "deeper"), { recursive: true });
  for (const [name, [bytes]] of Object.entries({ ...FAILING, ...READ })) writeFileSync(join(inputs, name), bytes);
  symlinkSync("nowhere.txt", join(inputs, "dangling.txt"));
  if (ANY_NAME) writeFileSync(Buffer.from(`${inputs}/not-utf8-\xff.txt`, "latin1"), letterText(8));
  symlinkSync("..", join(inputs, "deeper", "around"));
  mkdirSync(join(folder, "nothing"));
  const args = ["ingest", "inputs", "nothing", "missing.txt", "*.none", "--out", "out", "--limit", "bytes=200000"];
  run = await runCli(args, folder);
});

const failures = () => readJsonl(join(folder, "out", "failures.jsonl"));

describe("an input that cannot be read is a failure, and the rest is done", () => {
  const expected: [uri: string, code: string][] = [
    ...Object.entries(FAILING).map(
      ([name, [, code]]) => [name === "locked.zip" ? "locked.zip/a.txt" : name, code] as [string, string],
    ),
    ["dangling.txt", "dangling-link"],
    ...(ANY_NAME ? [["not-utf8-\ufffd.txt", "unreadable-name"] as [string, string]] : []),
    ["nothing", "empty-folder"],
    ["missing.txt", "not-found"],
    ["*.none", "not-found"],
  ];

  it.each(expected)("%s: %s", (uri, code) => {
    expect(failures().filter((failure) => failure.uri === uri)).toMatchObject([{ uri, code }]);
    expect(run.errors).toContain(uri);
  });

  it("names no other input", () => {
    expect(failures().map((failure) => failure.uri)).toEqual(expected.map(([uri]) => uri).sort());
  });

  it("says of each in a sentence what to do", () => {
    for (const { message } of failures()) expect(message).toMatch(/^[A-Z].*[.!]$/s);
  });

  it("ends with 3, since some inputs failed", () => {
    expect(run.code).toBe(3);
  });

  it("writes nothing outside the store and the folder named", () => {
    expect(readdirSync(folder).sort()).toEqual(["answerable-originals", "answerable.db", "inputs", "nothing", "out"]);
  });
});

describe("odd input that can be read is read right", () => {
  const record = (name: string) => JSON.parse(readFileSync(join(folder, "out", "documents", `${name}.json`), "utf8"));

  it.each(Object.entries(READ).filter(([name]) => !/twin-b|packed|red/.test(name)))("%s", (name, [, expected]) => {
    expect(record(name).text).toContain(expected);
  });

  it("shows no control character of a file's name", () => {
    expect(record("red␛[31m␊.txt")).toMatchObject({ source: { uri: "red␛[31m␊.txt" } });
    expect(run.out).toContain("red␛[31m␊.txt");
    expect(run.out + run.errors).not.toContain("\u001b[31m");
  });

  it("reads what is packed in an archive", () => {
    expect(record("inside.txt")).toMatchObject({ source: { uri: "packed.zip/deep/inside.txt", name: "inside.txt" } });
  });

  it("makes one record with both names of two inputs with the same bytes", () => {
    expect(record("twin-a.txt").source).toMatchObject({ name: "twin-a.txt", otherNames: ["twin-b.txt"] });
    expect(readdirSync(join(folder, "out", "documents"))).not.toContain("twin-b.txt.json");
  });
});

it("reads a file of one long line in which every sentence may be something", async () => {
  writeFileSync(join(folder, "line.txt"), LINE);
  const { code, errors } = await runCli(["ingest", "line.txt", "--store", "line.db", "--out", "lines"], folder);
  expect(errors).not.toContain("timed-out");
  expect(code).toBe(0);
  const { items } = JSON.parse(readFileSync(join(folder, "lines", "documents", "line.txt.json"), "utf8"));
  expect(items.length).toBeGreaterThan(0);
});
