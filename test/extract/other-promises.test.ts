import { describe, expect, it } from "vitest";
import { wordedIn } from "../support/read-items.ts";

/** Promises and what only looks like them, each in the words of another writer. */
describe("a reply by any writer", () => {
  it.each([
    "I will see to it that the gate is mended before the term begins.",
    "My office will be in touch with the family this week.",
    "The Registrar is to reissue the certificates in May.",
    "We have arranged for a surveyor to visit on 3 June.",
    "I have instructed the estates team to clear the gutters by Friday.",
    "Arrangements are being made for a second hearing, which will take place on 9 July.",
    "We plan to reopen the pool on 1 September.",
    "The Department intends to lay the regulations before the summer recess.",
    "You have my assurance that the file will be handed to the auditor.",
    "I give you my word that nobody will be charged twice for the same permit.",
    "I can promise a written answer by Tuesday.",
    "I commit to bringing the paper back to members in the autumn.",
    "The Company undertakes to refund every fare taken in error.",
    "A replacement boiler has been ordered and will be fitted in the week of 12 May.",
    "Work on the ramp starts on Monday.",
    "Staff are going to survey every stop on the route.",
    "The register will go live on 1 April.",
    "Ms Adeyemi will take this forward with the contractor and report to the June board.",
    "I shall write again once I have the coroner's view.",
    "Copies will be placed in each of our libraries.",
    "From October the figures will appear in the quarterly bulletin.",
    "We are recruiting four more inspectors, who will be in post by January.",
    "We agree to share the logs with the regulator.",
    "I've asked colleagues in legal to draft a reply to the firm.",
    "The Trust has agreed to fund two more years of the scheme.",
    "An apology will be sent to each household.",
    "We will therefore withdraw the notice.",
    "Our engineers shall reinstate the verge at no cost to the parish.",
    "I'll chase the supplier.",
  ])("promises: %s", (text) => {
    expect(wordedIn(text, "reply", "prose", "undertaking")).toEqual([text]);
  });

  it.each([
    "We will always welcome scrutiny.",
    "We will keep the matter under review.",
    "The Trust will strive to do better.",
    "I will not publish the names.",
    "We shall never know who left the gate open.",
    "The scheme will mean shorter queues.",
    "The new depot will be the largest in the county.",
    "The Act will come into force in two years.",
    "You will have read that the pool is shut.",
    "It will be for the coroner to say.",
    "This will take time.",
    "Tenants will understand that costs have risen.",
    "We hope to be able to say more soon.",
    "I would have written sooner.",
    "If the bid succeeds, four inspectors will be recruited.",
    "Nobody will be surprised by the result.",
    "The boiler was replaced in the week of 12 May.",
    "We had planned to reopen the pool.",
    "It is not planned to reopen the pool.",
    "The surveyor said that the roof will last nine years.",
    "The law says that a landlord shall mend the roof.",
    "The operator must refund every fare taken in error.",
    "How this will be paid for is not yet known.",
    "We agreed with the auditor's view.",
    "I will be frank with you.",
    "I will deal with your points in turn.",
    "We cannot promise that.",
    "The Council is committed to open government.",
    "We are determined that this should not happen again.",
    "There will be those who disagree.",
    "You will find the plan at Annex B.",
    "As you know, elections will be held in May.",
    "Demand will rise by a third.",
    "The committee may wish to publish the log.",
    "We could publish the log.",
    "We expect to publish the findings in March.",
    "The findings are due to be published in March.",
  ])("does not promise: %s", (text) => {
    expect(wordedIn(text, "reply", "prose", "undertaking")).toEqual([]);
  });
});

it("an answer that a report sets out promises as one of a letter does, its prose does not", () => {
  const text = "The Treasurer will bring it to the Audit Committee.";
  expect(wordedIn(text, "report", "answer", "undertaking")).toEqual([text]);
  expect(wordedIn(text, "report", "prose", "undertaking")).toEqual([]);
});

describe("minutes by any clerk", () => {
  it.each([
    "The Head of Parks said that she would bring costings to the October meeting.",
    "It was agreed that a site visit be arranged.",
    "AGREED that officers write to the bus company.",
    "Cllr Webb offered to speak to the school.",
    "The Chair asked that the figures be circulated to members.",
    "The Clerk to obtain three quotations.",
    "JP to update the risk register by 4 May.",
    "The Treasurer was asked to check the balance with the bank.",
    "Mrs Lowe agreed to take the matter up with the county.",
    "A further report would be presented in the spring.",
    "Officers undertook to respond in writing.",
    "The Director took an action to confirm the headcount.",
    "Members would be sent the survey once it had been checked.",
    "Dr Hussain will provide a note for the next meeting.",
  ])("record a promise: %s", (text) => {
    expect(wordedIn(text, "minutes", "prose", "undertaking")).toEqual([text]);
  });

  it.each([
    "The Head of Parks said that costs had risen.",
    "It was agreed that the visit had been useful.",
    "AGREED that the report be noted.",
    "Cllr Webb asked who had spoken to the school.",
    "The Chair asked whether the figures were right.",
    "The Clerk obtained three quotations.",
    "The Treasurer was asked about the balance.",
    "Mrs Lowe agreed.",
    "The report presented in the spring was discussed.",
    "Officers responded in writing.",
    "The meeting closed at 9.10 p.m.",
    "Members would prefer a later start.",
    "A member said that the county should pay.",
    "The next meeting will be held on 4 June.",
    "The minutes were signed by the Chair.",
  ])("record none: %s", (text) => {
    expect(wordedIn(text, "minutes", "prose", "undertaking")).toEqual([]);
  });
});
