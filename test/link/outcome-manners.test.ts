import { expect, it } from "vitest";
import { outcomeOfReply, replyCases } from "../support/reply-table.ts";

/** As operators, inspectorates, members in debate, clerks in e-mails and trackers word their replies; each outcome was written down before the rules were run. */
const REPLIES = `
recommendation: Scottish Ministers should fund a national register of hill paths.
  declined: The Scottish Government has no budget for a register of this kind and cannot take the recommendation forward.
  accepted: Ministers are supportive and have set aside £300,000 in 2026-27 for this purpose.
  partly-accepted: We agree with the direction of travel, but consider that the register should be held by local authorities.
  deferred: Ministers will set out their position once the outcome of the budget is known.
  noted: Ministers have noted the Committee's recommendation.
  answered: Funding for the register was announced in the Programme for Government in September.
  declined: A register already exists in each national park, and Ministers see little value in another.
  partly-accepted: Funding can be offered for the two national parks, though not for the country as a whole.
recommendation: The operator should install defibrillators at all of its stations.
  accepted: Recommendation agreed. Action: procure and install. Lead: Head of Stations. Target date: March 2027.
  answered: Closed. All 84 stations have had one since last November.
  partly-accepted: Agreed for staffed stations. Unstaffed halts cannot be covered because of vandalism.
  accepted: Open – on programme for completion by December.
  deferred: Under review pending the outcome of the franchise competition.
  declined: Not progressed. Risk accepted by the Board.
  accepted: Yes. We have ordered 84 and will have them all fitted by Christmas.
  deferred: Paused while we await guidance from the regulator.
  declined: The operator does not own the stations and has no right to alter them.
  partly-accepted: 60 of the 84 stations will have one by Christmas.
recommendation: The Trust should ensure that a consultant is present on the ward at weekends.
  declined: Following careful consideration the Trust has concluded that this would not be a safe use of its consultants' time.
  accepted: The Trust has revised its job plans so that from 1 February a consultant will be on the ward on both days.
  answered: Since the death of Mrs P a consultant has been present on the ward from 8am to 8pm every Saturday and Sunday.
  declined: We do not have enough consultants to do this.
  deferred: A business case for two further consultants has been submitted and is awaiting approval.
  accepted: We accept your concerns and are recruiting two consultants so that weekends can be covered from the spring.
recommendation: Schools should be inspected without notice.
  declined: Ofsted has no plans to move to inspection without notice.
  accepted: Ofsted will pilot this in the autumn and bring it in across the country from January.
  declined: We remain of the view that half a day's notice is right.
  partly-accepted: We will do so where there are concerns about safeguarding, but notice will still be given in other cases.
  deferred: We are listening to what schools and parents tell us and will come to a view in the summer.
  noted: We acknowledge the Committee's view on notice.
recommendation: The Board should meet in public.
  accepted: From its June meeting the Board will sit in public.
  declined: The Board prefers to continue to meet in private.
  answered: The Board does so already.
  deferred: The chair-designate wishes to reach her own view on this after taking up her post in May.
  declined: The Board discussed this in March and resolved not to.
  accepted: This was agreed at the March Board.
  accepted: Happy to do this from the next cycle.
recommendation: The Met should hand back land at Bow that it no longer needs.
  declined: The land is needed for the Met's own purposes and will not be released.
  answered: The land was transferred to the borough in December.
  deferred: No decision can be made until the estates strategy has been approved.
  partly-accepted: The Met will release the northern half of the site.
ask: Will the Minister come to Grimsby to see this for herself?
  accepted: I should be delighted to visit Grimsby.
  accepted: I would be very happy to take up the hon. Member's kind invitation.
  deferred: I will ask my private office to look at whether a visit can be arranged.
  answered: I was in Grimsby only last week.
  declined: I do not think that a visit from me would add anything to what my officials have already seen.
  partly-accepted: I cannot come to Grimsby myself, but would be glad to see my hon. Friend and some of his constituents here.
ask: Will you bring back the 24-hour helpline?
  declined: I'm afraid we just don't have the staff.
  deferred: Watch this space.
  accepted: We're bringing it back in May.
  partly-accepted: Not 24 hours, but from May it'll be open until midnight.
  answered: It's been back since Monday.
  deferred: We're still working that one through with the unions.
  declined: That's not going to happen while I'm in the chair.
  accepted: You have my word on it.
ask: Could you get somebody to cut the hedge on Mill Lane?
  answered: All done this morning.
  accepted: It's on the list for next week.
  declined: It's a private hedge so there's nothing we can do, sorry.
  deferred: I've asked our inspector to take a look and will let you know what he says.
  accepted: Yep, no problem, I'll get the team out.
  declined: Unfortunately we don't cut hedges between March and August because of nesting birds.
  noted: Thanks for letting us know about this.
ask: I would ask the Leader to apologise for what was said.
  answered: I am sorry for what was said, and I apologise without reservation.
  accepted: I will write to Mr Hussain tonight to do just that.
  deferred: I want to hear the recording before I respond to that.
ask: What is the vacancy rate among school nurses?
  answered: It currently stands at 14 per cent.
  answered: At the end of March, one post in seven was vacant.
  declined: That information is not collected centrally.
  declined: School nurses are employed by local authorities, so I would direct the Member to them for this.
  deferred: I'd want to be sure of my facts before I gave you a number, so I'll write.
  deferred: The figures will be published on 14 June, and I can't give them in advance of that.
  partly-accepted: In the north it is 14 per cent. We are still waiting for the south's return.
  declined: We hold no data on this.
  partly-accepted: I only have last year's, which was 14 per cent; this year's has not been compiled.
  answered: There are no vacancies.
  declined: The Department does not comment on staffing in individual trusts.
ask: When did the Board first hear of the problem?
  answered: On 4 January, when the Finance Director told it.
  answered: It was first reported to the Board in January 2025.
  deferred: I would have to look at the minutes and get back to you.
  declined: I have been advised not to answer that while the inquiry is sitting.
  answered: The Board was told a week after the audit.
ask: Has the contract been signed?
  answered: It has.
  answered: It was signed on 1 March.
  answered: Not yet, but we expect to sign next week.
  declined: I am not at liberty to say.
  deferred: I'll find out and come back to you this afternoon.
ask: Who will be responsible for the bridge once it opens?
  answered: The county council, as highway authority.
  deferred: That is still the subject of discussion between the two councils.
  answered: Responsibility will pass to the county council.
  declined: That is not a question that I can answer.
ask: Please tell us what steps are being taken to cut waiting times.
  answered: We have opened two more clinics and extended hours at a third.
  answered: A recovery plan was agreed in May. It provides for 40 extra sessions a week.
  deferred: A recovery plan is being drawn up and will be shared with the Committee when it has been agreed.
  partly-accepted: For adults we have opened two more clinics. I am not able to tell you about children's services, which are run by another trust.
ask: Do you accept that the Council failed these children?
  answered: I do.
  answered: No. I believe that officers did what they could in difficult circumstances.
  declined: It would be wrong for me to say anything before the safeguarding review has reported.
  answered: We let them down, and I am sorry.
ask: Please send the Committee the risk register.
  answered: The register is at Annex C.
  accepted: We will let the clerk have it by Friday.
  declined: The register is confidential and we do not release it.
  declined: We have considered your request and are withholding the register under section 36 of the Act.
  partly-accepted: We enclose the first two pages. The third contains commercially sensitive information and has been left out.
  deferred: Legal advice is being sought on whether it can be shared.
  accepted: Certainly. You'll have it tomorrow.
ask: Please could you supply the number of staff who left in each of the last three years?
  answered: The figures are as follows: 41, 38 and 57.
  declined: We estimate that it would take 60 hours to answer this, which is over the statutory limit, and we are refusing the request under section 12.
  partly-accepted: 38 left in 2023/24 and 57 in 2024/25. We no longer hold figures for the first year.
  deferred: Your request has been logged and you can expect a response by 14 July.
  declined: We can neither confirm nor deny whether this information is held.
ask: Will the Council commit to a ban on barbecues in parks?
  declined: The Council would prefer to rely on education and common sense.
  accepted: A ban will come into force on 1 May.
  answered: Barbecues have been banned in all our parks since 2019.
  deferred: The Cabinet Member will take a paper on this to Cabinet in March.
  declined: We have no powers to enforce a ban, so there would be little point in one.
ask: Can the tenants be given a seat on the panel?
  accepted: I think that is an excellent idea and I'm happy to agree to it.
  accepted: Two seats will be set aside for tenants.
  declined: The constitution of the panel does not provide for it.
  deferred: I'm open to that and will put it to the panel.
  answered: Tenants have had two seats on the panel since it was set up.
  partly-accepted: They may attend and speak, but not vote.
ask: I hope that you will reconsider the fine.
  declined: I have reviewed the case and the fine stands.
  answered: We have cancelled the fine.
  declined: You may appeal to the tribunal if you disagree, but the Council's decision is final.
  accepted: In view of what you tell us the fine will be cancelled.
  declined: Having looked into this I am unable to uphold your complaint.
`;

it.each(replyCases(REPLIES))("the $kind '$asked' is $outcome by: $reply", ({ outcome, ...given }) => {
  expect(outcomeOfReply(given)).toBe(outcome);
});
