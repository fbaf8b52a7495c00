import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const COUNTED = "How many lamps on the causeway are broken?";

/** What a reply that follows a letter with one item comes to. */
function outcomeOf(item: string, reply: string, kind: "ask" | "recommendation" = "ask") {
  const both = makeExtracted(["Dear harbour office", item, reply].join("\n\n"), {
    parts: [
      { date: "2023-03-01", begins: "Dear harbour" },
      { kind: "reply", date: "2023-03-03", begins: reply },
    ],
    items: [{ words: item, kind }],
  });
  return linkItems(both, [], rules).map(({ outcome }) => outcome);
}

it.each([
  [COUNTED, "Lamps on the causeway are a part of our heritage, and broken ones sadden us all."],
  ["When will the broken lamps on the causeway be mended?", "The broken lamps on the causeway are dear to all of us."],
  ["How often are the lamps on the causeway counted?", "The lamps on the causeway were a gift of the people of Oslo."],
])("%s is left unanswered by words on its matter without the kind of answer that it wants", (ask, reply) => {
  expect(outcomeOf(ask, reply)).toEqual(["unanswered"]);
});

it.each([
  ["the number itself", COUNTED, "Nine of the lamps on the causeway are broken."],
  ["where it stands", COUNTED, "The broken lamps on the causeway are in the attached table."],
  ["that it cannot be told", COUNTED, "I cannot tell you which lamps on the causeway are broken."],
  ["what else is asked", "Who broke the lamps on the causeway, and when?", "It broke the lamps, did the ferry."],
])("a reply that gives %s is an answer", (_, ask, reply) => {
  expect(outcomeOf(ask, reply)).not.toContain("unanswered");
  expect(outcomeOf(ask, reply)).toHaveLength(1);
});

it("a recommendation that speaks of a number may be accepted without one", () => {
  const wish = "The harbour office should say how many lamps on the causeway are broken.";
  expect(outcomeOf(wish, "We accept what is said of the lamps on the causeway.", "recommendation")).toEqual([
    "accepted",
  ]);
});

it.each([
  ["in their order", "Nine of the lamps.", "It was done by the keeper's lads."],
  ["the other way round", "It was done by the keeper's lads.", "Nine of the lamps."],
])("of two questions of one turn, answered %s, each has the answer of its kind", (_, ...answers) => {
  const [many, whom] = ["How many lamps are broken?", "And by whom was the paint put on?"];
  const session = makeExtracted([`${many} ${whom}`, ...answers].join("\n\n"), {
    parts: [{ kind: "transcript" }],
    segments: [
      { kind: "turn", words: `${many} ${whom}`, speaker: "Ada Quist" },
      { kind: "turn", words: answers.join(" … "), speaker: "Lev Marr" },
    ],
    items: [{ words: many }, { words: whom }],
  });
  const said = linkItems(session, [], rules).map(({ replies }) => replies.map(({ anchor }) => anchor.exact));
  expect(said).toEqual([["Nine of the lamps."], ["It was done by the keeper's lads."]]);
});
