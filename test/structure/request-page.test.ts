import { expect, it } from "vitest";
import { readStructure } from "../support/read-structure.ts";

/** The kinds of the parts, and what is asked and answered, with the numbers of what an answer answers. */
function read(notation: string) {
  const { parts, segments } = readStructure(notation);
  return { kinds: parts.map(({ kind }) => kind), said: segments.map(({ words, answers }) => [words, answers]) };
}

it.each<[habit: string, notation: string, said: [words: string, answers: number[]][]]>([
  [
    "numbered points, each with its answer",
    "# Lifts\n\n## Your request\n\n1. the number of lifts\n\n2. what they cost\n\n## Our response\n\n1. Nine.\n\n2. £4,000.",
    [
      ["the number of lifts", []],
      ["what they cost", []],
      ["Nine.", [0]],
      ["£4,000.", [1]],
    ],
  ],
  [
    "points with a letter before their number",
    "Request:\n\nQ1. How many lifts are there?\n\nQ2. What did they cost?\n\nResponse:\n\nQ1. Nine.\n\nQ2. £4,000.",
    [
      ["How many lifts are there?", []],
      ["What did they cost?", []],
      ["Nine.", [0]],
      ["£4,000.", [1]],
    ],
  ],
  [
    "numbered points, with one answer to all",
    "# Lifts\n\n## Information requested\n\n1. How many lifts are there?\n\n2. What did they cost?\n\n## Information provided\n\nThe figures are attached.",
    [
      ["How many lifts are there?", []],
      ["What did they cost?", []],
      ["The figures are attached.", [0, 1]],
    ],
  ],
  [
    "a request in running text",
    "# Lifts\n\n## Request\n\nPlease send me the rota of the lift wardens for May.\n\n## Response\n\nThe rota is attached.",
    [
      ["Please send me the rota of the lift wardens for May.", []],
      ["The rota is attached.", [0]],
    ],
  ],
])("a page with a request over its response is a reply that sets out what it answers: %s", (_habit, notation, said) => {
  expect(read(notation)).toEqual({ kinds: ["reply"], said });
});

it("each request of a page has the response below it", () => {
  const { said } = read(
    "# Lifts\n\n## Request\n\nHow many lifts are there?\n\n## Response\n\nNine.\n\n## Request\n\nWho mends them?\n\n## Response\n\nThe Council.",
  );
  expect(said).toEqual([
    ["How many lifts are there?", []],
    ["Nine.", [0]],
    ["Who mends them?", []],
    ["The Council.", [2]],
  ]);
});

it.each([
  ["a response over nothing that was asked", "# Lifts\n\n## Response\n\nThe lifts are mended each May by the Council."],
  ["a request with no response", "# Lifts\n\n## Request\n\nPlease send me the rota of the lift wardens for May."],
])("no such page: %s", (_what, notation) => {
  expect(read(notation).said.filter(([, answers]) => answers!.length > 0)).toEqual([]);
});

it("a report that prints whether each recommendation is accepted has the answer under it", () => {
  const { segments } = readStructure(
    "# Recommendations: lifts, May 2024\n\n## Recommendations\n\n### Recommendation 1\n\nThe Council should mend the lift at Mill Hill.\n\n#### Do you accept the recommendation?\n\nYes\n\n#### Accepted action:\n\nThe lift was mended on 4 June.\n\n### Recommendation 2\n\nThe Council should count its lifts.\n\n#### Do you accept the recommendation?\n\nNo\n\nThey are counted each May.",
  );
  const replies = segments.flatMap(({ kind, words, answers }) => (kind === "reply" ? [[words, answers]] : []));
  const at = (label: string) => segments.findIndex((each) => each.kind === "statement" && each.label === label);
  expect(replies).toEqual([
    ["Yes", [at("1")]],
    ["The lift was mended on 4 June.", [at("1")]],
    ["No They are counted each May.", [at("2")]],
  ]);
});
