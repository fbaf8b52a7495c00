import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Act } from "../../src/records/decision.ts";
import type { Pair } from "../../src/server/schemas.ts";
import { letterText, replyText } from "../support/letters.ts";
import { createVisitor, ingestInto, makeDesk } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("api");
let desk: Awaited<ReturnType<typeof makeDesk>>;
let ada: ReturnType<typeof createVisitor>;
let ben: ReturnType<typeof createVisitor>;

beforeAll(async () => {
  for (const number of [4, 5, 6]) {
    writeFileSync(join(folder, `letter-${number}.txt`), letterText(number));
    writeFileSync(join(folder, `reply-${number}.txt`), replyText(number));
  }
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7 and nothing more");
  mkdirSync(join(folder, "pdf"));
  desk = await makeDesk([folder, "samples/property-stores/property-stores-letter.pdf"]);
  ada = createVisitor(desk, "Ada");
  ben = createVisitor(desk, "Ben");
});
afterAll(() => desk.close());

const pairId = async (at = 0) => (await ada.json("/items?pairs=true")).rows[at].id as string;
const pairOf = (id: string): Promise<Pair> => ada.json(`/items/${id}`);
const pairIn = async (answer: Response | Promise<Response>) => (await (await answer).json()) as Pair;
const decide = (who: typeof ada, pair: Pair, act: Act, seen = pair.entries.at(-1)?.id ?? 0) =>
  who.send("POST", `/items/${pair.item.id}/decisions`, { key: randomUUID(), version: pair.version, seen, act });

describe("lists", () => {
  it("give every document once, page by page", async () => {
    const ids: string[] = [];
    for (let after = ""; ; ) {
      const { rows, next } = await ada.json(`/documents?most=2${after && `&after=${after}`}`);
      ids.push(...rows.map((row: { id: string }) => row.id));
      if (!next) break;
      after = next;
    }
    expect(ids).toHaveLength(7);
    expect(new Set(ids).size).toBe(7);
  });

  it.each(["document", "doubt"])("give every item once in the order of %s", async (order) => {
    const all = await ada.json(`/items?order=${order}&most=200`);
    const ids: string[] = [];
    for (let after = ""; ; ) {
      const { rows, next } = await ada.json(`/items?order=${order}&most=3${after && `&after=${after}`}`);
      ids.push(...rows.map((row: { id: string }) => row.id));
      if (!next) break;
      after = next;
    }
    expect(ids).toEqual(all.rows.map((row: { id: string }) => row.id));
    expect(ids.length).toBeGreaterThan(9);
  });

  it("let through what is asked for", async () => {
    const { rows } = await ada.json("/items?kind=undertaking");
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((row: { kind: string }) => row.kind))).toEqual(new Set(["undertaking"]));
    expect((await ada.json("/items?words=SURVEY&status=replied")).rows).toHaveLength(3);
  });

  it("tell what could not be read, and why", async () => {
    const { rows } = await ada.json("/failures");
    expect(rows).toMatchObject([{ uri: expect.stringContaining("broken.pdf"), stage: "parse" }]);
  });

  it("count", async () => {
    const { totals, kinds, verdicts } = await ada.json("/statistics");
    expect(totals.documents).toBe(7);
    expect(kinds.map((row: { name: string }) => row.name)).toContain("ask");
    expect(verdicts.none).toBeGreaterThan(9);
  });
});

