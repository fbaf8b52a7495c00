import { expect, it } from "vitest";
import { mannerOf } from "../../src/link/cues.ts";
import { verdictOf } from "../../src/link/outcome.ts";
import type { Want } from "../../src/link/want.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Outcome } from "../../src/records/link.ts";

const { link } = loadPipeline("gla-correspondence");

type Table = Partial<Record<Outcome, string>>;

/** One sentence a line, as officials speak when they are at ease, by the law and in committee. */
const TO_AN_ACT: Table = {
  accepted: `
    I fully support this recommendation.
    The force has accepted the area for improvement.
    We accept this finding and have begun to act on it.
    This recommendation is being implemented.
    Work on this is ongoing.
    Work to address this is already well advanced.
    We can do that.
    Yeah, we can do that.
    Sure.
    Sure, no problem.
    Will do.
    OK, I'll get that done.
    Fine by me.
    Happy with that.
    That is fair, and we will change it.
    I think that is a fair challenge and I will take it up.
    I am grateful for the invitation and look forward to attending.
    Count me in.
    I look forward to meeting the group in June.
    The meeting is fixed for 4 June.
    A date has been set for the meeting.
    The Mayor would welcome a meeting.
    I would welcome the chance to visit.
    A consultation will be launched in the spring.
    The new policy takes effect from 1 April.
    This is now a condition of every new contract.
    We have commissioned a review, which reports in May.
    A review has been commissioned.
    Tenders have been invited for the work.
    The order has been placed and the lamps arrive in June.
    Funding has been set aside in next year's budget for this.
    The budget includes £40,000 for it.
    Recruitment is under way for the post.
    The Executive has endorsed the recommendation.
    Cabinet resolved to adopt the recommendation.
    Action: the Head of Parks to write to the residents by 4 May.
    This will form part of the new contract.
    The strategy, due in July, will include such a target.
    You have my word on that.
    I give you that assurance.
    I can give the Committee that commitment.
    The Department undertakes that no office will be shut without notice.
    The Trust has pledged to end the practice.
    We will, and we will start this week.
    I will make sure that it happens.
    It will be on your desk by noon.
    Officers will bring a report to the June meeting.
    I'll see to it myself.
  `,
  answered: `
    That was done last week.
    This is already the case.
    This is already a requirement of the licence.
    The existing code already covers this.
    The Trust is already doing this.
    We did so in May.
    We have done exactly that.
    All sorted.
    Attached.
    As promised, the table is below.
    The list is set out below.
    You will find it at Appendix B.
    Such a register exists and is kept by the Clerk.
    A named officer has been in post since June.
    The sign went back up on Tuesday.
    The lamp was mended on 3 May.
    Since April every new starter has been trained in this.
    Every officer now carries a card with the number.
    It has been published on our website.
  `,
  "partly-accepted": `
    We agree with the sentiment but not with the means.
    This is something that we would be willing to look at.
    We can certainly look at that.
    We accept recommendations 1 to 3 but not 4.
    We are exploring how this could be done.
    Two of the three sites will be opened.
    I cannot promise a shelter, but I will ask for a bench.
    We will do so for new contracts only.
    The hours will be extended, though not as far as the Panel wished.
    Accepted with modifications.
    Accept in principle, subject to resources.
    Partial accept.
    The Council accepts the recommendation in so far as it concerns its own homes.
    I will do my best.
    We shall try to do so by June.
    It is our ambition to do this, as resources permit.
    It will be done, but in 2028 and not in 2026.
  `,
  declined: `
    TfL has no current plans to extend the route.
    We do not intend to legislate at this time.
    We consider that the existing powers are sufficient.
    The Government believes that the current arrangements strike the right balance.
    We think the present system works well.
    Existing law is adequate.
    It is for local authorities to determine.
    Ministers have no role in these decisions.
    This is an operational matter for the Commissioner.
    This is a borough matter.
    That's not one for us.
    We're not the right body for that.
    You would need to ask the operator.
    That is for the operator to say.
    I'd be wary of promising that.
    We would not want to go down that road.
    I would not support that.
    I'm not in favour of it.
    I'm against it.
    We do not see that as our role.
    The Council's position remains that the road should stay open.
    Our position has not changed.
    I stand by the decision.
    The decision is final.
    The request is refused.
    Your request has been refused.
    Unfortunately that is not something we can help with.
    Sorry, I can't make it.
    Sadly I am away that week.
    Thank you for the invitation, which I have to decline.
    That would cost more than it would save.
    It would cost £4 million, which we do not have.
    The resources are simply not there.
    The case for it has not been made.
    There is little evidence that this works.
    We found no evidence to justify a second gate.
    The benefits would not outweigh the costs.
    The law does not allow it.
    The licence does not permit us to publish it.
    We are prevented by law from publishing it.
    We are legally barred from doing so.
    It would breach the Data Protection Act.
    To do so would put people at risk.
    Certainly not.
    Absolutely not.
    No chance.
    Not on my watch.
    That ship has sailed.
    The scheme has been dropped.
    The idea was looked at and rejected.
    We looked at this last year and decided not to proceed.
    It was considered but was found to be too costly.
    The Mayor does not share that view.
    I cannot agree.
    I don't accept the premise of the question.
  `,
  deferred: `
    We will set out next steps in due course.
    The Government is actively considering this.
    We're looking at it.
    Ministers will decide after the election.
    Funding decisions will be made as part of the annual budget process.
    This will be picked up in the next review.
    We will feed this into the review.
    Your suggestion will be fed into the review of the plan.
    The recommendation has been referred to the Board for consideration.
    I will discuss it with colleagues.
    I will raise it with officers and see what they say.
    I'll have a think.
    Ask me again in June.
    We'll see.
    I wouldn't rule it out.
    We have not ruled this out.
    All options remain open.
    Everything is on the table.
    Discussions are continuing with the operator.
    We are in talks with the operator about it.
    Negotiations are not yet complete.
    I hope to be able to say more in June.
    More information will be available in June.
    The review will look at this.
    We will review the position in the autumn.
    It is on hold until the inquiry has reported.
    The project has been paused.
    We must wait for the judgment.
    The business case is being prepared and will inform a decision.
    A feasibility study is being carried out.
    I can't say yet.
    Nothing has been decided.
  `,
  noted: `
    Thank you for this suggestion.
    Noted, thanks.
    Your comments have been noted.
    We have taken note of the Committee's view.
    I am aware of the concerns.
    I understand why residents are upset.
    The Government acknowledges the recommendation.
    That is a very good point.
    I have heard what has been said.
  `,
};

