import { expect, it } from "vitest";
import { answered } from "../../src/link/question.ts";
import { unitsOf } from "../../src/link/unit.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link } = loadPipeline("gla-correspondence");
const answersOf = (question: string, reply: string) =>
  answered(question, unitsOf(makeExtracted(reply, { parts: [{ kind: "reply" }] }), link), link);

it.each([
  [true, "How many cadets did the brigade enrol?", "The brigade enrolled 48 cadets in 2019."],
  [false, "How many cadets did the brigade enrol, and how many have resigned?", "The brigade enrolled 48 cadets."],
  [
    true,
    "How many cadets did the brigade enrol, and how many have left?",
    "It enrolled 48. It keeps no count of the rest.",
  ],
  [true, "What is the rate here, and how does it compare with last year?", "It is 11 per cent. A year ago it was 9."],
  [true, "Where are the tides posted, and how often are they updated?", "On the gate, and they are refreshed hourly."],
  [true, "When does the ferry sail, and who is paying for it?", "It sails in June and is met by the insurers."],
  [false, "For how long was it kept, and has the Registrar been told?", "It was kept for 31 hours."],
  [true, "Which of the two is right, and why do they differ?", "The first. It counts from noon."],
])("whole: %s – %s – %s", (whole, question, reply) => {
  expect(answersOf(question, reply).whole).toBe(whole);
});

it.each([
  [true, "How many pumps work today?", "Four of the five. The last waits for a valve."],
  [true, "Why not?", "Because nobody has asked. I will ask them in May."],
  [true, "Has it been mended?", "It has. We will send you the bill."],
  [false, "How many pumps work today?", "I do not carry that in my head. Four did in May."],
  [false, "How many pumps work, and where are they?", "Four of the five."],
  [false, "Which gate is it?", "The one by the church."],
])("directly: %s – %s – %s", (directly, question, reply) => {
  expect(answersOf(question, reply).directly).toBe(directly);
});

it.each([
  [true, "How many pumps work today?", "I do not carry that in my head. It was four in May."],
  [false, "How many pumps work today?", "I will write to you by the 14th."],
  [null, "Why not?", "Because nobody has asked."],
  [null, "Which gate is it?", "The one by the church."],
])("given: %s – %s – %s", (given, question, reply) => {
  expect(answersOf(question, reply).given).toBe(given);
});
