import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsIn } from "../support/read-items.ts";

/** Asks as a letter puts them, and the same as a clause that can be reported or negated. */
const ASKS = [
  {
    ask: "Will you publish the lease of the depot?",
    clause: "you would publish the lease of the depot",
    act: "publish the lease of the depot",
  },
  {
    ask: "Please send me the rota for August.",
    clause: "we could have the rota for August",
    act: "send me the rota for August",
  },
  { ask: "I would be grateful if you could name the firm.", clause: "the firm could be named", act: "name the firm" },
  {
    ask: "We should like to see the fire plan.",
    clause: "the fire plan might be seen",
    act: "let us see the fire plan",
  },
  { ask: "Could you confirm that the lift works?", clause: "the lift works", act: "confirm that the lift works" },
  { ask: "How many of the lamps are out?", clause: "any of the lamps are out", act: "count the lamps" },
] as const;

const REPORTS = [
  "In March I asked whether",
  "She asked whether",
  "Members asked if",
  "Residents have asked us whether",
  "Our predecessor wondered whether",
  "The family wanted to know whether",
];
const QUOTES: readonly [string, string][] = [
  ["“", "”"],
  ['"', '"'],
  ["‘", "’"],
];
const SPEAKERS = ["One resident wrote:", "The note says", "Your letter of May began", "She had asked:"];
const NEGATIONS = [
  "I do not ask you to",
  "We are not asking you to",
  "I am not now requesting that you",
  "There is no need to",
];

const ask = fc.constantFrom(...ASKS);
const askedIn = (text: string) => itemsIn(text, "letter").filter(({ kind }) => kind === "ask");

describe("an ask", () => {
  it.each(ASKS)("is one as it stands: $ask", ({ ask }) => {
    expect(askedIn(`The depot is old. ${ask} It has been a long winter.`).map(({ anchor }) => anchor.exact)).toEqual([
      ask,
    ]);
  });

  it("is none when it is quoted", () => {
    fc.assert(
      fc.property(ask, fc.constantFrom(...SPEAKERS), fc.constantFrom(...QUOTES), ({ ask }, speaker, [open, close]) => {
        expect(askedIn(`The depot is old. ${speaker} ${open}${ask}${close} That was in spring.`)).toEqual([]);
      }),
    );
  });

  it("is none when it is reported", () => {
    fc.assert(
      fc.property(ask, fc.constantFrom(...REPORTS), ({ clause }, report) => {
        expect(askedIn(`The depot is old. ${report} ${clause}. That was in spring.`)).toEqual([]);
      }),
    );
  });

  it("is none when it is negated", () => {
    fc.assert(
      fc.property(ask, fc.constantFrom(...NEGATIONS), ({ act }, negation) => {
        expect(askedIn(`The depot is old. ${negation} ${act}. That was in spring.`)).toEqual([]);
      }),
    );
  });
});