describe("a document", () => {
  it("gives its text by blocks whose offsets count in the whole", async () => {
    const [row] = (await ada.json("/items?words=survey")).rows;
    const { item } = await pairOf(row.id);
    const { text } = await documentRecord(row.document);
    const stretch = await ada.json(`/documents/${row.document}/text?from=${item.anchor.start}&to=${item.anchor.end}`);
    expect(stretch.blocks).toHaveLength(1);
    const [block] = stretch.blocks;
    expect(text.slice(stretch.start, stretch.end)).toBe(stretch.text);
    expect(block).toMatchObject({ start: stretch.start, end: stretch.end });
    const [start, end] = block.sentences[0];
    expect(text.slice(start, end)).toBe(item.anchor.exact);
  });

  it("gives the lines of a page, which the boxes of an anchor cover", async () => {
    const [row] = (await ada.json("/items?words=please")).rows.filter(
      (each: { documentName: string }) => each.documentName === "property-stores-letter.pdf",
    );
    const { anchor } = (await pairOf(row.id)).item;
    const page = await ada.json(`/documents/${row.document}/pages/${anchor.page}`);
    for (const box of anchor.boxes) {
      const under = page.lines.filter(
        (line: { y: number; height: number }) =>
          line.y < box.y + box.height / 2 && line.y + line.height > box.y + box.height / 2,
      );
      expect(
        under.some((line: { start: number; end: number }) => line.start < anchor.end && line.end > anchor.start),
      ).toBe(true);
    }
  });

  it("gives pictures of its pages, and says when the browser has them already", async () => {
    const row = (await ada.json("/documents")).rows.find((each: { name: string }) => each.name.endsWith(".pdf"));
    const picture = await ada.ask(`/documents/${row.id}/pages/1/image?scale=1`);
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    const again = await ada.ask(`/documents/${row.id}/pages/1/image?scale=1`, {
      "if-none-match": picture.headers.get("etag")!,
    });
    expect(again.status).toBe(304);
    expect((await ada.ask(`/documents/${row.id}/pages/99/image`)).status).toBe(404);
  });

  it("gives the file that its pages are drawn from, to be saved and never opened, and no other kind of file", async () => {
    const { rows } = await ada.json("/documents");
    const idOf = (ending: string) => rows.find((each: { name: string }) => each.name.endsWith(ending)).id;
    const file = await ada.ask(`/documents/${idOf(".pdf")}/original`);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(
      createHash("sha256")
        .update(Buffer.from(await file.arrayBuffer()))
        .digest("hex"),
    ).toBe(idOf(".pdf"));
    expect((await ada.ask(`/documents/${idOf(".txt")}/original`)).status).toBe(404);
  });

  it("is not sent again while it is the same", async () => {
    const [row] = (await ada.json("/documents")).rows;
    const first = await ada.ask(`/documents/${row.id}`);
    const again = await ada.ask(`/documents/${row.id}`, { "if-none-match": first.headers.get("etag")! });
    expect(again.status).toBe(304);
  });
});

describe("a place in a document", () => {
  it("is found by its words, whatever their case and spacing, and nothing else is", async () => {
    const [row] = (await ada.json("/items?words=survey")).rows;
    const { item } = await pairOf(row.id);
    const words = item.anchor.exact.toUpperCase().replaceAll(" ", "  ");
    const { rows } = await ada.json(`/documents/${row.document}/find?words=${encodeURIComponent(words)}`);
    expect(rows).toEqual([{ start: item.anchor.start, end: item.anchor.end }]);
    expect((await ada.json(`/documents/${row.document}/find?words=.*`)).rows).toEqual([]);
    expect((await ada.json(`/documents/${row.document}/find?words=`)).rows).toEqual([]);
  });

  it("has the anchor that the machine gives it", async () => {
    const { rows } = await ada.json("/items?words=please");
    const { item } = await pairOf(rows.find((row: { documentName: string }) => row.documentName.endsWith(".pdf")).id);
    const document = (await pairOf(item.id)).document.id;
    const { start, end } = item.anchor;
    expect(await ada.json(`/documents/${document}/anchor?start=${start}&end=${end}`)).toEqual(item.anchor);
    expect((await ada.ask(`/documents/${document}/anchor?start=5&end=2`)).status).toBe(422);
  });
});

describe("an item that the machine missed", () => {
  const chosen = async () => {
    const [row] = (await ada.json("/items?words=survey")).rows;
    const { text } = await documentRecord(row.document);
    const start = text.indexOf("Yours");
    return { document: row.document as string, start, end: start + 5, exact: "Yours" };
  };
  const add = async (passage: object, key = randomUUID()) =>
    ada.send("POST", "/additions", { key, kind: "ask", passage });

  it("is added under an id of its own, decided on like any other, and taken back", async () => {
    const passage = await chosen();
    const made = await pairIn(add(passage));
    expect(made.item).toMatchObject({ kind: "ask", anchor: { exact: "Yours" }, evidence: ["added by Ada"] });
    expect(made.replying.length).toBeGreaterThan(0);
    const after = await pairIn(decide(ada, made, { do: "deadline", date: "2024-06-01" }));
    expect(after.review).toMatchObject({ deadline: { date: "2024-06-01" }, added: passage });
    expect((await ada.json(`/additions?document=${passage.document}`)).rows).toMatchObject([{ id: made.item.id }]);
    const undone = await pairIn(decide(ada, after, { do: "undo", entry: made.entries[0]!.id }));
    expect(undone.review.added).toBeNull();
  });

  it("is refused where its words do not stand, or where the machine lists them", async () => {
    const passage = await chosen();
    expect((await add({ ...passage, exact: "Other" })).status).toBe(422);
    const { item, document } = await pairOf((await ada.json("/items?words=survey&kind=ask")).rows[0].id);
    const { start, end, exact } = item.anchor;
    expect((await add({ document: document.id, start, end, exact })).status).toBe(409);
  });
});

