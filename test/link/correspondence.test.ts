import { describe, expect, it } from "vitest";
import { findCopies, fingerprintOf } from "../../src/link/copy.ts";
import { cardOf, findCorrespondence } from "../../src/link/correspondence.ts";
import type { ExtractedDocument } from "../../src/link/extracted.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Part } from "../../src/records/part.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

/** Pairs by the documents' names: "asking ← answering". */
function pairsOf(documents: readonly ExtractedDocument[], declared: { asking: string; answering: string }[] = []) {
  const names = new Map(documents.map((each) => [each.document.id, each.document.name]));
  const cards = documents.map((each) => cardOf(each, rules));
  return findCorrespondence(cards, declared, rules).map(
    (pair) => `${names.get(pair.asking)} ← ${names.get(pair.answering)}`,
  );
}

const asking = (name: string, date: string, ask: string, more: { to?: string; references?: string[] } = {}) =>
  makeExtracted(`Dear Director\n\nI write about ${name}.\n\n${ask}`, {
    name,
    parts: [
      {
        date,
        from: "Odile Harcourt",
        to: more.to ?? "Bertrand Yilmaz",
        ownReferences: more.references ?? [],
        subject: null,
      },
    ],
    items: [{ words: ask }],
  });

const answering = (name: string, words: string, over: Parameters<typeof makeExtracted>[1]["parts"][number] = {}) =>
  makeExtracted(`Dear Ms Harcourt\n\n${words}`, {
    name,
    parts: [{ kind: "reply", date: "2021-06-20", from: "Bertrand Yilmaz", to: "Odile Harcourt", ...over }],
  });

const ponds = asking("ponds", "2021-05-04", "When were the ponds at Larkfield last dredged?", {
  references: ["OH/21/0044"],
});
const paths = asking("paths", "2021-05-18", "Will the paths at Larkfield be lit by November?");

