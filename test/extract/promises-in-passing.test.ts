import { describe, expect, it } from "vitest";
import { wordedIn } from "../support/read-items.ts";

/** Promises that stand in longer sentences, and sentences about what is to come that promise nothing. */
describe("a letter that gives its word in passing", () => {
  it.each([
    "As for the lamps in Cole Street, the contractor tells us that the last of them can be replaced in May, and we have told it to have them all working by the end of June.",
    "The two you mention have been added to the list and will be seen to before the nights draw in.",
    "Councillor Teal and I have agreed that one of us will be there.",
    "My predecessor promised you a plan, and you shall have one.",
    "A decision on the second will be taken by the Board in May, and I will let you know what it is.",
    "I have asked the Chief Fire Officer to reply to you direct on the first point.",
    "It has been agreed with the borough that the fence will come down.",
    "I accept that this was wrong, and it will be put right in the next edition.",
    "The figure that you want is not one that we hold, but I have asked the contractor for it and will pass it on.",
    "What we will do is look again at the rota once the new crew has settled in.",
    "Ms Farrow, who leads on this, will telephone you within the month.",
    "She will be writing to you separately.",
    "The Trust has set aside £40,000 for this and the work will be put out to tender in the summer.",
    "We are minded to agree, and will confirm this after the Board has met.",
    "The pilot will run from 1 September and will be evaluated after a year.",
    "With effect from 1 April nobody will be charged for the first hour.",
    "Until then a warden will be posted at the gate.",
    "In the meantime a temporary ramp will be put in.",
    "That is a matter for Parks, to whom I have passed your letter and asked that they write to you.",
    "I shall be asking the Board to release the funds.",
    "I mean to raise it with the Minister when I see her.",
    "The next report, in May, will give the figures by ward.",
    "Your clerk will have received an invitation by the time this reaches you; the visit is to go ahead on 4 April.",
    "The Deputy Mayor has offered to come and see it for herself.",
    "On the lifts, TfL has confirmed to me that both will be back in use by Easter.",
    "I am told that a third engineer joins the team in May and that the backlog will be cleared by July.",
  ])("promises: %s", (text) => {
    expect(wordedIn(text, "reply", "reply", "undertaking")).toEqual([text]);
  });

  it.each([
    "I know that you will be disappointed.",
    "It will come as no surprise that costs have risen.",
    "The Board will want to satisfy itself of that.",
    "That will be the test of whether it has worked.",
    "If the trial fails, we will stop it.",
    "There will be those who say it should have been done sooner.",
    "The figure will be lower next year because the scheme has ended.",
    "I am afraid that you will have to wait.",
    "You will be aware that the Government will respond in the summer.",
    "The new law will require every landlord to register.",
    "Anyone who parks there will be fined.",
    "He will be missed.",
    "Whether it will be repeated is for others to decide.",
    "I will not pretend that this is easy.",
    "We would, if asked, do the same again.",
    "I shall not be the one to stop it.",
    "The contractor was to have finished by March.",
    "We thought that we should have it by now.",
    "My officers are looking at this.",
    "We are considering whether to extend it.",
    "We keep this under review.",
    "The Mayor has always said that he would publish it.",
    "Mr Roe promised me that it would be done.",
  ])("does not promise: %s", (text) => {
    expect(wordedIn(text, "reply", "reply", "undertaking")).toEqual([]);
  });
});

describe("an answer given off the cuff", () => {
  it.each([
    "We'll have a look at that and drop you a line.",
    "I'm very happy for my team to sit down with yours.",
    "I will personally make sure that she gets a reply.",
    "If you give me the details afterwards I'll look into it.",
    "If you let me have the name, I will chase it.",
    "I'll get someone to ring her.",
    "We can do that, and I'll send it to the clerk.",
    "I take the point and I'll go back and look at it.",
    "That is a fair challenge, and we will go away and think about it and write to you.",
    "We've committed to publishing that in June, and we will.",
    "It will be on the website by Friday.",
    "You have my word that it will be.",
    "I'd be delighted to come and talk you through it.",
    "We're bringing a paper to Cabinet in June.",
    "There's a workshop on the 14th and we'll invite you to it.",
  ])("promises: %s", (text) => {
    expect(wordedIn(text, "transcript", "answer", "undertaking")).toEqual([text]);
  });

  it.each([
    "I would if I could.",
    "It might be possible to send you that.",
    "I don't think we can give you that.",
    "We would have to look at that.",
    "I think we would want to look at that.",
    "We could, in theory, publish it.",
    "I'd hope to be able to.",
    "I'm sure that will come up again.",
    "That will all be in the report.",
    "As I will come on to say, it rose.",
    "I'll be surprised if it does.",
    "It'll be fine.",
    "We'll be here all night.",
  ])("does not promise: %s", (text) => {
    expect(wordedIn(text, "transcript", "answer", "undertaking")).toEqual([]);
  });
});

describe("minutes that run on", () => {
  it.each([
    "The Chair would write to the Minister to express the Board's concern.",
    "In reply to Cllr Bright, GO undertook to find out.",
    "GO said the figures were not to hand but would be sent on.",
    "GO was content to share the figures once they had been checked.",
    "Members asked that the figures be shown by ward in future reports.",
    "The Board thanked GO and asked her to come back in six months.",
    "The Committee noted the report and requested that the next one include costs.",
    "The Board AGREED to receive a further report in September.",
    "Further information on costs to follow.",
    "LR and GO to meet outside the meeting to agree the wording.",
    "The Secretary was asked to convey the Board's thanks to Mrs Pike.",
  ])("record a promise: %s", (text) => {
    expect(wordedIn(text, "minutes", "prose", "undertaking")).toEqual([text]);
  });

  it.each([
    "GO outlined the figures and answered questions.",
    "Members queried whether the figures would be published.",
    "Members discussed whether to ask the firm to return.",
    "The Board considered the risk that costs would rise.",
    "GO explained that the scheme would end in March.",
    "It was hoped that the depot would open in May.",
    "The Chair reminded members that declarations should be made.",
    "The Board noted progress and looked forward to the next report.",
    "GO stressed that patients would not be affected.",
    "Cllr Bright felt that officers should write to the firm.",
    "The action from the last meeting, to write to the firm, had been done.",
    "LR advised that it would not be possible to share the figures.",
    "The Board took assurance from the report.",
  ])("record none: %s", (text) => {
    expect(wordedIn(text, "minutes", "prose", "undertaking")).toEqual([]);
  });
});

describe("a formal response", () => {
  it.each([
    "The policy is being rewritten and the new one will be in force by the end of June.",
    "A named officer has been given the task and will report to the Chief Executive each month.",
    "All 40 staff will be retrained, the first of them in April.",
    "We will ask the firm to look at whether the same could be done at night.",
    "Subject to funding, a second officer will be appointed.",
    "The Trust will explore whether this can be done.",
  ])("promises: %s", (text) => {
    expect(wordedIn(text, "response", "reply", "undertaking")).toEqual([text]);
  });

  it.each([
    "We already do this.",
    "The Trust does not accept this recommendation and will not be taking it forward.",
    "This would cost £4m, for which there is no budget.",
    "The Trust is unable to commit to a date.",
    "The recommendation will be hard to meet.",
    "We note the recommendation.",
    "It will be for NHS England to respond to this.",
  ])("does not promise: %s", (text) => {
    expect(wordedIn(text, "response", "reply", "undertaking")).toEqual([]);
  });
});
