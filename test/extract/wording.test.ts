import { describe, expect, it } from "vitest";
import type { SegmentKind } from "../../src/document/structure.ts";
import { extract } from "../../src/extract/extract.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { PartKind } from "../../src/records/part.ts";
import { makeDocument } from "../support/make-document.ts";
import { makeStructure } from "../support/make-structure.ts";

const rules = loadPipeline("gla-correspondence").extract;

/** The items of a text as "kind: words", where it is all one segment of one part. */
function found(text: string, part: PartKind, segment: SegmentKind): string[] {
  const document = makeDocument(text);
  const { items } = extract(document, makeStructure(document, part, segment), rules);
  return items.map(({ kind, form, anchor }) => `${form ?? kind}: ${anchor.exact}`);
}

const ask = (text: string) => [text, [`${text.endsWith("?") ? "question" : "request"}: ${text}`]] as const;
const promise = (text: string) => [text, [`undertaking: ${text}`]] as const;
const advice = (text: string) => [text, [`recommendation: ${text}`]] as const;
const none = (text: string) => [text, []] as const;

describe("in a letter", () => {
  it.each([
    ask("Will the Authority publish its maintenance backlog for each depot?"),
    ask("What steps has the Trust taken since the inspection in March?"),
    ask("Could you therefore set out the reasons for closing the clinic at Harrowgate Lane?"),
    ask("Grateful if you could confirm the number of complaints upheld in 2022."),
    ask("We would be obliged if the Board could provide its risk register."),
    ask("I should appreciate sight of the independent reviewer's notes."),
    ask("Your written response to these points, no later than 4 March, would be appreciated."),
    ask("I am writing to request a copy of the fire risk assessment for Tarn Court."),
    ask("The Panel requests that the Force supply a list of closed stations."),
    ask("Kindly let us have the attendance records for the last four meetings."),
    ask("May I ask that the matter be placed on the agenda for June?"),
    ask("I would therefore be interested to hear how many staff have been trained."),
    ask("It would be useful to understand what happened to the second bid."),
    ask("We ask the Department to explain the fall in inspections."),
    ask("Do you intend to renew the contract when it lapses next year?"),
    ask("If so, when will the works begin?"),
    ask("Members would like to see the business case before a decision is taken."),
    ask("I invite you to give evidence to the inquiry on 3 December."),
    ask("Please therefore provide the Ombudsman with the case file."),
    ask("I look to you to tell the residents when the heating will be restored."),
    ask("Can I ask you to look again at the decision to close the kiosk?"),
    ask("I need to know by Friday whether the hall can be used."),
    ask("We seek your confirmation that the grant has been paid."),
    ask("I should be interested in your view of the second option."),
    ask("Would you kindly tell us who is responsible for the footbridge?"),
    ask("How does the Brigade decide which buildings to visit first?"),
    ask("I request an update on the replacement of the radio system."),
    ask("To that end, could officers share the latest modelling?"),
    ask("The Committee seeks clarification of the figures in Table 3."),
    ask("I would be grateful for a reply within ten working days."),
    none("I would be grateful to anyone who has helped."),
    none("I am grateful to you and your officers for the helpful visit in June."),
    none("Thank you for your letter of 3 May, in which you asked whether we would fund the clinic."),
    none("At our meeting in March, Members asked how many depots would close."),
    none("Residents want to know when the lifts will work, and they are right to."),
    none("I asked your predecessor to publish the survey, and she did."),
    none("You may wish to know that the survey has been published."),
    none("Please do not hesitate to contact my office if you have any queries."),
    none("If you require this letter in another format, please call us."),
    none("We are not asking you to publish the names of staff."),
    none("The question of who pays has never been settled."),
    none("I look forward to hearing from you."),
    none("I would like to thank you for the care that your team has shown."),
    none("Your letter said: “Will you meet the cost of the repairs?”"),
    none("Who could have foreseen such a winter?"),
    none("And what is the point of a timetable that nobody keeps?"),
    none("Was it worth it? No, it was not."),
    none("The Committee welcomes the steps that you have taken."),
    none("As you will know, the Assembly has long pressed for this."),
  ])("%s", (text, expected) => {
    expect(found(text, "letter", "prose")).toEqual(expected);
  });
});