describe("which documents answer which", () => {
  it.each([
    [
      "the date that it names",
      answering("reply", "It was in 2015.", { inReplyTo: { date: "2021-05-04", subject: null, references: [] } }),
    ],
    [
      "the reference that it cites",
      answering("reply", "It was in 2015.", { inReplyTo: { date: null, subject: null, references: ["OH/21/0044"] } }),
    ],
    ["the date in its opening", answering("reply", "Thank you for your letter of 4 May.")],
  ])("a reply to one of two letters of one month goes to the right one by %s", (_, reply) => {
    expect(pairsOf([paths, ponds, reply])).toEqual(["ponds ← reply"]);
  });

  it("leaves it open where nothing tells two letters apart", () => {
    expect(pairsOf([ponds, paths, answering("reply", "All is well.")])).toEqual([]);
  });

  it("never takes a letter for the answer to a later one", () => {
    const early = answering("reply", "It was in 2015.", { date: "2021-04-30" });
    expect(pairsOf([ponds, early])).toEqual([]);
  });

  it("does not link strangers, nor by a title that anybody could have", () => {
    const stranger = answering("reply", "All is well.", { from: "Ines Vogt", to: "Paul Rudge" });
    const titled = makeExtracted("# Report no. 5 of 2024\n\nShould the gate be mended?", {
      name: "report",
      parts: [{ kind: "report", date: "2024-02-01", subject: "Report no. 5 of 2024" }],
      items: [{ words: "Should the gate be mended?" }],
    });
    const other = makeExtracted("# Report no. 5 of 2024\n\nThe response to it.", {
      name: "other",
      parts: [{ kind: "response", date: "2024-03-01", subject: "Report no. 5 of 2024" }],
    });
    expect(pairsOf([ponds, stranger, titled, other])).toEqual([]);
  });

  it("knows a response by the recommendations that it sets out again", () => {
    const words = ["The Trust should fence the weir at Oxley.", "The Trust should count the otters below the sluice."];
    const report = makeExtracted(words.join("\n\n"), {
      name: "report",
      parts: [{ kind: "report", date: "2022-01-10" }],
      items: words.map((each, index) => ({ words: each, kind: "recommendation", label: `${index + 1}` })),
    });
    const response = makeExtracted(`${words[0]}\n\nAccepted.\n\n${words[1]}\n\nNot accepted.`, {
      name: "response",
      parts: [{ kind: "response", date: "2022-03-01" }],
      segments: [
        { kind: "statement", words: words[0]! },
        { kind: "reply", words: "Accepted.", answers: [0] },
        { kind: "statement", words: words[1]! },
        { kind: "reply", words: "Not accepted.", answers: [2] },
      ],
    });
    expect(pairsOf([response, ponds, report])).toEqual(["report ← response"]);
  });

  it("knows an e-mail by the message that it answers", () => {
    const mail = makeExtracted("Could you send me the map of the weir?", {
      name: "mail",
      parts: [{ from: "Ada Quist", to: "Lev Marr" }],
      items: [{ words: "Could you send me the map of the weir?" }],
      metadata: { "message-id": "<1@weir.example>" },
    });
    const back = makeExtracted("Here it is.", {
      name: "back",
      parts: [{ kind: "reply", from: "Lev Marr", to: "Ada Quist" }],
      metadata: { "message-id": "<2@weir.example>", "in-reply-to": "<1@weir.example>" },
    });
    expect(pairsOf([back, mail])).toEqual(["mail ← back"]);
  });

  describe("by a report's title, named word for word", () => {
    const held = "hinges, latches, padlocks, keys, owners, postcodes, photographs and repairs of each gate";
    const recommends = `The Trust should publish a register of the ${held}.`;
    const report = makeExtracted(`Parks Committee\n\nGates that do not shut\n\nFourth report\n\n${recommends}`, {
      name: "report",
      parts: [{ kind: "report", date: "2022-01-10", subject: "Fourth report" }],
      items: [{ words: recommends, kind: "recommendation" }],
    });
    const other = (name: string, title: string, kind: Part["kind"]) =>
      makeExtracted(`# ${title}\n\nWe will publish a register of the ${held}.`, {
        name,
        parts: [{ kind, date: "2022-03-01", subject: title }],
      });

    it("finds the response to it, though nothing else of it was read", () => {
      expect(
        pairsOf([report, other("response", "Response to the report: gates that do not shut", "response")]),
      ).toEqual(["report ← response"]);
    });

    it("does not take for one a response that names another title, or speaks of the matter in other words", () => {
      const near = other("near", "Response to the report: doors that do not shut", "response");
      const loose = other("loose", "Response to the report on gates and when to shut them", "response");
      expect(pairsOf([report, near, loose])).toEqual([]);
    });

    it("does not take for one the minutes of a meeting that bears the same title", () => {
      expect(pairsOf([report, other("minutes", "Minutes: gates that do not shut", "minutes")])).toEqual([]);
    });
  });

  it("knows a response by a short title and labels of its own kind, and not by counted ones alone", () => {
    const held = ["fence the weir", "count the otters"];
    const reportBy = (title: string, label: (at: number) => string) =>
      makeExtracted(`# ${title}\n\n${held.map((each) => `The Trust should ${each}.`).join("\n\n")}`, {
        name: "report",
        parts: [{ kind: "report", date: "2022-01-10", subject: title }],
        items: held.map((each, at) => ({
          words: `The Trust should ${each}.`,
          kind: "recommendation",
          label: label(at),
        })),
      });
    const response = (title: string, label: (at: number) => string) =>
      makeExtracted(
        `# ${title}\n\nRecommendation ${label(0)}. It is up.\n\nRecommendation ${label(1)}. There are nine.`,
        {
          name: "response",
          parts: [{ kind: "response", date: "2022-03-01", subject: title }],
        },
      );
    const lettered = (at: number) => `${at + 1}B`;
    const counted = (at: number) => `${at + 1}`;
    const answer = "State of the weir: what we shall do";
    expect(pairsOf([reportBy("State of the weir", lettered), response(answer, lettered)])).toEqual([
      "report ← response",
    ]);
    expect(pairsOf([reportBy("State of the weir", counted), response("What we shall do", counted)])).toEqual([]);
  });

  it.each([
    ["of a case that both bear", "Complaint 31 004 772 (Ms Q)", "Complaint no. 31004772", ["decision ← letter"]],
    ["of another case", "Complaint 31 004 772 (Ms Q)", "Complaint no. 31004773", []],
    ["of a telephone", "Enquiry 020 7946 0018", "Enquiry 020 7946 0018", []],
  ])("goes by the number %s", (_, asked, answered, pairs) => {
    const decision = makeExtracted(`${asked}\n\nThe Council should pay her by June.`, {
      name: "decision",
      parts: [{ kind: "report", date: "2025-03-06" }],
      items: [{ words: "The Council should pay her by June.", kind: "recommendation" }],
    });
    const letter = makeExtracted(`${answered}\n\nA cheque has been sent.`, {
      name: "letter",
      parts: [{ kind: "reply", date: "2025-04-03" }],
    });
    expect(pairsOf([decision, letter])).toEqual(pairs);
  });

  it("does not take the day of a meeting for the letter of two strangers that was written on it", () => {
    const paper = (words: string) =>
      makeExtracted(`Parks Board\n\n${words}`, { name: "paper", parts: [{ kind: "response", date: "2021-06-20" }] });
    const about = "The ponds at Larkfield, which the Board saw on 4 May 2021, were dredged in 2015.";
    expect(pairsOf([ponds, paper(about)])).toEqual([]);
    expect(pairsOf([ponds, paper(`To Ms Harcourt. ${about}`)])).toEqual(["ponds ← paper"]);
  });

  it("knows a reply by surnames at the foot of a letter whose writers its head does not name", () => {
    const ask = "Will the bench at the weir be mended before the otters are counted in May?";
    const letter = makeExtracted(
      `The Weir Group\n\nDear Professor Quist\n\n${ask}\n\nYours truly,\n\nTobi Marr, Ines Vogt`,
      {
        name: "letter",
        parts: [{ date: "2025-03-06", to: "Ada Quist" }],
        items: [{ words: ask }],
      },
    );
    const reply = (reader: string) =>
      makeExtracted(`Dear Ms ${reader}\n\nThe bench at the weir was mended before the otters came.\n\nAda Quist`, {
        name: "reply",
        parts: [{ kind: "reply", date: "2025-04-03", from: "Ada Quist", to: reader }],
      });
    expect(pairsOf([letter, reply("Vogt")])).toEqual(["letter ← reply"]);
    expect(pairsOf([letter, reply("Stone")])).toEqual([]);
  });

  it("never takes a message for the answer to one that answers it, though it sets out the same again", () => {
    const words = "Could you send me the map of the weir?";
    const mail = makeExtracted(words, {
      name: "mail",
      parts: [{ subject: "Map of the weir at Oxley" }],
      items: [{ words }],
      metadata: { "message-id": "<1@weir.example>" },
    });
    const back = makeExtracted(`Here it is.\n\n${words}`, {
      name: "back",
      parts: [{ subject: "Map of the weir at Oxley" }],
      items: [{ words }],
      metadata: { "message-id": "<2@weir.example>", "in-reply-to": "<1@weir.example>" },
    });
    expect(pairsOf([back, mail])).toEqual(["mail ← back"]);
  });

  it("keeps what the user declares, once", () => {
    const reply = answering("reply", "Thank you for your letter of 4 May.");
    const declared = [
      { asking: paths.document.id, answering: reply.document.id },
      { asking: ponds.document.id, answering: reply.document.id },
    ];
    expect(pairsOf([ponds, paths, reply], declared).sort()).toEqual(["paths ← reply", "ponds ← reply"]);
  });
});

