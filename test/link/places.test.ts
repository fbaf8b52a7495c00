import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { placesNamed } from "../../src/link/places.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

it.each([
  ["As to your second point, I can say this.", "", ["ask 2"]],
  ["In answer to the first of your questions: none.", "", ["question 1"]],
  ["The second point is harder.", "", ["ask 2"]],
  ["Your last two requests go together.", "", ["ask -1"]],
  ["We accept the first and third.", "You make three recommendations.", ["recommendation 1"]],
  [
    "We accept the first; the second is for others.",
    "You make two recommendations.",
    ["recommendation 1", "recommendation 2"],
  ],
  ["The first is due in May.", "Two lifts were mended.", []],
  ["At the second meeting of the board nothing was said.", "You ask two questions.", []],
  ["His second question was about us.", "", []],
  ["The first half of your questions is in hand.", "", []],
])("'%s' after '%s' names the places %j", (sentence, before, places) => {
  expect([...placesNamed(sentence, before, rules)]).toEqual(places);
});

const letter = makeExtracted(
  `Dear Director

The Panel recommends that the hall be painted. The Panel recommends that the gate be shut at dusk.

Who keeps the keys? I should be glad of a plan of the cellar.`,
  {
    name: "letter.txt",
    parts: [{ date: "2021-05-04", from: "Odile Harcourt", to: "Bertrand Yilmaz" }],
    items: [
      { words: "The Panel recommends that the hall be painted.", kind: "recommendation", form: null },
      { words: "The Panel recommends that the gate be shut at dusk.", kind: "recommendation", form: null },
      { words: "Who keeps the keys?" },
      { words: "I should be glad of a plan of the cellar.", form: "request" },
    ],
  },
);

function answered(words: string) {
  const reply = makeExtracted(words, {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2021-06-01", from: "Bertrand Yilmaz", to: "Odile Harcourt" }],
  });
  const links = linkItems(letter, [reply], rules);
  return letter.items.map(({ id }) => {
    const link = links.find(({ item }) => item === id);
    return [link?.replies.map(({ anchor }) => anchor.exact).join(" "), link?.outcome];
  });
}

it("what a reply counts off in one paragraph goes to what was asked in that place, each with its own verdict", () => {
  const [painted, shut] = answered(
    "Thank you for your letter.\n\nOf your two recommendations, we accept the first. The second is one that we cannot support.",
  );
  expect(painted).toEqual(["Of your two recommendations, we accept the first.", "accepted"]);
  expect(shut).toEqual(["The second is one that we cannot support.", "declined"]);
});

it("a question is counted among the questions, a request among all that was asked", () => {
  const [, , keys, plan] = answered(
    "Thank you for your letter.\n\nAs to your first question, it is Mr Larch who has them.\n\nAs to your second request, it is enclosed.",
  );
  expect(keys![0]).toContain("Mr Larch");
  expect(plan![0]).toContain("enclosed");
});