const TO_A_QUESTION: Table = {
  answered: `
    Not that I am aware of.
    Not to my knowledge.
    Not yet.
    None.
    About forty.
    We can confirm that it was.
    I am pleased to confirm that the gate is open.
    Please see my answer to Mayor's Question 2019/1234.
    The work will be finished in June.
    The Board decided not to proceed in May.
    The decision was taken by the Board on 4 May.
    The Board will decide in June.
    The information is on our website.
    This information is already in the public domain.
    Passengers cannot use the lift while it is being mended.
  `,
  deferred: `
    I'll have to get back to you.
    I haven't got that to hand.
    I'm not sure; let me find out.
    I couldn't tell you off the top of my head.
    I couldn't say without checking.
    I will ask the team to send you a note.
    We will write to the Committee with the figures.
    The figures will be published next month.
    I hope to have an answer for you by Friday.
    I've asked the depot and am waiting to hear.
    We have asked for an extension of time to answer this request.
    An answer is being prepared.
    A response will be sent shortly.
    We are not yet in a position to give a figure.
    No date has been set.
    We do not yet know.
    The position will be clearer in the spring.
  `,
  declined: `
    The Met do not record this information.
    This data is not held by MOPAC.
    Information not held.
    It is not possible to provide this breakdown.
    We neither confirm nor deny that we hold it.
    Section 12 applies.
    The cost of complying would exceed the limit.
    To provide it would require a manual search of every file.
    This could only be found by opening each file by hand.
    We are not able to share that.
    I couldn't possibly comment.
    I'm not going to speculate.
    I won't go into that.
    That is commercially sensitive.
    No such record exists.
    There is no record of it.
    That's one for the Treasury.
    It is not our practice to release names.
    Our policy is not to name individuals.
  `,
};

const rows = (want: Want, table: Table) =>
  Object.entries(table).flatMap(([outcome, sentences]) =>
    sentences
      .trim()
      .split(/\n\s*/)
      .map((sentence) => [want, outcome, sentence] as const),
  );

it.each([...rows("act", TO_AN_ACT), ...rows("information", TO_A_QUESTION)])(
  "to what wants %s, is %s: %s",
  (want, outcome, sentence) => {
    expect(verdictOf([mannerOf(sentence, link)], want, want === "act" ? "noted" : "answered").outcome).toBe(outcome);
  },
);
