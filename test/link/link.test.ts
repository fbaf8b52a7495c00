import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../../src/document/span.ts";
import { type ExtractedDocument, linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Link } from "../../src/records/link.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");
const repliesOf = (links: readonly Link[], item: string) =>
  links.filter((link) => link.item === item).flatMap((link) => link.replies.map((reply) => reply.anchor.exact));
const outcomeOf = (links: readonly Link[], item: string) => links.find((link) => link.item === item)?.outcome;

const letter = makeExtracted(
  `Dear Director

The ponds in Larkfield Park have been green since April. When were the ponds last dredged, and by whom?

Members were told of a plan to light the paths. Will you publish the lighting plan before the winter?

The bandstand roof leaks. I would be glad to know who insures the bandstand.`,
  {
    name: "letter.txt",
    parts: [{ date: "2021-05-04", from: "Odile Harcourt", to: "Bertrand Yilmaz" }],
    items: [
      { words: "When were the ponds last dredged, and by whom?" },
      { words: "Will you publish the lighting plan before the winter?" },
      { words: "I would be glad to know who insures the bandstand.", form: "request" },
    ],
  },
);

const reply = makeExtracted(
  `Dear Ms Harcourt

Thank you for your letter of 4 May.

You asked about the lighting plan. It will be published on our website in October.

The ponds were last dredged in March 2015 by a contractor from Kent. Both were found to hold a good many bicycles.

Would you let us have the names of the volunteers who count the newts?`,
  {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2021-06-01", from: "Bertrand Yilmaz", to: "Odile Harcourt" }],
    items: [{ words: "Would you let us have the names of the volunteers who count the newts?" }],
  },
);

describe("a letter and its reply in another order, without labels or headings", () => {
  const links = linkItems(letter, [reply], rules);

  it("finds the passage for each ask that has one", () => {
    expect(repliesOf(links, "i1").join(" ")).toContain("The ponds were last dredged in March 2015");
    expect(repliesOf(links, "i2")).toEqual(["It will be published on our website in October."]);
  });
  it("reads the outcomes and leaves out what only repeats the ask", () => {
    expect(outcomeOf(links, "i1")).toBe("answered");
    expect(outcomeOf(links, "i2")).toBe("accepted");
  });
  it("says of an ask that nothing addresses that it is unanswered", () => {
    expect(outcomeOf(links, "i3")).toBe("unanswered");
    expect(repliesOf(links, "i3")).toEqual([]);
  });
  it("tells why in words", () => {
    expect(links.find((link) => link.item === "i2")!.evidence.join("; ")).toContain(
      "You asked about the lighting plan.",
    );
  });
  it("makes no link without a reply, and none for what the reply asks back", () => {
    expect(linkItems(letter, [], rules)).toEqual([]);
    expect(linkItems(reply, [], rules)).toEqual([]);
  });
});

describe("a response that sets out what it answers", () => {
  const response = makeExtracted(
    `Recommendation 1. The Trust should fence the weir.

Accepted. The fence will be up by June.

Recommendation 2. The Trust should count the otters each spring.

Recommendation 5. The Trust should publish the count.

We do not agree that otters should be counted every year.

Recommendation 6. The Trust should feed the swans.`,
    {
      name: "response.md",
      parts: [{ kind: "response" }],
      segments: [
        { kind: "statement", words: "The Trust should fence the weir.", label: "1" },
        { kind: "reply", words: "Accepted. … by June.", answers: [0] },
        { kind: "statement", words: "The Trust should count the otters each spring.", label: "2" },
        { kind: "statement", words: "The Trust should publish the count.", label: "5" },
        { kind: "reply", words: "We do not agree … every year.", answers: [2, 3] },
        { kind: "statement", words: "The Trust should feed the swans.", label: "6" },
      ],
      items: ["fence the weir.", "count the otters each spring.", "publish the count.", "feed the swans."].map(
        (words, index) => ({
          words: `The Trust should ${words}`,
          kind: "recommendation" as const,
          form: null,
          restated: true,
          label: ["1", "2", "5", "6"][index]!,
        }),
      ),
    },
  );
  const links = linkItems(response, [], rules);

  it("links each to what stands under it, several to one answer", () => {
    expect(repliesOf(links, "i1")).toEqual(["Accepted. The fence will be up by June."]);
    expect(repliesOf(links, "i2")).toEqual(["We do not agree that otters should be counted every year."]);
    expect(repliesOf(links, "i3")).toEqual(repliesOf(links, "i2"));
    expect([outcomeOf(links, "i1"), outcomeOf(links, "i2")]).toEqual(["accepted", "declined"]);
  });
  it("says of one with nothing under it that it is unanswered", () => {
    expect(outcomeOf(links, "i4")).toBe("unanswered");
  });
  it("links the report's own to the same passage", () => {
    const report = makeExtracted("The Trust should fence the weir.\n\nThe Trust should mend the sluice.", {
      parts: [{ kind: "report" }],
      items: [
        { words: "The Trust should fence the weir.", kind: "recommendation", label: "1", form: null },
        { words: "The Trust should mend the sluice.", kind: "recommendation", label: "3", form: null },
      ],
    });
    const across = linkItems(report, [response], rules);
    expect(repliesOf(across, "i1")).toEqual(["Accepted. The fence will be up by June."]);
    expect(across[0]!.replies[0]!.document).toBe(response.document.id);
    expect(repliesOf(across, "i2")).toEqual([]);
  });
});