describe("copies", () => {
  const body = `Thank you for your letter of 4 May about the ponds at Larkfield Park. They were last dredged in March 2015 by
a contractor from Kent, who took away 41 tonnes of silt and a good many bicycles. The county engineer has asked that
nothing more be done until the newts have left. I will write again in September when Mrs Achterberg has counted them.`;
  const printed = (name: string, words: string, note = "") =>
    makeExtracted(`Dear Ms Harcourt\n\n${words}${note}`, { name, parts: [{ kind: "reply", date: null }] });
  const copiesOf = (...documents: ExtractedDocument[]) => {
    const names = new Map(documents.map((each) => [each.document.id, each.document.name]));
    const cards = documents.map((each) => ({ document: each.document.id, print: fingerprintOf(each) }));
    return [...findCopies(cards)].map(([copy, original]) => [names.get(copy), names.get(original)].sort().join("="));
  };

  it("recognises one letter in other bytes, in spite of note marks and a stray line", () => {
    const html = printed("html", body.replace("silt", "silt [1]"));
    const pdf = printed("pdf", body, "\n\nPage 1");
    expect(copiesOf(html, pdf)).toEqual(["html=pdf"]);
    expect(copiesOf(pdf, html)).toEqual(["html=pdf"]);
  });

  it("does not take two letters from one template for copies", () => {
    const other = body
      .replace("Larkfield", "Thornhill")
      .replace("41", "17")
      .replace("March 2015", "June 2018")
      .replace("Kent", "Devon");
    expect(copiesOf(printed("one", body), printed("two", other))).toEqual([]);
  });

  const fromTemplate = (name: string, place: string, note = "") =>
    printed(
      name,
      body
        .replaceAll("Larkfield", place)
        .replace("Achterberg", `${place}son`)
        .replace("41 tonnes", `${place.length}${place.slice(6, -3)} tonnes`),
      note,
    );

  it.each([300, 8_000])("finds the few copies among %i letters from one template", (count) => {
    const places = Array.from({ length: count }, (_, at) => `Parish${at}ley`);
    const letters = places.map((place) => fromTemplate(place, place));
    const copied = [7, 58, 59, 60, 61, count - 1].map((at) => places[at]!);
    const copies = copied.map((place) => fromTemplate("again", place, "\n\nPage 1"));
    expect(copiesOf(...letters, ...copies).sort()).toEqual(copied.map((place) => `${place}=again`).sort());
  });

  it("finds a hundred printings of each of two letters among as many others from their template", () => {
    const others = Array.from({ length: 100 }, (_, at) => fromTemplate("other", `Parish${at}ley`));
    const printings = (place: string) =>
      Array.from({ length: 100 }, (_, at) => fromTemplate(place, place, `\n\nPage ${at}`));
    const found = copiesOf(...printings("Thornhill"), ...others, ...printings("Withamstead"));
    expect(found.filter((each) => each === "Thornhill=Thornhill").length).toBe(99);
    expect(found.filter((each) => each === "Withamstead=Withamstead").length).toBe(99);
    expect(found.length).toBe(198);
  });

  it("pairs a letter with one printing of its reply only, and with no copy of itself", () => {
    const html = answering(
      "html",
      "Thank you for your letter of 4 May. The ponds were last dredged in March 2015 by a contractor.",
    );
    const pdf = answering(
      "pdf",
      "Thank you for your letter of 4 May. The ponds were last dredged in March 2015 by a contractor. ",
    );
    const again = { ...pdf, document: { ...pdf.document, id: "f".repeat(64) } };
    expect(pairsOf([ponds, html, again])).toHaveLength(1);
  });
});

