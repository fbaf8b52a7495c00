import { describe, expect, it } from "vitest";
import { scoreRecords } from "../../src/evaluate/evaluate.ts";
import { Gold, type GoldSet } from "../../src/evaluate/gold.ts";
import type { DocumentRecord } from "../../src/records/document-record.ts";
import { anchorIn, makeItem, makeLink, makeRecord } from "./make-record.ts";

const LETTER = `Dear Ms Quayle

How many of the lidos in your care were shut in July, and for how long?

I would be grateful for a copy of the water tests by 30 April.

The Trust will put up a new board at the gate.`;
const REPLY = `Dear Mr Adeyemi

Two of the five were shut, one for nine days and one for a fortnight.

The tests are kept by the laboratory and are not ours to give.`;
const ASKS = [
  "How many of the lidos in your care were shut in July, and for how long?",
  "I would be grateful for a copy of the water tests by 30 April.",
] as const;
const REPLIES = [
  "Two of the five were shut, one for nine days and one for a fortnight.",
  "The tests are kept by the laboratory and are not ours to give.",
] as const;

const gold: GoldSet = {
  byName: new Map([
    [
      "letter",
      Gold.parse({
        parts: [{ id: "p1", kind: "letter", date: "2024-03-05" }],
        items: [
          { id: "i1", kind: "ask", form: "question", quote: ASKS[0] },
          { id: "i2", kind: "ask", form: "request", quote: ASKS[1] },
        ],
        deadlines: [{ item: "i2", quote: "by 30 April", date: "2024-04-30", precision: "day" }],
        references: [{ scheme: "MQ", value: "2024/0417" }],
      }),
    ],
  ]),
  pairs: [
    {
      ask: { doc: "letter.txt", item: "i1" },
      reply: { doc: "reply.txt", replies: [REPLIES[0]] },
      outcome: "answered",
      alsoRight: [],
    },
    {
      ask: { doc: "letter.txt", item: "i2" },
      reply: { doc: "reply.txt", replies: [REPLIES[1]] },
      outcome: "declined",
      alsoRight: ["partly-accepted"],
    },
  ],
};

/** The letter and its reply, read without a fault. */
function perfect(): { letter: DocumentRecord; reply: DocumentRecord } {
  const letter = makeRecord("letter.txt", LETTER);
  const reply = makeRecord("reply.txt", REPLY);
  const items = [makeItem(letter, "a", ASKS[0]), makeItem(letter, "b", ASKS[1], { form: "request" })];
  return {
    reply,
    letter: {
      ...letter,
      items,
      deadlines: [
        {
          id: "d",
          item: "b",
          anchor: anchorIn(letter, "by 30 April"),
          date: "2024-04-30",
          precision: "day",
          relativeTo: null,
        },
      ],
      references: [{ id: "r", scheme: "MQ", value: "2024/0417", anchor: anchorIn(letter, "July"), item: null }],
      links: [
        makeLink(items[0]!, { record: reply, words: REPLIES[0] }),
        makeLink(items[1]!, { record: reply, words: REPLIES[1] }, { outcome: "partly-accepted" }),
      ],
    },
  };
}

const score = ({ letter, reply }: { letter: DocumentRecord; reply: DocumentRecord }, options = {}) =>
  scoreRecords(gold, [letter, reply], options);

