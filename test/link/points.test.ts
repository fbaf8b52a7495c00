import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { labelBlocks } from "../../src/parse/printed-label.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const letter = makeExtracted(
  `Dear Council

Please provide:

1. The cost of the new chairs.

2. The name of the maker.

3. The number of chairs thrown away.`,
  {
    name: "request.txt",
    parts: [{ date: "2021-05-04", from: "Odile Harcourt", to: "Bertrand Yilmaz" }],
    items: [
      { words: "The cost of the new chairs.", label: "1" },
      { words: "The name of the maker.", label: "2" },
      { words: "The number of chairs thrown away.", label: "3" },
    ],
  },
);

function replied(notation: string): (string | undefined)[] {
  const made = makeExtracted(notation, {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2021-06-01", from: "Bertrand Yilmaz", to: "Odile Harcourt" }],
  });
  const { document } = made;
  const target = { ...made, document: { ...document, blocks: labelBlocks(document.text, document.blocks) } };
  const links = linkItems(letter, [target], rules);
  return letter.items.map(({ id }) => links.find(({ item }) => item === id)?.replies[0]?.anchor.exact);
}

it("points of a reply answer the asks of the same number though they share no word", () => {
  expect(
    replied(
      "Thank you for your message of 4 May.\n\n1. £18,440 excluding VAT.\n\n2. Fenwick and Sons.\n\n3. Not known.",
    ),
  ).toEqual(["£18,440 excluding VAT.", "Fenwick and Sons.", "Not known."]);
});

it("hasty numbers are numbers of points too", () => {
  expect(replied("Thank you for your message of 4 May.\n\n1 - about £18,440\n\n2 - Fenwick and Sons")).toEqual([
    "about £18,440",
    "Fenwick and Sons",
    undefined,
  ]);
});

it("a point left out is answered by no other point", () => {
  expect(replied("Thank you for your message of 4 May.\n\n1. £18,440 excluding VAT.\n\n3. Not known.")).toEqual([
    "£18,440 excluding VAT.",
    undefined,
    "Not known.",
  ]);
});

it("numbers that count more than was asked count something else", () => {
  expect(
    replied(
      "1. Thank you for your message of 4 May.\n\n2. The hall is closed on Mondays.\n\n3. Fenwick and Sons.\n\n4. We wish you well.",
    ),
  ).not.toContain("The hall is closed on Mondays.");
});

it("what turns to one label after another in one paragraph answers each", () => {
  expect(replied("On (3), not known. As to (1), it came to £18,440. In relation to (2), Fenwick and Sons.")).toEqual([
    "As to (1), it came to £18,440.",
    "In relation to (2), Fenwick and Sons.",
    "On (3), not known.",
  ]);
});
