import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { PartKind } from "../../src/records/part.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const HERONS = "How many herons nested on the island this year, and how many young were raised?";
const KEEPER = "Who holds the key to the boathouse in winter?";
const PLAN = "A copy of the plan for the sluice. If there are two, please send both of them.";

const request = makeExtracted(`Dear Ms Marr\n\n${HERONS}\n\n${KEEPER}\n\n${PLAN}`, {
  name: "request.txt",
  parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
  items: [HERONS, KEEPER, PLAN].map((words) => ({ words })),
});

/** What of a reply in these paragraphs is linked to each ask. */
function repliesIn(paragraphs: readonly string[], kind: PartKind = "reply"): string[][] {
  const reply = makeExtracted(["Dear Ms Quist", ...paragraphs].join("\n\n"), {
    name: "reply.txt",
    parts: [{ kind, date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  const links = linkItems(request, [reply], rules);
  const linked = (item: string) => links.filter((link) => link.item === item).flatMap((link) => link.replies);
  return request.items.map(({ id }) => linked(id).map(({ anchor }) => anchor.exact));
}

describe("asks that a reply prints again as plain paragraphs", () => {
  it("are answered by what stands under them, whatever its words", () => {
    expect(repliesIn([KEEPER, "Mr Oduya does.", HERONS, "Nine. Four."])).toEqual([
      ["Nine. Four."],
      ["Mr Oduya does."],
      [],
    ]);
  });

  it("are answered in the paragraph itself where it goes on, and share it where they stand one after the other", () => {
    expect(repliesIn([`${HERONS} Nobody has counted them.`, KEEPER, PLAN, "Mr Oduya. It is enclosed."])).toEqual([
      ["Nobody has counted them."],
      ["Mr Oduya."],
      ["It is enclosed."],
    ]);
  });

  it("are known between quotation marks", () => {
    expect(repliesIn([`“${KEEPER}”`, "Mr Oduya does.", `‘${HERONS}’`, "Nine. Four."]).slice(0, 2)).toEqual([
      ["Nine. Four."],
      ["Mr Oduya does."],
    ]);
  });

  it("are known though only their beginning is printed", () => {
    expect(repliesIn(["A copy of the plan for the sluice.", "There are none."])[2]).toEqual(["There are none."]);
  });

  it.each([
    ["a few words in common", ["How many herons there are is a matter for the warden.", "Nine. Four."], "reply"],
    ["the same words further on", [`Your note says "${KEEPER}" and more.`, "Nine. Four."], "reply"],
    ["another letter that asks the same", [HERONS, "Nine. Four."], "letter"],
  ] as const)("are not taken to be set out again by %s", (_, paragraphs, kind) => {
    expect(repliesIn(paragraphs, kind).flat()).not.toContain("Nine. Four.");
  });
});
