import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRecord } from "../../src/export/record.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { type StructuredDocument, structuredDocuments } from "../../src/pipeline/weighing.ts";
import type { Act, Decision } from "../../src/records/decision.ts";
import type { DocumentRecord } from "../../src/records/document-record.ts";
import type { Item } from "../../src/records/item.ts";
import { pairVersion } from "../../src/records/review.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { judgedIn } from "../../src/train/judged.ts";
import { NothingToLearn } from "../../src/train/train.ts";
import { trainFromReviews } from "../../src/train/train-from-reviews.ts";
import { letterText, replyText } from "../support/letters.ts";
import { ingestInto } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const LETTERS = [4, 5, 6, 7, 8, 9];
const SETTINGS = { folds: 2, penalty: 1, support: 2 };
const folder = temporaryFolder("reviews");
const pipeline = loadPipeline("gla-correspondence");
let documents: StructuredDocument[];
let records: DocumentRecord[];

beforeAll(async () => {
  for (const number of LETTERS) {
    writeFileSync(join(folder, `letter-${number}.txt`), letterText(number));
    writeFileSync(join(folder, `reply-${number}.txt`), replyText(number));
  }
  const store = await openSqliteStore(":memory:");
  await ingestInto(store, [folder]);
  documents = await structuredDocuments(store, pipeline);
  const ids = (await Array.fromAsync(store.documents())).map(({ id }) => id);
  records = (await Promise.all(ids.map((id) => loadRecord(store, id)))).flatMap((record) => record ?? []);
  await store.close();
});

const linksOf = (record: DocumentRecord, item: Item) => record.links.filter((link) => link.item === item.id);

/** What Ada, or somebody else, said of an item, entry by entry. */
function said(record: DocumentRecord, item: Item, acts: readonly Act[], by = "Ada", version?: string): Decision[] {
  return acts.map((act, at) => ({
    ...{ id: at + 1, key: randomUUID(), seen: at, by, act, document: record.id, item: item.id },
    version: version ?? pairVersion(item, linksOf(record, item)),
    at: "2026-06-01T10:00:00.000Z",
  }));
}

const verdict = (word: "accepted" | "rejected" | "unsure"): Act => ({ do: "verdict", verdict: word });
const asksWithReply = () =>
  records.flatMap((record) =>
    record.items
      .filter((item) => item.kind === "ask" && linksOf(record, item).some(({ replies }) => replies.length > 0))
      .map((item) => ({ record, item })),
  );

describe("what reviewers said", () => {
  const declined: Act = { do: "outcome", outcome: "declined" };
  const due: Act = { do: "deadline", date: "2024-06-01" };
  const ofOthers: Act = { do: "to", to: ["The Board"] };
  const toRecommendation: Act = { do: "kind", kind: "recommendation" };
  it.each([
    ["accepted", [verdict("accepted")], [["ask", true]], true],
    ["rejected, which may mean the reply", [verdict("rejected")], [], false],
    [
      "rejected with another outcome: the words are an item all the same",
      [declined, verdict("rejected")],
      [["ask", true]],
      false,
    ],
    ["accepted after another outcome was given", [declined, verdict("accepted")], [["ask", true]], false],
    [
      "accepted as another kind",
      [toRecommendation, verdict("accepted")],
      [
        ["recommendation", true],
        ["ask", false],
      ],
      true,
    ],
    ["due on another day, and no more", [due], [["ask", true]], undefined],
    ["asked of others, and no more", [ofOthers], [["ask", true]], undefined],
    ["rejected, since it is due on another day", [due, verdict("rejected")], [["ask", true]], undefined],
    ["due on another day, and taken back", [due, { do: "undo", entry: 1 } satisfies Act], [], undefined],
    ["answered by nothing, and no more", [{ do: "replies", replies: [] } satisfies Act], [["ask", true]], false],
    ["cannot be told", [verdict("unsure")], [], undefined],
    ["taken back", [verdict("accepted"), { do: "undo", entry: 1 } satisfies Act], [], undefined],
    ["nothing but a comment", [{ do: "comment", words: "Hm." } satisfies Act], [], undefined],
  ] as const)("of a pair: %s", (_, acts, words, link) => {
    const { record, item } = asksWithReply()[0]!;
    const [judged] = judgedIn([record], said(record, item, acts));
    expect(judged!.words.map(({ kind, right }) => [kind, right])).toEqual(words);
    expect(judged!.links.get(item.id)).toBe(link);
  });

  it("of an item to which nothing could reply: rejected, it is none", () => {
    const [record, item] = records.flatMap((each) =>
      each.items.filter(({ kind }) => kind === "undertaking").map((found) => [each, found] as const),
    )[0]!;
    const [judged] = judgedIn([record], said(record, item, [verdict("rejected")]));
    expect(judged!.words).toEqual([{ kind: "undertaking", quote: item.anchor.exact, right: false }]);
  });

  it("counts not where it was said of another version, nor where two differ", () => {
    const { record, item } = asksWithReply()[0]!;
    expect(judgedIn([record], said(record, item, [verdict("accepted")], "Ada", "0".repeat(16)))[0]!.words).toEqual([]);
    const [one] = said(record, item, [verdict("accepted")]);
    const [other] = said(record, item, [verdict("rejected")], "Ben");
    expect(judgedIn([record], [one!, { ...other!, id: 2, seen: 0 }])[0]!.words).toEqual([]);
  });

  it("of words that the machine missed: they are an item", () => {
    const { record, item } = asksWithReply()[0]!;
    const { start, end, exact } = item.anchor;
    const add: Act = { do: "item", kind: "undertaking", passage: { document: record.id, start, end, exact } };
    const log = said(record, { ...item, id: "f".repeat(16) }, [add]);
    expect(judgedIn([record], log)[0]!.words).toEqual([{ kind: "undertaking", quote: exact, right: true }]);
    const passage = { document: record.id, start, end: start + 12, exact: exact.slice(0, 12) };
    const corrected = said(record, { ...item, id: "f".repeat(16) }, [add, { do: "span", passage }]);
    expect(judgedIn([record], corrected)[0]!.words).toEqual([
      { kind: "undertaking", quote: passage.exact, right: true },
    ]);
  });
});

describe("training from reviews", () => {
  const judgedAs = (word: "accepted" | "rejected") =>
    judgedIn(
      records,
      asksWithReply().flatMap(({ record, item }) => said(record, item, [verdict(word)])),
    );

  it("learns of judged candidates and judged links alone, the same each time", () => {
    const training = trainFromReviews(documents, judgedAs("accepted"), pipeline, SETTINGS);
    expect(training).toEqual(trainFromReviews(documents, judgedAs("accepted"), pipeline, SETTINGS));
    expect(training.kinds.map(({ name }) => name)).toEqual(["ask"]);
    expect(training.kinds[0]).toMatchObject({ cases: asksWithReply().length, positives: asksWithReply().length });
    expect(training.links!.cases).toBe(training.links!.positives);
  });

  it("says what would come and go, and what nobody judged stays as it is", () => {
    const { found, letGo } = trainFromReviews(documents, judgedAs("accepted"), pipeline, SETTINGS);
    expect(letGo).toEqual([]);
    expect(found.every(({ kind }) => kind === "ask")).toBe(true);
  });

  it("refuses where nobody judged anything to be right", () => {
    expect(() => trainFromReviews(documents, judgedAs("rejected"), pipeline, SETTINGS)).toThrow(NothingToLearn);
    expect(() => trainFromReviews(documents, judgedIn(records, []), pipeline, SETTINGS)).toThrow(NothingToLearn);
  });
});
