import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const ASKS = ["How many lamps on the causeway are broken?", "Who holds the key to the boathouse in winter?"];
const HOLDS = "I have passed your questions to the harbour office, who will reply to you within 20 working days.";

const asked = (links: ReturnType<typeof linkItems>) =>
  ["i1", "i2"].map((id) => links.find(({ item }) => item === id)).map((link) => [link?.outcome, replyOf(link)]);
const replyOf = (link: ReturnType<typeof linkItems>[number] | undefined) =>
  link?.replies.map(({ anchor }) => anchor.exact).join(" ");

describe("a message that holds the whole answer off, over the one that it answers", () => {
  const chain = (...over: string[]) =>
    makeExtracted([...over, "Dear harbour office", ...ASKS].join("\n\n"), {
      parts: [
        { kind: "reply", date: "2023-03-10", begins: over[0]! },
        ...over.slice(1).map((begins) => ({ kind: "reply" as const, date: "2023-03-03", begins })),
        { date: "2023-03-01", begins: "Dear harbour" },
      ],
      items: ASKS.map((words) => ({ words })),
    });

  it("answers each ask: deferred", () => {
    expect(asked(linkItems(chain(HOLDS), [], rules))).toEqual([
      ["deferred", HOLDS],
      ["deferred", HOLDS],
    ]);
  });

  it("answers only those that have no answer of their own", () => {
    const told = "Nine of the lamps on the causeway are broken.";
    expect(asked(linkItems(chain(`${told} ${HOLDS}`), [], rules))).toEqual([
      ["answered", told],
      ["deferred", HOLDS],
    ]);
  });

  it("answers only what it speaks of where it passes on one matter", () => {
    const words = "I have passed your lamp to the harbour office, who will reply to you in April.";
    expect(asked(linkItems(chain(words), [], rules)).map(([outcome]) => outcome)).toEqual(["deferred", "unanswered"]);
  });

  it("answers nothing where it tells of a reply that came", () => {
    const words = "We passed your questions to the harbour office, who replied to you in February.";
    expect(asked(linkItems(chain(words), [], rules)).map(([outcome]) => outcome)).toEqual(["unanswered", "unanswered"]);
  });

  it("leaves what the full reply says nothing of unanswered", () => {
    const full = "Nine of the lamps on the causeway are broken.";
    expect(asked(linkItems(chain(full, HOLDS), [], rules))).toEqual([
      ["answered", full],
      ["unanswered", ""],
    ]);
  });
});

it("an answer that is still being written answers every question over it", () => {
  const page = makeExtracted([ASKS.join(" "), "Officers are preparing an answer."].join("\n\n"), {
    parts: [{ kind: "written-questions", date: "2023-03-01" }],
    segments: [
      { kind: "question", words: ASKS.join(" ") },
      { kind: "answer", words: "Officers are preparing an answer." },
    ],
    items: ASKS.map((words) => ({ words })),
  });
  expect(asked(linkItems(page, [], rules))).toEqual([
    ["deferred", "Officers are preparing an answer."],
    ["deferred", "Officers are preparing an answer."],
  ]);
});
