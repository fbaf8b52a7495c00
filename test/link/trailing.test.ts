import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const FIRST = "The Council should count the swans on the reservoir each spring.";
const SECOND = "The Council should mend the towpath before the regatta.";
const CLOSING = "The note of our meeting went to an address that is no longer in use.";

const COUNTED = "Accepted. We will count the swans in May.";
const MENDED = "Accepted. The towpath will be mended in April.";

/** What a response to two recommendations, with a paragraph below the first or the last answer, says to each. */
function repliesIn(below: "first" | "last", further: string, verdict = MENDED): string[] {
  const [counted, mended] = below === "first" ? [[COUNTED, further], [verdict]] : [[COUNTED], [verdict, further]];
  const response = makeExtracted([FIRST, ...counted, SECOND, ...mended].join("\n\n"), {
    parts: [{ kind: "response" }],
    segments: [
      { kind: "statement", words: FIRST },
      { kind: "reply", words: `Accepted. We … ${counted.at(-1)!}`, answers: [0] },
      { kind: "statement", words: SECOND },
      { kind: "reply", words: `${verdict.slice(0, 13)} … ${mended.at(-1)!}`, answers: [2] },
    ],
    items: [FIRST, SECOND].map((words) => ({ words, kind: "recommendation" as const, restated: true })),
  });
  const links = linkItems(response, [], rules);
  return response.items.map(({ id }) =>
    links
      .filter(({ item }) => item === id)
      .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
      .join(" "),
  );
}

describe("a paragraph below an answer", () => {
  it("is kept where there is nothing above it but a verdict by itself", () => {
    const verdict = "The Council accepts this recommendation.";
    expect(repliesIn("last", CLOSING, verdict)[1]).toBe(`${verdict}\n\n${CLOSING}`);
  });

  it("is left out where it closes the response and says nothing on the matter", () => {
    expect(repliesIn("last", CLOSING)).toEqual([COUNTED, MENDED]);
  });

  it("belongs to the answer where another follows", () => {
    expect(repliesIn("first", CLOSING)[0]).toContain(CLOSING);
  });

  it("belongs to the last answer where it speaks to the matter", () => {
    const further = "The towpath by the boathouse is to be mended first.";
    expect(repliesIn("last", further)[1]).toContain(further);
  });
});
