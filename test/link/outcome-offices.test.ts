import { expect, it } from "vitest";
import { outcomeOfReply, replyCases } from "../support/reply-table.ts";

/** As ministers, mayors, councils, forces, trusts and information officers word their replies; each outcome was written down before the rules were run. */
const REPLIES = `
recommendation: The Government should publish an annual statement on allotments.
  accepted: The Government accepts this recommendation and will lay the first statement before the House by March.
  partly-accepted: The Government accepts the spirit of this recommendation but does not propose an annual statement; progress will be reported in the Department's yearly accounts.
  declined: The Government is not persuaded of the case for a further statement.
  declined: Ministers do not consider that a separate statement is warranted at this time.
  noted: The Government notes this recommendation.
  deferred: The Government will respond to this recommendation in the spring White Paper.
  partly-accepted: Agree in principle. We will consider the frequency and form of any statement with the sector.
  answered: Such a statement has been published every July since 2018.
  declined: The Government keeps all its publications under review but has no plans for an annual statement.
  accepted: The Committee's recommendation is a sensible one. The first statement will appear in June.
  declined: Reject. Existing reporting arrangements already give Parliament what it needs.
  partly-accepted: The Department agrees that the information should be made public, but believes that every three years would be enough.
  deferred: No decision has yet been taken; the matter will be settled at the Spending Review.
  accepted: Officials have been asked to prepare a first statement for publication before the summer recess.
recommendation: The Force should vet all agency staff before they start.
  accepted: We accept this recommendation in its entirety. A new vetting standard takes effect on 1 June.
  answered: This is already force policy. Nobody is given a pass until vetting is complete.
  partly-accepted: Partially accepted. Those with access to custody will be vetted before they start; the rest within a month.
  declined: Vetting every agency worker beforehand would bring recruitment to a halt and cannot be justified.
  accepted: Agreed. Owner: Head of Vetting. Due: 30 September.
  deferred: The Head of Vetting has been asked to look into the cost and will report to the Board in May.
  answered: Implemented in full in February 2024.
  accepted: Work has begun on this and will be finished by the end of the financial year.
  partly-accepted: We intend to do this for new starters from April, but not for those already in post.
  declined: The Chief Constable does not agree. Vetting is proportionate to role.
recommendation: The Council should open the library on Sundays.
  declined: It would cost £90,000 a year that the Council has not got.
  deferred: Members will consider Sunday opening as part of next year's budget.
  accepted: The Cabinet agreed on 4 May that the library should open on Sundays from September.
  answered: The library has opened on Sundays since January.
  declined: There is little evidence of demand on Sundays, and the Council does not intend to extend its hours.
  noted: The Council notes the Panel's comments on Sunday opening.
  deferred: Consultation with staff and unions is under way, after which a decision will be made.
  declined: This is a matter for the library trust, which is independent of the Council.
  accepted: Yes. Staff have been recruited and doors will open on the first Sunday in June.
recommendation: NHS England should set a standard for night-time staffing.
  declined: NHS England does not believe that a single national standard would be helpful.
  partly-accepted: Accepted in part. Guidance will be issued but will not be mandatory.
  deferred: This will be picked up in the workforce plan, which is due next year.
  declined: Staffing levels are for individual trusts to determine.
  accepted: A standard will be consulted on in the autumn and introduced by April.
  answered: A standard was issued in March and trusts have been working to it since.
recommendation: The Trust should review its procedure for escalating deteriorating patients.
  answered: The procedure was reviewed in June following the inquest and a revised version has been in use since 1 July.
  accepted: The Medical Director is leading a review of the procedure, which will be complete by 30 April.
  declined: Having reviewed the circumstances, I do not consider that further action is required.
ask: Will you meet the families of those affected?
  accepted: I would be pleased to meet them.
  accepted: Of course I will.
  declined: While proceedings are active it would not be appropriate for me to do so.
  answered: I met them at City Hall on 3 March.
  partly-accepted: I cannot commit to meeting every family, but my Deputy Mayor will see those who wish it.
  deferred: I'll need to take advice before I answer that.
  declined: With respect, that is not my role.
  accepted: My office will be in touch with them this week to find a time.
ask: Will you scrap the charge?
  declined: No, I won't.
  declined: The charge pays for the tunnel and will remain.
  deferred: I am awaiting the results of the consultation before deciding.
  declined: I have been clear that the charge is here to stay.
  accepted: Yes: from 1 April nobody will pay it.
  declined: I am not in a position to give up £40 million a year.
  noted: I understand the strength of feeling on this.
ask: Will the Met publish the outcome of the review?
  accepted: The outcome will be published in full.
  answered: It was published on the Met's website on 12 May.
  partly-accepted: A summary will be published; the full report contains personal information and will not be.
  declined: The review was carried out for internal purposes and there is no intention to publish it.
  deferred: Whether to publish will be decided once the review is complete.
  declined: The Commissioner has considered this and has concluded that publication would not be in the public interest.
ask: How many fixed penalty notices were issued in 2023?
  answered: The MPS issued 1,406 such notices in 2023.
  declined: We neither confirm nor deny that we hold the information.
  declined: To answer this would exceed the cost limit under section 12 of the Act.
  declined: The Council does not hold this information.
  partly-accepted: Between January and September there were 902; figures for the last quarter are not yet available.
  deferred: The figures are being verified and I will write to the Member when they are ready.
  deferred: It has not been possible to provide an answer in the time available.
  answered: The table below gives the number in each month.
  answered: None.
  declined: This is not recorded in a way that would allow us to extract it.
  deferred: I don't know, I'm afraid. I'll find out and let you know.
  answered: Just over fourteen hundred, which was slightly down on the year before.
ask: When will the repairs to the bridge be finished?
  answered: The contractor expects to be off site by 30 June.
  answered: By Easter.
  deferred: It is too soon to say.
  deferred: A programme is being drawn up and we will announce dates when it is agreed.
  answered: They were finished last week.
  answered: We will have the bridge open again by 30 June.
  partly-accepted: The deck will be done by June, but I can't give you a date for the parapets.
ask: Do you have any plans to close the depot?
  answered: No. The depot has a lease until 2040.
  answered: There are no plans to close the depot.
  deferred: All options are under review and nothing has been ruled out.
ask: Is it true that the contract has been extended?
  answered: Yes, to March 2027.
  answered: No, that is not correct.
  declined: I cannot comment on commercial negotiations.
  deferred: I will have to check and come back to you.
ask: Why were residents not consulted?
  answered: Because the works were an emergency.
  answered: They should have been, and I apologise that they were not.
  deferred: I am looking into that and will report back to the Committee.
ask: Please provide the names of the officers who attended.
  declined: I am unable to release the names of individual officers.
  declined: The names are personal data and are withheld under section 40(2).
  answered: PC Arden and PC Bower.
  partly-accepted: The sergeant was PS Cole. I am not able to give the names of the constables.
  accepted: I will send you a list by the end of the week.
ask: Please could you send me the report?
  answered: The report is attached.
  answered: You can download it from our website at the address below.
  declined: The report is in draft and is not for release.
  deferred: I have passed your request to our Information Team, who aim to respond within 20 working days.
  partly-accepted: A copy is attached, from which the names of third parties have been removed.
ask: I would be grateful if you would look again at the decision.
  declined: I have looked again, but I see no grounds on which to change it.
  declined: I am satisfied that the decision was properly taken.
ask: Can the Commissioner guarantee that no station will lose its officers?
  declined: No Commissioner could give such a guarantee.
  declined: I can't promise that.
  accepted: I can. Every station will keep the officers that it has.
  partly-accepted: For the next twelve months, yes.
ask: Would TfL consider running the service later at weekends?
  accepted: Yes, we are planning later trains from the December timetable.
  deferred: TfL will consider this when the timetable is next reviewed.
  declined: Later trains would cut into the time for maintenance, so it is not something that we are looking at.
  answered: We already do: since May the last train has left at 01.10.
ask: Please ensure that the kerb is dropped before the school reopens.
  accepted: The work is programmed for the last week of August.
  partly-accepted: It will be done, but not until the October half-term.
  declined: There is a gas main under the kerb, so a dropped crossing at that point is not feasible.
  deferred: The site is to be surveyed, and we will then be able to say what can be done.
recommendation: Ofwat should require companies to report spills within an hour.
  declined: We do not support this recommendation. An hour is too short for the data to be checked.
  accepted: Ofwat will amend the licence condition to require this from April.
  deferred: Ofwat is consulting on its reporting rules and will take account of this recommendation in doing so.
recommendation: The Mayor should ask the Secretary of State to devolve the powers.
  answered: I wrote to the Secretary of State on 3 June to make this request.
  accepted: I will be making this case to the Secretary of State when we meet next month.
  declined: I do not think that this is the time to reopen the question.
  accepted: The Mayor agrees and has instructed officers to draft the letter.
recommendation: The service should introduce mental health screening for all new firefighters.
  accepted: Recommendation accepted. Screening will form part of the assessment from the autumn intake.
  answered: Completed – screening was introduced in April 2024.
  partly-accepted: Accepted in principle, subject to agreement with the representative bodies.
  deferred: Not yet started. To be considered in Q3.
  declined: Not accepted: occupational health already offers screening on request.
  accepted: In progress. A provider has been appointed and screening starts in May.
  accepted: On track.
`;

it.each(replyCases(REPLIES))("the $kind '$asked' is $outcome by: $reply", ({ outcome, ...given }) => {
  expect(outcomeOfReply(given)).toBe(outcome);
});
