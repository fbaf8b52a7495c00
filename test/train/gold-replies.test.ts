import { describe, expect, it } from "vitest";
import { Gold, type GoldSet } from "../../src/evaluate/gold.ts";
import { unitsOf } from "../../src/link/unit.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { extractRecords, readDocument } from "../../src/pipeline/run.ts";
import { structure } from "../../src/structure/structure.ts";
import { alignmentCases } from "../../src/train/alignment-cases.ts";
import { withGoldItems } from "../../src/train/gold-items.ts";
import { annotatedAmong } from "../../src/train/item-cases.ts";
import { quotable, replyWords } from "../../src/train/reply-words.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const pipeline = loadPipeline("gla-correspondence");
const ASKED = "Will you say when the tide gate opens?";
const MISSED = "The gate, then.";
const ANSWERED = "The tide gate opens in June. Boats may pass from July.";

async function read(name: string, text: string) {
  const document = await readDocument({ name, bytes: new TextEncoder().encode(text) }, pipeline);
  return { name, document, structure: structure(document, pipeline.structure) };
}

const letters = await Promise.all([
  read("letter.txt", `Dear Ms Rook\n\n${ASKED}\n\n${MISSED}\n\nYours sincerely\n\nA Quill`),
  read("reply.txt", `Dear Mr Quill\n\nThank you for your letter. ${ANSWERED}\n\nYours sincerely\n\nB Rook`),
]);
const quotes = [ASKED, MISSED, "Nowhere in the letter at all."];
const letterGold = Gold.parse({ items: quotes.map((quote, at) => ({ id: `i${at + 1}`, kind: "ask", quote })) });
const gold: GoldSet = {
  byName: new Map([
    ["letter", letterGold],
    ["reply", Gold.parse({ items: [] })],
  ]),
  pairs: [
    {
      ask: { doc: "letter.txt", item: "i1" },
      reply: { doc: "reply.txt", replies: [ANSWERED] },
      outcome: "answered",
      alsoRight: [],
    },
  ],
};

describe("a document with the items of its gold", () => {
  const extracted = extractRecords(letters[0]!.document, pipeline);
  const { items } = withGoldItems("letter", extracted, letterGold);

  it("keeps what was found, places what was missed, and leaves out what the text does not say", () => {
    expect([...items.keys()]).toEqual(["i1", "i2"]);
    expect(extracted.items.map(({ id }) => id)).toContain(items.get("i1")!.id);
    expect(items.get("i2")!.anchor.exact).toBe("The gate, then");
  });

  it("takes a second quotation of the same words for the second place where they stand", () => {
    const again = Gold.parse({ items: ["gate", "gate"].map((quote, at) => ({ id: `i${at}`, kind: "ask", quote })) });
    const places = withGoldItems("letter", extracted, again)
      .items.values()
      .map(({ anchor }) => anchor.start);
    expect(new Set(places).size).toBe(2);
  });
});

describe("the words of a reply", () => {
  const notation = "It opens in June.\n\nBoats pass. It opens in June. Swans stay.";
  const made = makeExtracted(notation, { parts: [{}] });
  const units = unitsOf(made, pipeline.link);
  const sentences = quotable(made.document.text, units);
  const found = (reply: string, may = (_: number) => true) => [...replyWords(reply, sentences, may)];

  it("are found in the place of which most may answer, else in the first", () => {
    expect(found("It opens in June.")).toEqual([[0, 4]]);
    expect(found("It opens in June.", (unit) => unit === 2)).toEqual([[2, 4]]);
  });

  it("are found sentence by sentence where the whole is not printed so", () => {
    expect(found("Swans stay. Boats pass.")).toEqual([
      [3, 2],
      [1, 2],
    ]);
    expect(found("Herons leave.")).toEqual([]);
  });
});

it("makes a case of a letter and what answers it, with the sentences that do", () => {
  const cases = alignmentCases(annotatedAmong(letters, gold), gold, pipeline);
  const pair = cases.find(({ wanted }) => wanted > 0)!;
  expect(pair.document).toBe("letter");
  const said = [...pair.gold[0]!.keys()].map((unit) => pair.field.units[unit]!.text);
  expect(said).toEqual(["The tide gate opens in June.", "Boats may pass from July."]);
  expect(pair.wanted).toBe(11);
});
