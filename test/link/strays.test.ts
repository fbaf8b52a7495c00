import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const ASKS = [
  "How many swans nested on the reservoir at Oxley last spring, and who counted the swans?",
  "Will the towpath at Oxley be mended before the regatta?",
];
const letter = makeExtracted(`Dear Ms Marr\n\n${ASKS.join("\n\n")}`, {
  parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
  items: ASKS.map((words) => ({ words })),
});

/** The passages of a reply in these paragraphs that are linked to each ask. */
function passagesIn(...paragraphs: string[]): string[][] {
  const reply = makeExtracted(["Dear Ms Quist", ...paragraphs].join("\n\n"), {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  const links = linkItems(letter, [reply], rules);
  const repliesTo = (id: string) => links.filter(({ item }) => item === id).flatMap(({ replies }) => replies);
  return letter.items.map(({ id }) => repliesTo(id).map(({ anchor }) => anchor.exact));
}

const COUNTED = "Eleven pairs of swans nested on the reservoir last spring. Mrs Oduya counted the swans from a punt.";
const MENDED = "The towpath will be mended by the end of April, well before the regatta.";
const ASIDE = "The café by the reservoir was named after the swans of last spring.";

describe("what shares words with an ask apart from its answer", () => {
  it("is left out where nothing says that it answers", () => {
    expect(passagesIn(COUNTED, MENDED, ASIDE)).toEqual([[COUNTED], [MENDED]]);
    expect(passagesIn(ASIDE, MENDED, COUNTED)).toEqual([[COUNTED], [MENDED]]);
  });

  it("is a second passage where its paragraph says what was asked", () => {
    const rest = "You also asked who counted the swans. The count of the swans was made by Mrs Oduya from a punt.";
    const [swans] = passagesIn("Eleven pairs of swans nested on the reservoir at Oxley last spring.", MENDED, rest);
    expect(swans).toEqual([
      "Eleven pairs of swans nested on the reservoir at Oxley last spring.",
      "The count of the swans was made by Mrs Oduya from a punt.",
    ]);
  });

  it("stays where it follows at once", () => {
    expect(passagesIn(`${COUNTED} ${ASIDE}`, MENDED)[0]).toEqual([`${COUNTED} ${ASIDE}`]);
  });
});