describe("in a reply", () => {
  it.each([
    promise("My officers will send you the full list by the end of the month."),
    promise("We will publish a revised timetable in September."),
    promise("I have asked the Director of Estates to write to you with the details."),
    promise("The Council will replace all forty lamps before winter."),
    promise("I will ensure that the report is placed in the library by 1 May."),
    promise("Superintendent Hale will meet the residents' group next month."),
    promise("The findings will be presented to the Board in January 2026."),
    promise("The Trust has commissioned an independent review, which will report in the spring."),
    promise("I am happy to share the slides, and will do so this week."),
    promise("We'll let you know the outcome once the panel has met."),
    promise("A consultation on the new route will be launched by 1 June."),
    promise("I can confirm that we will install a second lift in 2026."),
    none("We will continue to work closely with our partners."),
    none("I remain committed to improving the service for all Londoners."),
    none("The scheme will help thousands of people to get to work."),
    none("We published the timetable in September."),
    none("The new law will require landlords to fit alarms."),
    none("If funding becomes available, we will look at this again."),
    none("To do that we would need nine more crews."),
    none("You will be aware that the contract ends in March."),
    none("The review is being finalised."),
    none("The company told us that it would send the list."),
    none("Staff will always do their best for passengers."),
    none("It is for boroughs to decide whether they will fund the scheme."),
    none("This will be a challenge for all of us."),
    none("The works will cost about £2 million."),
  ])("%s", (text, expected) => {
    expect(found(text, "reply", "prose")).toEqual(expected);
  });
});

describe("in a report", () => {
  it.each([
    advice("The Committee recommends that every borough publish its register of empty homes."),
    advice("We therefore recommend that the Home Office review the grant formula by April 2026."),
    advice("It is recommended that the Trust appoint a guardian for each ward."),
    advice("We call on the Mayor to set a target for step-free stops."),
    advice("We urge the Government to bring forward its bill."),
    none("The inspectorate recommended in 2019 that forces keep such a record."),
    none("Why are so many homes empty?"),
    none("We heard that boroughs will publish their registers."),
    none("The Government accepted what we recommended in our last report."),
    none("Nobody should have to wait so long."),
  ])("%s", (text, expected) => {
    expect(found(text, "report", "prose")).toEqual(expected);
  });
});

describe("in minutes", () => {
  it.each([
    promise("The Head of Audit undertook to circulate the revised plan before the next meeting."),
    promise("Mr Osei agreed to provide a written answer within a fortnight."),
    promise("It was agreed that officers would report back in March."),
    promise("ACTION: Officers to circulate the briefing note."),
    none("Members asked whether the plan had been costed."),
    none("The Chair thanked the guests for their attendance."),
    none("The Committee noted the report."),
    none("The Director explained that the service would be reviewed each year."),
    none("It was agreed to note the report."),
    none("RESOLVED – That the minutes be approved as a correct record."),
  ])("%s", (text, expected) => {
    expect(found(text, "minutes", "prose").map((each) => each.replace(/: ACTION: /, ": "))).toEqual(
      expected.map((each) => each.replace(/: ACTION: /, ": ")),
    );
  });
});

describe("in a transcript", () => {
  it.each([
    ask("How long will the trial run?"),
    ask("Are you satisfied with that answer?"),
    ask("Could you write to us with the figure?"),
    ask("So what happens to the people who were turned away?"),
    promise("I will come back to you on that in writing."),
    promise("Can I take that one away and write to the Committee?"),
    promise("Let me take that back to the team and we will send you a note."),
    none("Can everybody see the slide?"),
    none("Thank you, Chair. Shall we move to the second section?"),
    none("Residents ask me, why does nobody pick up the phone?"),
    none("We will always put passengers first."),
    none("I think that is right."),
    none("Can I begin by welcoming our guests?"),
  ])("%s", (text, expected) => {
    expect(found(text, "transcript", "turn")).toEqual(expected);
  });
});
