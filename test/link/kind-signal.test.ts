import { expect, it } from "vitest";
import { askedIn } from "../../src/link/asked.ts";
import { fieldOf } from "../../src/link/field.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

/** Whether a sentence of a reply about patrols counts as of the kind of answer that an ask of a letter wants. */
function isOfKind(ask: string, sentence: string): boolean {
  const letter = makeExtracted(ask, {
    parts: [{ date: "2024-03-14", from: "Ada Quist", to: "Lev Marr" }],
    items: [{ words: ask }],
  });
  const reply = makeExtracted(sentence, {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2024-04-19", from: "Lev Marr", to: "Ada Quist" }],
  });
  return fieldOf(letter, askedIn(letter, rules), reply, rules).signals(0, 0)["kind-letter"] === 1;
}

it.each([
  ["How many patrols were sent out?", "Some 41 patrols were sent out.", true],
  ["How many patrols were sent out?", "I am afraid that patrols are not recorded by place.", true],
  ["When will the patrols begin?", "I cannot tell you yet about the patrols.", true],
  ["How many patrols were sent out?", "The patrols were proud of their boots.", false],
  ["Why were the patrols sent out?", "I am afraid that patrols are not recorded by place.", false],
])("'%s' – '%s' is of its kind: %s", (ask, sentence, expected) => {
  expect(isOfKind(ask, sentence)).toBe(expected);
});
