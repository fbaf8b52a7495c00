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

describe("what was asked together and is left between two answers", () => {
  const together = ["Has the rowing club paid?", "Are its yellow boats to come back?"];
  const paragraphs = [ASKS[0]!, ASKS[1]!, together.join(" "), ASKS[3]!, "How deep is the reservoir at Oxley?"];
  const asking = makeExtracted(`Dear Ms Marr\n\n${paragraphs.join("\n\n")}`, {
    parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
    items: paragraphs.flatMap((words) => (words === paragraphs[2] ? together : [words])).map((words) => ({ words })),
  });
  const DEEP = "The reservoir at Oxley is nine metres deep.";
  const saidTo = (...reply: string[]) => {
    const answering = makeExtracted(["Dear Ms Quist", ...reply].join("\n\n"), {
      name: "reply.txt",
      parts: [{ kind: "reply", date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
    });
    const links = linkItems(asking, [answering], rules);
    return asking.items
      .filter(({ anchor }) => together.includes(anchor.exact))
      .map(({ id }) =>
        links
          .find(({ item }) => item === id)!
          .replies.map(({ anchor }) => anchor.exact)
          .join(" | "),
      );
  };

  it.each([
    ["in the order of the asks", [SWANS, TOWPATH, "Not a penny. No, I fear.", CAFE, DEEP]],
    ["where another is answered first", [DEEP, SWANS, TOWPATH, "Not a penny. No, I fear.", CAFE]],
  ])("is answered by the sentences of the one paragraph there, %s", (_, reply) => {
    expect(saidTo(...reply)).toEqual(["Not a penny.", "No, I fear."]);
  });

  it("is answered by the whole of it where its sentences are not as many", () => {
    const words = "We shall see in the autumn. Until then they may use the lake. That is all.";
    expect(saidTo(SWANS, TOWPATH, words, CAFE, DEEP)).toEqual([words, words]);
  });
});