it("comparing is bounded: a thousand letters of one office, each with its reply, are paired in a moment", () => {
  const letters = Array.from({ length: 1000 }, (_, index) => {
    const date = new Date(Date.UTC(2015, 0, 1 + index)).toISOString().slice(0, 10);
    const inReplyTo = { date, subject: null, references: [] };
    const later = new Date(Date.UTC(2015, 0, 21 + index)).toISOString().slice(0, 10);
    return [
      asking(`letter-${index}`, date, `When was gate ${index} last painted?`),
      answering(`reply-${index}`, `Gate ${index} was painted.`, { inReplyTo, date: later }),
    ];
  }).flat();
  const pairs = pairsOf(letters);
  expect(pairs.length).toBe(1000);
  expect(pairs).toContain("letter-500 ← reply-500");
});

const report = (title: string, advice: string) =>
  makeExtracted(`${title}\n\n${advice}`, {
    name: title,
    parts: [{ kind: "report", subject: title }],
    items: [{ words: advice, kind: "recommendation" }],
  });

it.each([
  "I am grateful to the Panel for its report on parish weirs and sluices, which came out in May.",
  "Thank you for the report, Parish weirs and sluices, which I have read twice.",
])("a response to a report is known by the title that it names: %s", (opening) => {
  const weirs = report("Parish weirs and sluices: report of the Panel", "Every sluice at Larkfield should be greased.");
  const gates = report("Lock gates and paddles: report of the Panel", "Every gate at Larkfield should be greased.");
  const words = `${opening}\n\nThe sluices at Larkfield will be greased.`;
  const response = makeExtracted(`Dear Convener\n\n${words}`, {
    name: "response",
    parts: [{ kind: "response", date: "2021-06-20", from: "Bertrand Yilmaz" }],
  });
  expect(pairsOf([weirs, gates, response])).toEqual(["Parish weirs and sluices: report of the Panel ← response"]);
});
