import { describe, expect, it } from "vitest";
import { topicOpening, verdictOfHeading } from "../../src/link/heading.ts";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

it.each([
  ["Bandstand: the roof goes on in May.", "Bandstand"],
  ["WATER BUTTS - nine have been bought.", "WATER BUTTS"],
  ["As to the bandstand, the roof goes on in May.", "the bandstand"],
  ["On allotments, our clerk will write to you.", "allotments"],
])("'%s' turns to %j", (words, topic) => {
  expect(topicOpening(words, rules)).toBe(topic);
});

it.each([
  ["a verdict", "Accepted: the roof goes on in May."],
  ["a day", "On 4 May, the roof came off."],
  ["words that tell nothing", "As to the other matter, nothing has come."],
  ["a whole clause", "The clerk told the members of the bandstand committee: no."],
  ["no break after it", "On allotments our clerk will write to you."],
  ["a name with a hyphen", "Water-butts were bought."],
])("%s is no topic: '%s'", (_, words) => {
  expect(topicOpening(words, rules)).toBe("");
});

it.each([
  ["Accepted in part", "Accepted in part"],
  ["UK Government: Accept in full", "Accept in full"],
  ["Response – Reject", "Reject"],
  ["Agreed actions", ""],
  ["Night buses", ""],
])("the verdict of the heading '%s' is '%s'", (words, verdict) => {
  expect(verdictOfHeading(words, rules)).toBe(verdict);
});

describe("a paragraph that names its matter before it speaks of it", () => {
  const asks = ["Who has the key to the boathouse?", "How many plots on the allotments stand empty?"];
  const letter = makeExtracted(`Dear Ms Marr\n\n${asks.join("\n\n")}`, {
    parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
    items: asks.map((words) => ({ words })),
  });
  const paragraphs = [
    "Allotments: eleven plots. They have stood empty since the frost.",
    "Boathouse: there is one key. This key hangs behind the stove.",
  ];
  const reply = makeExtracted(`Dear Ms Quist\n\n${paragraphs.join("\n\n")}`, {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
  });

  it("answers what is asked of it, with the sentences that go on from there", () => {
    const links = linkItems(letter, [reply], rules);
    const replies = letter.items.map(({ id }) => links.find((link) => link.item === id)?.replies ?? []);
    expect(replies.map((own) => own.map(({ anchor }) => anchor.exact))).toEqual([[paragraphs[1]], [paragraphs[0]]]);
  });
});
