import { describe, expect, it } from "vitest";
import { wordedIn } from "../support/read-items.ts";

/** Recommendations and what only looks like them, each in the words of another writer. */
describe("a report by any writer", () => {
  it.each([
    "We recommend an annual audit of every store.",
    "We recommend to Ministers that the threshold be raised.",
    "Our recommendation is that the two units be merged.",
    "I recommend, therefore, that the bridge be closed to lorries.",
    "The Panel's recommendation to the Council is to defer the sale.",
    "We suggest that the College review its admissions policy.",
    "The Inquiry proposes that a single register be kept.",
    "We advise the Trust to appoint a second guardian.",
    "The Commission calls for the repeal of the by-law.",
    "It is our recommendation that each school hold a spare key.",
    "We would urge the operator to restore the early train.",
    "We would encourage boroughs to pool their data.",
    "Having heard the evidence, I recommend that the appeal be allowed.",
    "In our view the Secretary of State should act within the year.",
    "We conclude that the Service ought to replace its radios.",
    "We consider that the Board must now publish its modelling.",
    "We are calling on the Mayor to fund ten more crews.",
    "We ask the Home Office to review its guidance.",
    "The Committee invites the Minister to return to the House with a plan.",
    "We strongly believe that the levy should be ring-fenced.",
    "Within a year the Service should have given every manager a course.",
    "The Trust should consider whether each ward needs a clerk.",
  ])("recommends: %s", (text) => {
    expect(wordedIn(text, "report", "prose", "recommendation")).toEqual([text]);
  });

  it.each([
    "The auditor recommended an annual audit in 2018.",
    "Our previous recommendation was accepted.",
    "Witnesses recommended that the units be merged.",
    "The union told us that the bridge should be closed.",
    "It should be said that the crews did well.",
    "This should come as no surprise.",
    "The figures should be read with care.",
    "Nobody should have to wait so long.",
    "We make no recommendation on the levy.",
    "We considered whether the Board should publish its modelling.",
    "The question of whether to merge the units is a hard one.",
    "The Government should have acted sooner.",
    "It should have written to the tenant within 28 days.",
    "In my opinion action should be taken to prevent future deaths.",
    "As we recommended in our last report, a register is now kept.",
    "The Mayor has called on ministers to fund ten more crews.",
    "Chapter 4 sets out our recommendations.",
    "The recommendations of the inquiry are welcome.",
    "We commend the crews.",
    "Under the Act, forces must record every such call.",
    "Applicants must be over eighteen.",
    "It must have been a hard night.",
    "Some have argued that the levy ought to be ring-fenced.",
    "The Minister invited us to visit the site.",
    "We were encouraged to see that boroughs pool their data.",
    "Recommendations are numbered in the order in which they appear.",
  ])("does not recommend: %s", (text) => {
    expect(wordedIn(text, "report", "prose", "recommendation")).toEqual([]);
  });
});
