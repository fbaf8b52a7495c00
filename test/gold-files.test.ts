import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { read } from "./support/read.ts";

interface Gold {
  parts: { id: string; begins: string; date: string | null }[];
  items: { id: string; part: string; kind: string; form?: string; quote: string; leadIn: string | null }[];
  deadlines: { item: string; quote: string; date: string | null; precision: string }[];
  links: { item: string; replies: string[]; outcome: string }[];
}
interface Pairs {
  links: { ask: { doc: string; item: string }; reply: { doc: string; replies: string[] }; outcome: string }[];
  /** Which document answers which; where it is not there, the links alone say so (the guide asks for them only). */
  pairs?: { asks: string; reply: string }[];
}

const OUTCOMES = ["answered", "accepted", "partly-accepted", "declined", "deferred", "noted", "unanswered"];
const FORMATS = ["html", "md", "txt", "pdf", "docx", "eml"];
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const under = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
const everywhere = (ending: string) => [...under("samples", ending), ...under("test/corpus", ending)];
const readJson = <T>(path: string) => JSON.parse(readFileSync(path, "utf8")) as T;
const bare = (text: string) => text.replace(/\s+/g, " ").toLowerCase();
const stemOf = (document: string) => document.replace(/\.[^.]+$/, "");
const goldBeside = (pairs: string, document: string) =>
  readJson<Gold>(join(dirname(pairs), `${stemOf(document)}.gold.json`));

/** The text of the document beside a file of gold. */
async function textBeside(path: string): Promise<string> {
  const stem = path.slice(0, -".gold.json".length);
  const document = FORMATS.map((format) => `${stem}.${format}`).find((each) => existsSync(each))!;
  return (await read(basename(document), readFileSync(document))).text;
}

describe.each(everywhere(".gold.json"))("%s", (path) => {
  const gold = readJson<Gold>(path);
  const items = new Map(gold.items.map((item) => [item.id, item]));

  it("stands beside a document of its name", () => {
    const stem = path.slice(0, -".gold.json".length);
    expect(FORMATS.some((format) => existsSync(`${stem}.${format}`))).toBe(true);
  });

  it("names a part for each item and an item for each deadline and link", () => {
    const parts = gold.parts.map((part) => part.id);
    expect(gold.items.filter((item) => !parts.includes(item.part))).toEqual([]);
    expect([...gold.deadlines, ...gold.links].filter((one) => !items.has(one.item))).toEqual([]);
  });

  it("has each deadline in the words of its item or the item's lead-in, or else in the document: in a cell of its row, or the sentence before", async () => {
    const elsewhere = gold.deadlines.filter(({ item, quote }) => {
      const { quote: words = "", leadIn = null } = items.get(item) ?? {};
      return !bare(`${words} ${leadIn ?? ""}`).includes(bare(quote));
    });
    const text = elsewhere.length === 0 ? "" : bare(await textBeside(path));
    expect(elsewhere.filter(({ quote }) => !text.includes(bare(quote)))).toEqual([]);
  });

  it("gives days as ISO days and outcomes by their names", () => {
    const days = [...gold.parts, ...gold.deadlines].map((one) => one.date).filter((date) => date !== null);
    expect(days.filter((date) => !ISO_DAY.test(date))).toEqual([]);
    expect(gold.links.filter((link) => !OUTCOMES.includes(link.outcome))).toEqual([]);
  });

  it("calls unanswered exactly what has no reply", () => {
    expect(gold.links.filter((link) => (link.outcome === "unanswered") !== (link.replies.length === 0))).toEqual([]);
  });
});

describe.each(everywhere("pairs.json"))("%s", (path) => {
  const { links, pairs } = readJson<Pairs>(path);

  it("links items and documents that are there", () => {
    const lost = links.filter(
      ({ ask, reply }) =>
        !existsSync(join(dirname(path), reply.doc)) ||
        !goldBeside(path, ask.doc).items.some((item) => item.id === ask.item),
    );
    expect(lost).toEqual([]);
  });

  it("links only documents that it pairs", () => {
    if (!pairs) return;
    const paired = new Set(pairs.map((pair) => `${pair.asks} ${pair.reply}`));
    expect(links.filter(({ ask, reply }) => !paired.has(`${ask.doc} ${reply.doc}`))).toEqual([]);
  });

  it("calls unanswered exactly what has no reply", () => {
    expect(links.filter(({ reply, outcome }) => (outcome === "unanswered") !== (reply.replies.length === 0))).toEqual(
      [],
    );
  });
});