describe("spoken questions", () => {
  const said = (name: string, words: string) => ({ kind: "turn" as const, speaker: name, words });
  const transcript = makeExtracted(
    `How many kilns are still lit?

There are nine in the valley, and I can --

There are not nine.

-- and I can add that two will be shut by June.

What does a tonne of clay cost?

I shall have to look that up, if you will bear with me.

Who owns the quarry?

A family in Norwich. I have it here now. The answer to Ms Brandt is that a tonne of clay costs £31.`,
    {
      parts: [{ kind: "transcript" }],
      segments: [
        said("Ilse Brandt", "How many kilns are still lit?"),
        said("Tom Adeyemi", "There are nine in the valley, and I can --"),
        said("Rufus Okafor", "There are not nine."),
        said("Tom Adeyemi", "-- and I can add that two will be shut by June."),
        said("Ilse Brandt", "What does a tonne of clay cost?"),
        said("Tom Adeyemi", "I shall have to look that up, if you will bear with me."),
        said("Rufus Okafor", "Who owns the quarry?"),
        said("Tom Adeyemi", "A family in Norwich. … costs £31."),
      ],
      items: [
        { words: "How many kilns are still lit?" },
        { words: "What does a tonne of clay cost?" },
        { words: "Who owns the quarry?" },
      ],
    },
  );
  const links = linkItems(transcript, [], rules);

  it("takes an answer that was broken off and taken up again as two passages", () => {
    expect(repliesOf(links, "i1")).toEqual([
      "There are nine in the valley, and I can --",
      "-- and I can add that two will be shut by June.",
    ]);
  });
  it("finds an answer that comes back inside another", () => {
    expect(repliesOf(links, "i2")).toEqual(["The answer to Ms Brandt is that a tonne of clay costs £31."]);
    expect(repliesOf(links, "i3")[0]).toContain("A family in Norwich.");
  });
});

describe("written questions", () => {
  const list = makeExtracted(
    `When will the ferry at Oxley be mended?

The ferry at Oxley will be mended by 4 May. The crew has been told.

Is the ferry at Oxley to be mended soon?

Please see my answer to Question 2019/0011.

What have you said to the Minister about ferries?

Oral response`,
    {
      parts: [{ kind: "written-questions" }],
      segments: [
        { kind: "question", words: "When will the ferry at Oxley be mended?", label: "2019/0011" },
        { kind: "answer", words: "The ferry at Oxley will be … been told.", label: "2019/0011", answers: [0] },
        { kind: "question", words: "Is the ferry at Oxley to be mended soon?", label: "2019/0012" },
        { kind: "answer", words: "Please see my answer to Question 2019/0011.", label: "2019/0012", answers: [2] },
        { kind: "question", words: "What have you said to the Minister about ferries?", label: "2019/0013" },
        { kind: "answer", words: "Oral response", label: "2019/0013", answers: [4] },
      ],
      items: [
        { words: "When will the ferry at Oxley be mended?" },
        { words: "Is the ferry at Oxley to be mended soon?" },
        { words: "What have you said to the Minister about ferries?" },
      ],
    },
  );
  const links = linkItems(list, [], rules);

  it("makes no link where the answer was given aloud", () => {
    expect(links.map((link) => link.item)).toEqual(["i1", "i2"]);
  });
  it("keeps the sentence that points to another answer", () => {
    expect(repliesOf(links, "i2").join(" ")).toContain("Please see my answer");
  });
});