describe("records against gold", () => {
  it("are wholly right where they say what the gold says, an outcome that is also right included", () => {
    const { scores, remarks } = score(perfect());
    for (const name of ["ask", "anyKind", "deadline", "reference", "mq", "parts", "replyTokens"] as const)
      expect([name, scores[name].f1]).toEqual([name, 1]);
    for (const name of ["form", "partDate", "replyHit", "outcome", "grounding"] as const)
      expect([name, scores[name].value]).toEqual([name, 1]);
    expect(scores.boundaryIoU).toBe(1);
    expect(remarks).toEqual([]);
  });

  it("count an item with less than half of the words as missed and extra", () => {
    const { letter, reply } = perfect();
    const items = [makeItem(letter, "a", "were shut in July"), letter.items[1]!];
    const { scores, remarks } = score({ letter: { ...letter, items }, reply });
    expect(scores.ask).toMatchObject({ tp: 1, gold: 2, predicted: 2 });
    expect(remarks.filter((remark) => /missed ask|extra ask/.test(remark))).toHaveLength(2);
  });

  it("count an item of another kind for items of any kind only", () => {
    const { letter, reply } = perfect();
    const items = letter.items.map((item) => ({ ...item, kind: "undertaking" as const, form: null }));
    const { scores } = score({ letter: { ...letter, items }, reply });
    expect(scores.ask.tp).toBe(0);
    expect(scores.anyKind.f1).toBe(1);
  });

  it("count a deadline with the right day for another item as wrong", () => {
    const { letter, reply } = perfect();
    const deadlines = letter.deadlines.map((deadline) => ({ ...deadline, item: "a" }));
    expect(score({ letter: { ...letter, deadlines }, reply }).scores.deadline).toMatchObject({
      tp: 0,
      gold: 1,
      predicted: 1,
    });
  });

  it("hold a link to other words against precision", () => {
    const { letter, reply } = perfect();
    const links = [letter.links[0]!, makeLink(letter.items[1]!, { record: reply, words: REPLIES[0] })];
    const { scores } = score({ letter: { ...letter, links }, reply });
    expect(scores.replyHit).toMatchObject({ hit: 1, of: 2 });
    expect(scores.replyTokens.p).toBeLessThan(1);
    expect(scores.outcome).toMatchObject({ hit: 1, of: 2 });
  });

  it("hold a reply of half a document to be no hit", () => {
    const { letter, reply } = perfect();
    const links = [makeLink(letter.items[0]!, { record: reply, words: reply.text }), letter.links[1]!];
    expect(score({ letter: { ...letter, links }, reply }).scores.replyHit.hit).toBe(1);
  });

  it("see an anchor whose words stand elsewhere", () => {
    const { letter, reply } = perfect();
    const items = letter.items.map((item) => ({ ...item, anchor: { ...item.anchor, exact: "other words" } }));
    const { grounding } = score({ letter: { ...letter, items }, reply }).scores;
    expect(grounding.of - grounding.hit).toBe(2);
  });

  it("count gold without a record as missed, unless only what is present is asked for", () => {
    const { reply } = perfect();
    const all = scoreRecords(gold, [reply]);
    expect(all.missing).toEqual(["letter"]);
    expect(all.scores.ask).toMatchObject({ tp: 0, gold: 2, predicted: 0 });
    expect(all.scores.outcome).toMatchObject({ hit: 0, of: 2 });
    expect(scoreRecords(gold, [reply], { present: true }).scores.ask.gold).toBe(0);
  });

  it("count only the kinds that a gold file annotates", () => {
    const only = {
      ...gold,
      byName: new Map([["letter", { ...gold.byName.get("letter")!, annotated: ["deadlines" as const] }]]),
    };
    const { letter, reply } = perfect();
    const { scores } = scoreRecords(only, [letter, reply]);
    expect(scores.ask.gold + scores.ask.predicted + scores.replyTokens.gold + scores.parts.gold).toBe(0);
    expect(scores.deadline.gold).toBe(1);
  });

  it("know an unanswered ask from a missing link", () => {
    const unanswered = {
      ...gold,
      pairs: [{ ...gold.pairs[0]!, outcome: "unanswered" as const, reply: { doc: "reply.txt", replies: [] } }],
    };
    const { letter, reply } = perfect();
    const said = (links: typeof letter.links) =>
      scoreRecords(unanswered, [{ ...letter, links }, reply]).scores.unanswered;
    expect(said([makeLink(letter.items[0]!, null)]).value).toBe(1);
    expect(said([]).value).toBe(0);
    expect(said([letter.links[0]!]).value).toBe(0);
  });

  it("give the confidence of items and links with whether they were right", () => {
    const { letter, reply } = perfect();
    const items = [...letter.items, makeItem(letter, "c", "Dear Ms Quayle", { confidence: 0.3 })];
    const { calibration } = score({ letter: { ...letter, items }, reply });
    expect(calibration.items.count).toBe(3);
    expect(calibration.items.table[3]).toMatchObject({ count: 1, held: 0 });
    expect(calibration.links).toMatchObject({ count: 2, baseRateBrier: 0 });
  });
});
