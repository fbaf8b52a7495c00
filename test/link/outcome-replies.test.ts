import { expect, it } from "vitest";
import { outcomeOfReply, replyCases } from "../support/reply-table.ts";

/** The same thing asked, and under it replies that take it in one way and another. */
const REPLIES = `
recommendation: The Council should appoint a lead member for flooding.
  answered: Councillor Pike was given that brief at Annual Council in May.
  accepted: Agree. The Leader will make the appointment at Annual Council.
  deferred: Portfolios are reviewed each spring and the suggestion will be borne in mind then.
  noted: The Executive notes this.
recommendation: The operator should publish punctuality by route every month.
  accepted: From July, punctuality by route will be on our website on the first Monday of each month.
  answered: Punctuality by route has appeared on our website monthly since 2022.
  declined: Such figures are of little use to passengers and costly to compile. We will not be producing them.
  deferred: A new reporting system is being procured and we will take a view once it is in.
recommendation: The Minister should bring forward legislation to license drivers.
  deferred: Legislation will be brought forward when parliamentary time allows.
  declined: The Government has no plans to legislate. Local authorities already have ample powers.
  partly-accepted: We agree that standards must rise and will issue guidance this year. We do not think that legislation is the answer.
  accepted: A Bill will be introduced in the coming session.
recommendation: The Trust should end the use of corridor beds by December.
  partly-accepted: We share the ambition. Corridor beds will be gone from two sites by December and from the third by the following summer.
  accepted: The Board has committed to this and progress will be reported monthly.
  answered: No patient has been cared for in a corridor since 3 June.
recommendation: Boroughs should share data on evictions with the GLA.
  noted: This recommendation is for the boroughs. We have passed it on.
  declined: This recommendation is not for the Mayor, who has no power to compel boroughs to share data.
recommendation: The force should train all sergeants in coercive control by April.
  accepted: All 412 sergeants are booked on the course, the last of them in March.
  partly-accepted: Half of them have been trained and the rest will follow by September.
  answered: This training was completed in February.
  partly-accepted: Accepted, though we think that October is more realistic.
recommendation: The Mayor should fund youth workers in every A&E.
  declined: There is no money in the settlement for this.
  partly-accepted: Funding is in place for seven of the nineteen departments.
  deferred: Bids for 2026/27 are being drawn up now; whether there is money will not be known before February.
  accepted: I agree. Every A&E in London will have one by the end of my term.
ask: Will you meet the residents of Ash Court?
  accepted: I would be very glad to, and my office will fix a time.
  declined: I am not going to get involved in a dispute between a landlord and its tenants.
  answered: I met them last Thursday.
  deferred: Let me look at the diary and I will let you know.
ask: Will you publish the business case?
  accepted: It will go on the website next week.
  answered: It is on the website already.
  declined: It contains information about bidders that has to stay confidential.
  partly-accepted: A redacted version will be published.
  partly-accepted: Parts of it, yes.
  declined: I don't propose to.
  declined: No, for reasons that I gave in my last answer.
ask: Would you commit to keeping the ticket office open?
  declined: I can't make promises about individual stations.
  accepted: Yes, for as long as I am Mayor.
  declined: Circumstances change and I am not going to tie the hands of whoever comes after me.
  partly-accepted: Until the end of next year, yes. After that I cannot say.
ask: Can you ask TfL to move the stop?
  accepted: I have asked TfL to do so.
  accepted: I'll ask them today.
  answered: TfL moved it on Monday.
ask: I would be grateful if you would arrange a briefing for members.
  accepted: Officers are arranging a briefing for the week of 6 May.
  answered: Members were briefed on 6 May.
ask: Please reconsider the closure of the counter.
  declined: We have looked again at the closure and our decision stands.
  accepted: Having looked at it again, we have decided to keep the counter open.
  deferred: No final decision will be taken until the consultation closes.
ask: We ask that work stop until the survey is done.
  declined: Work is too far on to be halted.
  accepted: Contractors have been told to down tools.
ask: How many officers are on long-term sick leave?
  answered: As at 1 May, 212.
  declined: We do not break sickness down in that way.
  deferred: HR is pulling that together and you should have it by Friday.
  partly-accepted: In uniform, 212. I don't have the number for staff.
  answered: There were 212 on the last count, which was taken before the new policy came in and will be repeated in June.
  deferred: I haven't brought that figure with me.
ask: Why was the contract let without a tender?
  answered: There was only one firm that could do the work in the time.
  declined: Because the matter is before the courts I cannot go into it.
ask: When will the lift be back in use?
  answered: The new motor is due on 4 May and the lift should be running a week later.
  deferred: The contractor has yet to give us a date.
  deferred: We are waiting for a part and cannot say.
ask: Is the Mayor in favour of the merger?
  answered: No, he is not.
  deferred: He has not made up his mind.
  declined: The Mayor does not comment on matters before the regulator.
ask: Has the Commissioner seen the report?
  answered: She has, and she accepts its findings.
  answered: Not yet. It is with her staff officer.
ask: Do you accept that the pilot failed?
  answered: I do not. It cut thefts by a fifth.
  answered: I accept that it was slow to start.
ask: What is being done about the backlog?
  answered: We have taken on twelve more staff and the backlog will be gone by June.
  answered: A recovery plan is in place. It will be reviewed in May.
  answered: The team is being doubled and overtime has been agreed.
ask: What consideration has been given to a bus gate?
  answered: It was considered in 2023 and ruled out on cost.
ask: What plans does the Trust have for the old site?
  answered: It will be sold.
  deferred: Options for the site are being looked at and nothing has been decided.
ask: Please send me the last three inspection reports.
  answered: They are attached.
  accepted: Certainly.
  declined: We do not release inspection reports.
  deferred: I have asked for these to be dug out and will send them on.
ask: Please provide a breakdown by borough.
  answered: See the table below.
  declined: Figures by borough are not available.
ask: Please could I have a copy of the lease?
  declined: The lease is exempt from disclosure under section 43.
  answered: A copy is enclosed.
  deferred: We need the landlord's consent before we can let you have it, and have asked for it.
ask: Please confirm that the gate will be reopened.
  answered: It will.
  answered: I can confirm that it will reopen on 5 May.
  deferred: We hope so but it depends on the survey.
ask: I would welcome your views on the proposal.
  answered: We think that it is a good one, with two provisos.
  declined: It would not be proper for an officer to give a view.
recommendation: The Authority should publish its fleet plan.
  accepted: We are happy to accept this and the plan will be out by Easter.
  accepted: Supported. To be actioned by the Director of Fleet.
  accepted: Officers concur and have it in next year's work programme.
  accepted: The Authority intends to do so by June.
  accepted: Response: Agree.
  accepted: The Authority recognises the value of this and has put it in hand.
  answered: The plan was laid before Members on 3 May and has been on our site since.
  answered: We note that such a plan is already published.
  answered: Complete. See page 4.
  partly-accepted: Agreed in part. The vehicles' ages will be published but not their locations.
  partly-accepted: We will publish an outline.
  partly-accepted: The Authority supports the intent of this recommendation and will publish what it can.
  declined: The Authority does not consider that there would be any benefit in this.
  declined: We respectfully disagree.
  declined: The plan holds details of a kind that would help thieves and it must stay internal.
  declined: The Authority is content with its present practice and sees no call to change it.
  declined: This cannot be taken forward.
  declined: Do not support – plans change too often.
  deferred: The Authority will decide when the new Chief Officer is in post.
  deferred: Consideration will be given to this at the year end.
  deferred: It is intended to take this to the Fleet Board, which meets in May, for a decision.
  deferred: This is being considered as part of the wider transparency review.
  deferred: Subject to the outcome of the review, which is expected in May.
  noted: The Authority has noted the recommendation.
  noted: Noted for future reference.
recommendation: The Mayor should lobby ministers for rent control powers.
  answered: I have written to every Housing Secretary since 2016 to ask for these powers.
  accepted: I will raise it at my next meeting with the Secretary of State.
recommendation: NHS trusts should screen for hearing loss.
  declined: It is for individual trusts to decide what they screen for.
recommendation: The Department should fund 500 places by 2027.
  declined: The Department has no funding beyond 2026.
  deferred: Funding beyond 2026 is a matter for the Spending Review.
  answered: All 500 places have been funded since September.
ask: Will the Mayor back the campaign?
  accepted: I am proud to.
  accepted: He does.
  declined: I won't, because it would tie the hands of councils.
  declined: I cannot support a campaign that would close a hospital.
  deferred: I want to hear from the boroughs before I say.
  partly-accepted: Its aims, yes. Its methods, no.
ask: Will you visit the estate before Christmas?
  accepted: Yes, I'd love to.
  partly-accepted: Not before Christmas, but I will come in the new year.
  declined: I'm afraid my diary won't allow it.
  answered: I was there on Monday.
  deferred: I'll ask my office to see whether it can be done.
ask: Could you have the drain looked at?
  accepted: A crew will go out on Thursday.
  answered: It was jetted on Thursday and is now clear.
  declined: It isn't one of ours, I'm afraid; you need to try the water company.
  accepted: I've put in a job for it.
  accepted: Logged, ref 4417. They aim for ten working days.
ask: Will you rule out a rise in council tax?
  declined: I can't rule anything out.
  accepted: I can give you that guarantee.
ask: Will you apologise to the families?
  answered: I do apologise, without any reservation.
ask: Please take down the notices.
  answered: They came down this morning.
  accepted: I will have them taken down.
  declined: They have to stay up until the order expires.
ask: We ask the Board to delay the vote.
  declined: The vote must go ahead as planned.
  noted: Your request has been passed to Board members.
ask: I would be grateful if the panel would hear from carers.
  accepted: Carers will be invited to the September meeting.
  declined: The programme for the inquiry is full.
  deferred: The clerk is looking at whether time can be found.
ask: You may wish to think about a second entrance.
  declined: A second entrance was looked at in 2021 and was not feasible.
  deferred: We shall certainly bear it in mind.
ask: How much was spent on agency staff last year?
  answered: A little over £3 million.
  deferred: The accounts are still being audited; the figure will be in the annual report in July.
  declined: That is not something that we publish.
  declined: The contract forbids us to say.
  partly-accepted: For nurses, £3.1m. Figures for doctors are kept by each trust and we do not have them.
  deferred: I would have to come back to you with that.
ask: What is the Mayor doing about knife crime?
  answered: I have invested £20 million in youth services, and will invest more this year.
  answered: The Violence Reduction Unit is working with every borough. We will not rest until the numbers fall.
ask: Who authorised the payment?
  answered: The Director did, on the advice of counsel.
  declined: It would not be fair to name an individual.
  deferred: That is the subject of an investigation and I can't pre-empt what it finds.
ask: Does the force have a policy on this?
  answered: It does, and it was last reviewed in 2023.
  answered: No, but one is being written.
ask: Are you confident that the target will be met?
  answered: I am.
  answered: It is too early to be confident, but the signs are good.
ask: What assessment have you made of the risk to children?
  answered: An assessment was carried out in March. It found no added risk.
ask: What recent discussions have you had with the Treasury?
  answered: I have regular discussions with ministerial colleagues.
ask: When will the strategy be published?
  answered: In the spring.
  answered: It will be published by the end of May.
  deferred: In due course.
ask: Please provide copies of the minutes.
  answered: Copies are attached.
  partly-accepted: Minutes of the first four meetings are attached. No minutes were taken of the fifth.
  declined: We are withholding the minutes under section 36.
  answered: They can be found on our website.
  deferred: We need a further ten working days to weigh the public interest.
ask: Please let us have a timetable by 1 May.
  deferred: A timetable will be shared once the contractor is on board.
  answered: The timetable is at Annex B.
ask: Could you let me have sight of the draft?
  accepted: Of course, as soon as it is ready.
  accepted: With pleasure.
  declined: Drafts are not shared outside the Department.
`;

it.each(replyCases(REPLIES))("the $kind '$asked' is $outcome by: $reply", ({ outcome, ...given }) => {
  expect(outcomeOfReply(given)).toBe(outcome);
});