describe("an answer that was held off", () => {
  const list = makeExtracted(
    `How many eels were counted at Teddington?

Officers are drafting a response which will be sent shortly.

Answer provided on 4 May: Some 212 eels were counted at Teddington.

How many otters were counted?

The Mayor's office is preparing an answer, which will follow shortly.`,
    {
      parts: [{ kind: "written-questions" }],
      segments: [
        { kind: "question", words: "How many eels were counted at Teddington?", label: "1" },
        { kind: "answer", words: "Officers are drafting … at Teddington.", label: "1", answers: [0] },
        { kind: "question", words: "How many otters were counted?", label: "2" },
        { kind: "answer", words: "The Mayor's office … follow shortly.", label: "2", answers: [2] },
      ],
      items: [{ words: "How many eels were counted at Teddington?" }, { words: "How many otters were counted?" }],
    },
  );
  const links = linkItems(list, [], rules);

  it("is left out where the real one stands below it, and stays where none does", () => {
    expect(repliesOf(links, "i1")).toEqual(["Answer provided on 4 May: Some 212 eels were counted at Teddington."]);
    expect(repliesOf(links, "i2")).toHaveLength(1);
  });
});

describe("a wish for a reply by a day", () => {
  const wish = "The Panel would appreciate a reply by 4 May.";
  const asking = makeExtracted(`Dear Warden\n\nIs the weir safe?\n\n${wish}`, {
    parts: [{ from: "Odile Harcourt", to: "Bertrand Yilmaz" }],
    items: [{ words: "Is the weir safe?" }, { words: wish, form: "request" }],
  });
  const answerOf = (opening: string) => {
    const target = makeExtracted(`Dear Ms Harcourt\n\n${opening}\n\nThe weir is safe and was inspected in March.`, {
      parts: [{ kind: "reply", from: "Bertrand Yilmaz", to: "Odile Harcourt" }],
    });
    const links = linkItems(asking, [target], rules);
    return [repliesOf(links, "i2").join(" "), outcomeOf(links, "i2")];
  };

  it.each([
    ["Thank you for your letter of 1 April.", "answered"],
    ["I am sorry that this reply is so late.", "partly-accepted"],
    ["Please accept this letter as the Warden's response.", "answered"],
  ])("is answered by what the reply says of its own coming: %s", (opening, outcome) => {
    expect(answerOf(opening)).toEqual([opening, outcome]);
  });
  it("is not answered by what the reply says of the matter", () => {
    expect(answerOf("The river is high.")[1]).toBe("unanswered");
  });
});

describe("a response that names the numbers of recommendations and does not print them", () => {
  const report = makeExtracted("The Trust should fence the weir.\n\nThe Trust should feed the swans.", {
    parts: [{ kind: "report" }],
    items: ["The Trust should fence the weir.", "The Trust should feed the swans."].map((words, index) => ({
      words,
      kind: "recommendation" as const,
      form: null,
      label: String(index + 1),
    })),
  });
  const response = makeExtracted("Thank you.\n\nWe agree and will begin in May.\n\nWe do not agree.", {
    parts: [{ kind: "response" }],
    segments: [
      { kind: "prose", words: "Thank you." },
      { kind: "reply", words: "We agree and will begin in May.", label: "1", heading: "Recommendation 1" },
      { kind: "reply", words: "We do not agree.", label: "2", heading: "Recommendation 2" },
    ],
  });
  const links = linkItems(report, [response], rules);

  it("answers each under its number", () => {
    expect(repliesOf(links, "i1")).toEqual(["We agree and will begin in May."]);
    expect(repliesOf(links, "i2")).toEqual(["We do not agree."]);
    expect(outcomeOf(links, "i2")).toBe("declined");
  });
});