describe("decisions", () => {
  it("are kept with who, when and on which version, and the machine's word stays", async () => {
    const pair = await pairOf(await pairId());
    const answer = decide(ada, pair, { do: "verdict", verdict: "accepted" });
    const after = await pairIn(answer);
    expect(after.review.verdict).toBe("accepted");
    expect(after.entries.at(-1)).toMatchObject({ by: "Ada", at: "2026-06-01T10:00:00.000Z", version: pair.version });
    expect(after.links).toEqual(pair.links);
    expect(after.moved).toBe(false);
  });

  it("of two who did not see one another are both kept, and the difference is shown", async () => {
    const pair = await pairOf(await pairId(1));
    await decide(ada, pair, { do: "verdict", verdict: "accepted" });
    const after = await pairIn(decide(ben, pair, { do: "verdict", verdict: "rejected" }));
    expect(after.entries.map(({ by }) => by)).toEqual(["Ada", "Ben"]);
    expect(after.review.conflicts).toEqual(["verdict"]);
    expect((await ada.json("/items?disputed=true")).rows.map((row: { id: string }) => row.id)).toEqual([pair.item.id]);
  });

  it("are taken back by a new entry, by whoever made them and nobody else", async () => {
    const pair = await pairOf(await pairId(2));
    const made = await pairIn(decide(ada, pair, { do: "outcome", outcome: "declined" }));
    const entry = made.entries.at(-1)!.id;
    expect((await decide(ben, made, { do: "undo", entry })).status).toBe(403);
    const undone = await pairIn(decide(ada, made, { do: "undo", entry }));
    expect(undone.review.outcome).toBeNull();
    expect(undone.entries).toHaveLength(2);
  });

  it("handed in twice are kept once", async () => {
    const pair = await pairOf(await pairId(3));
    const body = { key: randomUUID(), version: pair.version, seen: 0, act: { do: "comment", words: "Once." } };
    for (let time = 0; time < 2; time++) await ada.send("POST", `/items/${pair.item.id}/decisions`, body);
    expect((await pairOf(pair.item.id)).review.comments).toHaveLength(1);
  });

  it("under a key that stands for another one, another person's too, are refused and not dropped", async () => {
    const pair = await pairOf(await pairId(3));
    const body = { key: randomUUID(), version: pair.version, seen: 0, act: { do: "comment", words: "Mine." } };
    const send = (who: typeof ada, id: string, act: Act) =>
      who.send("POST", `/items/${id}/decisions`, { ...body, act });
    await send(ada, pair.item.id, { do: "comment", words: "Mine." });
    expect((await send(ben, pair.item.id, { do: "comment", words: "Mine." })).status).toBe(409);
    expect((await send(ada, pair.item.id, { do: "comment", words: "Other." })).status).toBe(409);
    expect((await send(ada, pair.item.id, { do: "comment", words: "Mine." })).status).toBe(200);
  });

  it("take other words of the reply, which must stand there", async () => {
    const pair = await pairOf(await pairId(3));
    const { document, anchor } = pair.links[0]!.replies[0]!;
    const passage = { document, start: anchor.start, end: anchor.start + 12, exact: anchor.exact.slice(0, 12) };
    const after = await pairIn(decide(ada, pair, { do: "replies", replies: [passage] }));
    expect(after.review.replies).toEqual([passage]);
    const wrong = { ...passage, exact: "Other words." };
    expect((await decide(ada, after, { do: "replies", replies: [wrong] })).status).toBe(422);
    const elsewhere = await decide(ada, after, { do: "span", passage });
    expect(elsewhere.status).toBe(422);
  });

  it("survive reading everything anew", async () => {
    const id = await pairId();
    const before = await pairOf(id);
    for await (const { location } of desk.store.failures()) await desk.store.clearFailure(location);
    await ingestInto(desk.store, [folder]);
    const after = await pairOf(id);
    expect(after.entries).toEqual(before.entries);
    expect(after.review.verdict).toBe("accepted");
  });

  it("are refused on a version that is no longer the one there", async () => {
    const pair = await pairOf(await pairId());
    expect((await decide(ada, { ...pair, version: "0".repeat(16) }, { do: "verdict", verdict: "unsure" })).status).toBe(
      409,
    );
  });

  it("can be taken away as a log", async () => {
    const lines = (await (await ada.ask("/exports/decisions.jsonl")).text()).trim().split("\n");
    const ids = lines.map((line) => JSON.parse(line).id as number);
    expect(ids.length).toBeGreaterThan(4);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  });
});

describe("the description of the API", () => {
  it("is OpenAPI 3.1 and names every route with a sentence", async () => {
    const { openapi, paths } = await ada.json("/openapi.json");
    expect(openapi).toMatch(/^3\.1/);
    const routes = Object.values(paths as Record<string, Record<string, { summary: string }>>).flatMap(Object.values);
    expect(routes.length).toBeGreaterThan(12);
    expect(routes.every((route) => route.summary.length > 10)).toBe(true);
  });
});

async function documentRecord(id: string): Promise<{ text: string }> {
  const { loadRecord } = await import("../../src/export/record.ts");
  return (await loadRecord(desk.store, id))!;
}
