import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const ASKS = [
  "How many swans nested on the reservoir at Oxley last spring?",
  "Will the towpath at Oxley be mended before the regatta?",
  "Is anybody to be prosecuted?",
  "When does the café in the boathouse lose its licence?",
];
const letter = makeExtracted(`Dear Ms Marr\n\n${ASKS.join("\n\n")}`, {
  parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
  items: ASKS.map((words) => ({ words })),
});

/** What a reply in these paragraphs says to each ask. */
function repliesIn(...paragraphs: string[]): string[] {
  const reply = makeExtracted(["Dear Ms Quist", ...paragraphs].join("\n\n"), {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  const links = linkItems(letter, [reply], rules);
  return letter.items.map(({ id }) =>
    links
      .filter(({ item }) => item === id)
      .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
      .join(" | "),
  );
}

const SWANS = "Eleven pairs of swans nested on the reservoir last spring.";
const TOWPATH = "The towpath will be mended by the end of April, well before the regatta.";
const BETWEEN = "Our solicitors say that too little was kept to bring anyone to court.";
const CAFE = "The café in the boathouse loses its licence in June.";

describe("a paragraph that shares nothing with an ask", () => {
  it("answers it where it alone stands between the answers to the asks before and after it", () => {
    expect(repliesIn(SWANS, TOWPATH, BETWEEN, CAFE)).toEqual([SWANS, TOWPATH, BETWEEN, CAFE]);
  });

  it("answers nothing where the reply goes by no order", () => {
    expect(repliesIn(CAFE, TOWPATH, BETWEEN, SWANS)[2]).toBe("");
  });

  it("answers nothing where it stands elsewhere", () => {
    expect(repliesIn(SWANS, BETWEEN, TOWPATH, CAFE)[2]).toBe("");
  });

  it("answers nothing where it is a courtesy", () => {
    expect(repliesIn(SWANS, TOWPATH, "I look forward to meeting you.", CAFE)[2]).toBe("");
  });
});
