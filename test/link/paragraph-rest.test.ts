import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const ASKS = [
  "Would you give every walker at Oxley a card to show at the turnstile?",
  "Will the towpath at Oxley be mended before the regatta?",
];
const letter = makeExtracted(`Dear Ms Marr\n\n${ASKS.join("\n\n")}`, {
  parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
  items: ASKS.map((words) => ({ words })),
});

/** What a reply in these paragraphs says to the first ask. */
function repliesIn(...paragraphs: string[]): string {
  const reply = makeExtracted(["Dear Ms Quist", ...paragraphs].join("\n\n"), {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  return linkItems(letter, [reply], rules)
    .filter(({ item }) => item === letter.items[0]!.id)
    .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
    .join(" | ");
}

const CARD = "A card for the turnstile is a good idea.";
const REST = "Dr Nkemi has drafted something. It is with the printer in Leeds.";
const TOWPATH = "The towpath will be mended by the end of April, well before the regatta.";

describe("the rest of a paragraph that opens with an answer", () => {
  it("belongs to it", () => {
    expect(repliesIn(`${CARD} ${REST}`, TOWPATH)).toBe(`${CARD} ${REST}`);
  });

  it("is left out where the paragraph answers another ask too", () => {
    expect(repliesIn(`${CARD} ${REST} ${TOWPATH}`)).toBe(CARD);
  });

  it("is left out where it turns to another matter", () => {
    expect(repliesIn(`${CARD} As to the café, nobody has drafted anything. It is in Leeds.`, TOWPATH)).toBe(CARD);
  });

  it("is left out where it is one sentence", () => {
    expect(repliesIn(`${CARD} Leeds was wet.`, TOWPATH)).toBe(CARD);
  });
});
