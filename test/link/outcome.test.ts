import { describe, expect, it } from "vitest";
import { mannerOf } from "../../src/link/cues.ts";
import { verdictOf } from "../../src/link/outcome.ts";
import type { Want } from "../../src/link/want.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";

const { link } = loadPipeline("gla-correspondence");
const outcomeOf = (want: Want, ...sentences: string[]) =>
  verdictOf(
    sentences.map((sentence) => mannerOf(sentence, link)),
    want,
  ).outcome;

describe("a reply to something to be done", () => {
  it.each([
    ["accepted", ["Accepted.", "A plan of the shelters will be on our website in May."]],
    ["accepted", ["We will train every driver by the spring."]],
    ["accepted", ["The Trust agrees with the Panel's recommendation."]],
    ["accepted", ["Accepted.", "We cannot promise a plan of the shelters at the north end."]],
    ["accepted", ["The Trust accepts this recommendation.", "It will be reviewed once the survey is in."]],
    ["accepted", ["Y", "The date is not fixed."]],
    ["declined", ["N"]],
    ["partly-accepted", ["Partial", "The north gate will be mended."]],
    ["deferred", ["TBC"]],
    ["deferred", ["We will wish to see the survey before coming to a view."]],
    ["partly-accepted", ["Accepted in principle.", "A study of the cost will come first."]],
    ["partly-accepted", ["The scheme will be widened where possible."]],
    ["partly-accepted", ["We will pay for the north gate.", "We cannot commit to the south gate."]],
    ["declined", ["The Trust does not agree that a second gate is needed."]],
    ["declined", ["Not accepted.", "The Trust will instead publish a note each year."]],
    ["declined", ["Lighting falls outside our remit."]],
    ["deferred", ["The proposal remains under consideration."]],
    ["deferred", ["We do not wish to settle this at this stage; it will be considered in May."]],
    ["noted", ["Noted."]],
    ["noted", ["I note what you say about the benches."]],
    ["answered", ["The table has now been published."]],
    ["partly-accepted", ["Half of the drivers have been trained."]],
    ["partly-accepted", ["We support the aim, but cannot fix a day."]],
    ["partly-accepted", ["The sum has been paid.", "The Trust does not agree that a second is due."]],
    ["partly-accepted", ["Yes, for the rest of this year.", "After that I cannot promise it."]],
    ["declined", ["A second gate has been built.", "The Trust does not accept this recommendation."]],
    ["accepted", ["I wrote to them in May.", "I will meet them in June."]],
    ["partly-accepted", ["The Trust agrees that the log is of interest.", "However, the boats are their owners' own."]],
    ["accepted", ["The Trust agrees with this recommendation.", "However, the log is a long one."]],
    ["accepted", ["The Trust agrees that the log is of interest.", "However it is kept, it is long."]],
    ["accepted", ["The Trust agrees that the log is of interest.", "However, we will print it in May."]],
    ["partly-accepted", ["Nine of the gates have been mended.", "The remaining gates belong to the county."]],
    ["partly-accepted", ["The gate will be mended by June.", "That is later than the Panel asked."]],
    ["accepted", ["Accepted.", "It will not be possible to leave without a pass."]],
    ["unanswered", []],
  ] as const)("is %s: %j", (outcome, sentences) => {
    expect(outcomeOf("act", ...sentences)).toBe(outcome);
  });
});

describe("a reply to a question", () => {
  it.each([
    ["answered", ["There are 41 gates."]],
    ["answered", ["No.", "It was shut in 2019."]],
    ["deferred", ["A full answer will be sent by Friday."]],
    ["deferred", ["I am not able to say today.", "I shall have to take that away."]],
    ["partly-accepted", ["There are 41 gates.", "I do not have the number of those shut in front of me."]],
    ["declined", ["The Council does not hold this information."]],
    ["answered", ["I accept that it was slow to start."]],
    ["partly-accepted", ["There were 41 in May; figures for the years before are not held."]],
    ["declined", ["I cannot tell you which of the gates it was."]],
    ["deferred", ["I understand your concern.", "Nothing has been decided."]],
  ] as const)("is %s: %j", (outcome, sentences) => {
    expect(outcomeOf("information", ...sentences)).toBe(outcome);
  });
});

describe("a reply to a wish for papers", () => {
  it.each([
    ["accepted", ["Yes.", "That is easy enough."]],
    ["accepted", ["I shall be glad to."]],
    ["answered", ["Yes.", "There are 41, listed below."]],
    ["accepted", ["I will send the Panel the list on Friday."]],
    ["deferred", ["Officers are preparing the list."]],
    [
      "partly-accepted",
      ["The list is enclosed.", "I will send you the map when it has been printed, as I do not have it with me."],
    ],
    ["declined", ["We do not release such lists."]],
  ] as const)("is %s: %j", (outcome, sentences) => {
    expect(outcomeOf("particulars", ...sentences)).toBe(outcome);
  });
});

it.each([
  ["telling", "Gladly.", "accepted"],
  ["telling", "I will send you the figure on Friday.", "deferred"],
  ["particulars", "I will send you the figure on Friday.", "accepted"],
  ["information", "Gladly.", "answered"],
] as const)("to those who want %s, %s is: %s", (want, sentence, outcome) => {
  expect(outcomeOf(want, sentence)).toBe(outcome);
});

it("what is promised after a direct answer is something else", () => {
  const said = ["Four of them.", "I will ask the depot about the rest."].map((each) => mannerOf(each, link));
  expect(verdictOf(said, "information", "answered", { whole: true, directly: true, given: null }).outcome).toBe(
    "answered",
  );
  expect(verdictOf(said, "information").outcome).toBe("partly-accepted");
});

it("a hedge counts in the verdict's own sentence only", () => {
  expect(outcomeOf("act", "Accepted.", "The gate was partly rebuilt in 1990.")).toBe("accepted");
});

it.each([
  ["partly-accepted", true],
  ["deferred", null],
  ["deferred", false],
] as const)("a reply that opens with holding back is %s where what was asked for comes after: %s", (outcome, given) => {
  const said = ["I do not have it with me.", "It was put at forty."].map((each) => mannerOf(each, link));
  expect(verdictOf(said, "information", "answered", { whole: true, directly: false, given }).outcome).toBe(outcome);
});

it("a reply that tells around a question and puts it off is held back where nothing of the kind asked for is given", () => {
  const said = ["The survey is a long one.", "It is still being discussed."].map((each) => mannerOf(each, link));
  const outcomeWith = (given: boolean | null) =>
    verdictOf(said, "information", "answered", { whole: true, directly: false, given }).outcome;
  expect(outcomeWith(false)).toBe("deferred");
  expect(outcomeWith(null)).toBe("partly-accepted");
});

it("a question of which a part is passed over is answered in part", () => {
  expect(
    verdictOf([mannerOf("Forty-eight joined.", link)], "information", "answered", {
      whole: false,
      directly: false,
      given: null,
    }).outcome,
  ).toBe("partly-accepted");
});