describe("a chain of messages", () => {
  const chain = makeExtracted(
    `The eels caught at Teddington weir came to 212 kilos.

Some 41 otters were seen at Oxley lock. As to the eels, their weight is still being worked out.

What did the eels caught at Teddington weir weigh? How many otters were seen at Oxley lock?`,
    {
      parts: [
        { kind: "reply", date: "2021-05-20", from: "Bo Yilmaz", to: "Odile Harcourt", begins: "The eels" },
        { kind: "reply", date: "2021-05-10", from: "Bo Yilmaz", to: "Odile Harcourt", begins: "Some 41" },
        { kind: "letter", date: "2021-05-04", from: "Odile Harcourt", to: "Bo Yilmaz", begins: "What did" },
      ],
      items: [
        { words: "What did the eels caught at Teddington weir weigh?" },
        { words: "How many otters were seen at Oxley lock?" },
      ],
    },
  );
  const links = linkItems(chain, [], rules);

  it("finds what a later message gives of what the first reply left open", () => {
    expect(repliesOf(links, "i2")).toEqual(["Some 41 otters were seen at Oxley lock."]);
    expect(repliesOf(links, "i1")).toContain("The eels caught at Teddington weir came to 212 kilos.");
  });
});

describe("an undated letter on the page of another", () => {
  const ask = "How many lamps on the causeway between Oxley and the lighthouse were broken by herons?";
  const told = "Herons broke nine lamps on the causeway between Oxley and the lighthouse.";
  const page = (opening: string) =>
    makeExtracted(`${ask}\n\n${opening} ${told}`, {
      parts: [{ date: "2020-10-08" }, { kind: "letter", begins: opening }],
      items: [{ words: ask }],
    });

  it("answers it where it names its day, though it tells no year", () => {
    expect(repliesOf(linkItems(page("I can now turn to your request of 8 October."), [], rules), "i1")).toEqual([told]);
  });
  it("does not where it names another day, or none", () => {
    expect(linkItems(page("I can now turn to your request of 9 October."), [], rules)).toEqual([]);
    expect(linkItems(page("I can now turn to the lamps."), [], rules)).toEqual([]);
  });
});

describe("whatever the sentences of a reply", () => {
  const stock = reply.document.text.split("\n\n").slice(2, 5);
  const shuffled = fc.shuffledSubarray(stock, { minLength: 1 });
  const made = (paragraphs: readonly string[]): ExtractedDocument =>
    makeExtracted(`${letter.document.text}\n\nOur answer\n\n${paragraphs.join("\n\n")}`, {
      parts: [
        { date: "2021-05-04", from: "Odile Harcourt", to: "Bertrand Yilmaz" },
        { begins: "Our answer", kind: "reply", date: "2021-06-01", from: "Bertrand Yilmaz", to: "Odile Harcourt" },
      ],
      items: letter.items.map((item) => ({ words: item.anchor.exact })),
    });

  it("anchors are exact, replies never overlap an ask, and the same input gives the same links", () => {
    fc.assert(
      fc.property(shuffled, (paragraphs) => {
        const document = made(paragraphs);
        const links = linkItems(document, [], rules);
        expect(linkItems(document, [], rules)).toEqual(links);
        for (const { anchor } of links.flatMap((link) => link.replies)) {
          expect(document.document.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(document.items.some((item) => overlaps(item.anchor, anchor))).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("the same paragraph answers the same ask in whatever order the paragraphs come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(stock, { minLength: stock.length }), (paragraphs) => {
        const links = linkItems(made(paragraphs), [], rules);
        expect(repliesOf(links, "i2")).toEqual(["It will be published on our website in October."]);
      }),
      { numRuns: 10 },
    );
  });
});

it("finds the answers to a list of questions where they all stand together below it", () => {
  const list = makeExtracted(
    `From Mrs Moss

Who repairs the sluice gate at the mill?

From Mr Reed

Will you publish the survey of newts?

Answers

The survey of newts will be published in October.

The sluice gate at the mill is repaired by the Rivers Board.`,
    {
      parts: [{ kind: "written-questions", date: "2026-01-22" }],
      segments: [
        { kind: "question", words: "Who repairs the sluice gate at the mill?", speaker: "Moss" },
        { kind: "question", words: "Will you publish the survey of newts?", speaker: "Reed" },
        { kind: "answer", words: "The survey of newts will be published in October." },
        { kind: "answer", words: "The sluice gate at the mill is repaired by the Rivers Board." },
      ],
      items: [
        { words: "Who repairs the sluice gate at the mill?" },
        { words: "Will you publish the survey of newts?" },
      ],
    },
  );
  const links = linkItems(list, [], rules);
  expect(repliesOf(links, "i1")).toEqual(["The sluice gate at the mill is repaired by the Rivers Board."]);
  expect(repliesOf(links, "i2")).toEqual(["The survey of newts will be published in October."]);
});
