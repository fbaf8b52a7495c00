import fc from "fast-check";
import { expect, it } from "vitest";
import { countMeetings, inSettlingOrder, type Meeting } from "../../src/link/meeting.ts";

const card = {} as Meeting["answering"];
const meetingsOf = (asking: number) =>
  fc.array(fc.uniqueArray(fc.nat(asking - 1), { minLength: 1 }).map((met): Meeting => ({ answering: card, met })));
const mostOf = ({ met }: Meeting, counts: Uint32Array) => Math.max(...met.map((at) => counts[at]!));

it("all meetings have their turn once, those in which everyone has few before others", () => {
  fc.assert(
    fc.property(meetingsOf(12), (meetings) => {
      const counts = countMeetings(meetings, 12);
      const ordered = inSettlingOrder(meetings, counts);
      expect(new Set(ordered)).toEqual(new Set(meetings));
      expect(ordered).toHaveLength(meetings.length);
      const most = ordered.map((meeting) => mostOf(meeting, counts));
      expect(most).toEqual(most.toSorted((a, b) => a - b));
    }),
  );
});

it("each asking document is counted as often as it is met", () => {
  const meetings = [[0, 2], [2], [2, 3]].map((met) => ({ answering: card, met }));
  expect([...countMeetings(meetings, 5)]).toEqual([1, 0, 3, 1, 0]);
});

it("one that may answer more documents than a call has arguments has its turn as others have", () => {
  const crowd = { answering: card, met: Array.from({ length: 300_000 }, (_, at) => at) };
  const one = { answering: card, met: [7] };
  const twice = [crowd, { answering: card, met: [8, 9] }];
  expect(inSettlingOrder([...twice, one], countMeetings([...twice, one], 300_000))).toHaveLength(3);
});
