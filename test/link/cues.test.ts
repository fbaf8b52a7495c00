import { describe, expect, it } from "vitest";
import { mannerOf, says, spelledOut } from "../../src/link/cues.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";

const { link } = loadPipeline("gla-correspondence");
const cues = [
  ...link.outcomes,
  ...link.echoes,
  ...link.courtesies,
  ...link.asides,
  ...link.elsewhere,
  ...link.pointers,
  ...link.replyHoldings,
  ...link.answerHoldings,
  ...link.replyWanted,
  ...link.replyGiven,
  ...link.replyTimed,
  ...link.holdings,
  ...link.information,
  ...link.caseNumbers,
  ...link.titlesNamed,
  ...link.questions,
  ...link.questions.map(({ answer }) => answer),
  ...link.questions.flatMap(({ strictly }) => strictly ?? []),
  ...link.standIns,
];

describe.each(cues.map((cue) => [cue.name, cue] as const))("%s", (_, cue) => {
  it.each(cue.finds)("finds: %s", (words) => {
    expect(says(words, [cue])).toBe(true);
  });
  it.each(cue.ignores)("leaves alone: %s", (words) => {
    expect(says(words, [cue])).toBe(false);
  });
});

it.each([
  ["We can’t do it.", "We cannot do it."],
  ["It won't open; they're late.", "It will not open; they are late."],
  ["It isn't ours, but we'll ask.", "It is not ours, but we will ask."],
  ["That's shut; it's been shut all week.", "That is shut; it has been shut all week."],
  ["I'd want to ask, as they'd been told.", "I would want to ask, as they'd been told."],
])("reads %s as %s", (printed, spelled) => {
  expect(spelledOut(printed)).toBe(spelled);
});

it.each([
  ["declined", "We do not, however, agree to a second gate."],
  ["accepted", "For the gates in the north, however, we agree to a trial."],
])("what stands between commas changes nothing within a verdict: %s – %s", (outcome, words) => {
  expect(
    mannerOf(words, link)
      .verdicts.filter(({ force }) => force === "implied")
      .map((cue) => cue.outcome),
  ).toContain(outcome);
});

it.each(["Work is under way.", "Work is underway."])(
  "a space that may be left out stands for none too: %s",
  (words) => {
    expect(mannerOf(words, link).verdicts.map(({ name }) => name)).toContain("set in hand");
  },
);
