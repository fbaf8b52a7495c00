import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { extractRecords } from "../../src/pipeline/run.ts";
import { read } from "../support/read.ts";

const pipeline = loadPipeline("gla-correspondence");

/** What each point of a request has for an answer in a reply that sets all of them out and answers below. */
async function answersIn(answers: readonly string[]): Promise<[boolean, string][]> {
  const text = `Fenmarch Council
4 June 2021

Dear Ms Harcourt

Thank you for your message of 4 May, in which you made the following request:

"Please provide:
1. The cost of the new chairs.
2. The name of the maker of the chairs.
3. The number of chairs that were thrown away."

We hold some of what you ask for.

${answers.join("\n\n")}

Yours sincerely

Bertrand Yilmaz
Information Officer
`;
  const extracted = extractRecords(await read("reply.txt", text), pipeline);
  const links = linkItems(extracted, [], pipeline.link);
  return extracted.items.map(({ id, restated }) => [
    restated,
    links
      .filter(({ item }) => item === id)
      .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
      .join(" | "),
  ]);
}

it("a list of what was asked, set out whole, is answered below by the points of the same numbers", async () => {
  expect(
    await answersIn(["1. We paid £18,440.", "2. Fenwick and Sons of Mill Hill.", "3. Nobody counted them."]),
  ).toEqual([
    [true, "We paid £18,440."],
    [true, "Fenwick and Sons of Mill Hill."],
    [true, "Nobody counted them."],
  ]);
});

it("and a point left out by none of the others", async () => {
  const found = await answersIn(["1. We paid £18,440.", "3. Nobody counted them."]);
  expect(found[1]![1]).not.toMatch(/18,440|counted/);
});

it("numbered paragraphs below a box of recommendations answer the one that they name, as far as the next that names one", async () => {
  const text = `# Government response to the review of the park

## Chapter 1

**Recommendation 1: The Mayor should plant a tree in every street by May.**

**Recommendation 2: The Mayor should water the roses each evening.**

1.1 We accept recommendation 1. Nine are planted.

1.2 Others wait for the frost to end.

1.3 We do not accept recommendation 2. It rains.
`;
  const extracted = extractRecords(await read("response.md", text), pipeline);
  const links = linkItems(extracted, [], pipeline.link);
  const answers = extracted.items.map(({ id }) =>
    links
      .filter(({ item }) => item === id)
      .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
      .join(" "),
  );
  expect(answers).toEqual([
    "We accept recommendation 1. Nine are planted. Others wait for the frost to end.",
    "We do not accept recommendation 2. It rains.",
  ]);
});
