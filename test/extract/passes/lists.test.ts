import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import { makeStructure } from "../../support/make-structure.ts";
import { read } from "../../support/read.ts";
import { itemsIn, rowOf, rules } from "../../support/read-items.ts";

describe("a lead-in and its list", () => {
  it("give one ask an entry, and the lead-in is none", () => {
    const items = itemsIn(
      "The gate is shut. I would be grateful for:\n\n- the date on which it will open;\n- the name of the firm; and\n- a copy of the lease.",
      "letter",
    );
    expect(items.map(rowOf)).toEqual([
      "request: the date on which it will open",
      "request: the name of the firm",
      "request: a copy of the lease.",
    ]);
    expect(items.map(({ leadIn }) => leadIn?.exact)).toEqual(Array(3).fill("I would be grateful for:"));
  });

  it("are questions where the entries are put so", () => {
    const items = itemsIn(
      "I would welcome your views on the following:\n\n- How will the gate be paid for?\n- Why the firm was changed.\n- Whether a second gate is planned.",
      "letter",
    );
    expect(items.map(({ form }) => form)).toEqual(["question", "question", "request"]);
  });

  it("may be bullets under a number, printed no deeper than it", async () => {
    const text =
      "4. The Council was at fault.\n\n5. Within three months the Council will also:\n\n- change its form for complaints; and\n- write to each tenant.\n\n6. The case was closed.";
    const document = await read("decision.md", text);
    const { items } = extract(document, makeStructure(document, "other", "prose"), rules);
    expect(items.map(rowOf)).toEqual([
      "undertaking: change its form for complaints",
      "undertaking: write to each tenant.",
    ]);
  });

  it("may have a bridge between them", () => {
    const items = itemsIn(
      "I would like further assurance that the gate is safe. In particular:\n\n- What is done about the hinge?",
      "letter",
    );
    expect(items.map(rowOf)).toEqual(["question: What is done about the hinge?"]);
    expect(items[0]!.leadIn?.exact).toBe("I would like further assurance that the gate is safe. In particular:");
  });

  it("may stand far apart, with headings among the entries, where the lead-in says that its questions are below", async () => {
    const lead = "We would welcome an answer to the questions below by 4 May.";
    const list =
      "## Gates\n\n1. How many are locked?\n2. Who holds the keys?\n\n## Lamps\n\n3. Copies of the contract.";
    const rows = async (text: string) => {
      const document = await read("letter.md", text);
      const { items } = extract(document, makeStructure(document, "letter", "prose"), rules);
      return items.map((item) => [item.leadIn?.exact ?? null, rowOf(item)]);
    };
    expect(await rows(`${lead}\n\nThe park has been shut for a year.\n\n${list}`)).toEqual([
      [lead, "question 1: How many are locked?"],
      [lead, "question 2: Who holds the keys?"],
      [lead, "request 3: Copies of the contract."],
    ]);
    const elsewhere = "We would welcome an answer by 4 May.";
    expect(await rows(`${elsewhere}\n\nThe park has been shut for a year.\n\n${list}`)).toEqual([
      [null, `request: ${elsewhere}`],
      [null, "question 1: How many are locked?"],
      [null, "question 2: Who holds the keys?"],
    ]);
  });

  it("end where the numbers go on over the lead-in's own, and where a heading parts what follows", () => {
    const items = itemsIn(
      "8. Within a month the Council will:\n\n- mend the gate; and\n- pay the keeper.\n\n9. The keeper was told of it.\n\nRESOLVED:\n\n(a) That the Clerk write to the firm.\n\n## Lamps\n\n25.1 The Clerk brought a lamp.",
      "minutes",
    );
    expect(items.map(rowOf)).toEqual([
      "undertaking: mend the gate",
      "undertaking: pay the keeper.",
      "undertaking 9(a): That the Clerk write to the firm.",
    ]);
  });

  it("do not govern a list under another heading, once their sentence has ended", () => {
    const items = itemsIn(
      "We ask the Board to send us the following in May. It has been told.\n\n## Gates\n\n- The gate is red.\n- The fence is green.",
      "report",
    );
    expect(items.map(({ anchor }) => anchor.exact)).toEqual(["We ask the Board to send us the following in May."]);
  });

  it("are the nearer ones where one stands under another that only announces", () => {
    const items = itemsIn(
      "RESOLVED:\n\nThat the Harbour Panel:\n\n(i) notes the report;\n\n(ii) requests that the Clerk provide a list of moorings by 28 February 2023; and\n\n(iii) recommends to the Commissioner that the gate be kept open.",
      "minutes",
    );
    expect(items.map(({ kind, leadIn, anchor }) => [kind, leadIn?.exact, anchor.exact])).toEqual([
      [
        "undertaking",
        "That the Harbour Panel:",
        "requests that the Clerk provide a list of moorings by 28 February 2023",
      ],
      ["recommendation", undefined, "recommends to the Commissioner that the gate be kept open."],
    ]);
  });

  it("give no ask where the lead-in reports", () => {
    expect(
      itemsIn("In May I asked you for the following:\n\n- the date of the works\n- the name of the firm", "letter"),
    ).toEqual([]);
  });

  it("leave a list alone that a full stop parts from the ask", () => {
    const items = itemsIn(
      "Please send me the lease. It is long.\n\n- The gate is red.\n- The fence is green.",
      "letter",
    );
    expect(items.map(rowOf)).toEqual(["request: Please send me the lease."]);
  });

  it("quote only the promising sentence of an agreed action", () => {
    const items = itemsIn(
      "The following actions were agreed:\n\n- Members asked about the gate. The Director will send a note on it. The gate is old.\n- The Clerk to visit the depot.",
      "letter",
    );
    expect(items.map(rowOf)).toEqual([
      "undertaking: The Director will send a note on it.",
      "undertaking: The Clerk to visit the depot.",
    ]);
  });

  it("join the paragraph's number and the entry's letter in minutes", () => {
    const items = itemsIn(
      "4.2 During the discussion the Director undertook to:\n\n(a) send the Committee the lease; and\n\n(b) report back on the gate.",
      "minutes",
    );
    expect(items.map(rowOf)).toEqual([
      "undertaking 4.2(a): send the Committee the lease",
      "undertaking 4.2(b): report back on the gate.",
    ]);
  });

  it("are nothing where a resolution only notes or agrees", () => {
    const items = itemsIn(
      "4.3 RESOLVED:\n\n(1) That the report be noted;\n\n(2) That the Chair write to the firm by May; and\n\n(3) That the minutes be agreed.",
      "minutes",
    );
    expect(items.map(rowOf)).toEqual(["undertaking 4.3(2): That the Chair write to the firm by May"]);
  });

  it("govern paragraphs that are numbered below them, and not the next of their own kind", () => {
    const below = itemsIn(
      "Members are asked to:\n\n5.1 approve the plan for the gate; and\n\n5.2 name a date for the works.",
      "letter",
    );
    expect(below.map(({ anchor }) => anchor.exact)).toEqual([
      "approve the plan for the gate",
      "name a date for the works.",
    ]);
    const beside = itemsIn("5.1 Please send me the lease:\n\n5.2 The gate is red.", "letter");
    expect(beside.map(({ anchor }) => anchor.exact)).toEqual(["Please send me the lease:"]);
  });

  it("make one recommendation where the lead-in names who is to act", () => {
    const items = itemsIn("We recommend that the Mayor:\n\n- open the gate; and\n- publish the lease.", "report");
    expect(items.map(({ kind, anchor }) => [kind, anchor.exact])).toEqual([
      ["recommendation", "We recommend that the Mayor:\n\nopen the gate; and\npublish the lease."],
    ]);
  });

  it("make one recommendation an entry where it does not", () => {
    const items = itemsIn(
      "The Committee recommends that:\n\n1. the Mayor open the gate; and\n\n2. TfL publish the lease.",
      "report",
    );
    expect(items.map(rowOf)).toEqual([
      "recommendation 1: the Mayor open the gate",
      "recommendation 2: TfL publish the lease.",
    ]);
  });
});

describe("a point in a list of asks", () => {
  it("is one ask with its explaining sentences", () => {
    const items = itemsIn(
      "- Who has the key? The one at the depot is lost.\n- When will the gate open? It has been a year.",
      "letter",
    );
    expect(items.map(rowOf)).toEqual([
      "question: Who has the key? The one at the depot is lost.",
      "question: When will the gate open? It has been a year.",
    ]);
  });

  it("is its asking sentence alone where only one of two numbered paragraphs asks", () => {
    const words =
      "22. The gate is old, and so is the wall.\n\n23. It rained in May. Who has the key? The lamp is lost.";
    expect(itemsIn(words, "letter").map(rowOf)).toEqual([expect.stringMatching(/^question.*Who has the key\?$/)]);
  });

  it("is one with what only carries it on, and two where it asks two things", () => {
    const items = itemsIn(
      "a) Is the gate locked? If not, why?\n\nb) Please send the rota. These should reach us by 4 May.\n\nc) Who has the key? Who had it in May?",
      "letter",
    );
    expect(items.map(({ anchor }) => anchor.exact)).toEqual([
      "Is the gate locked? If not, why?",
      "Please send the rota. These should reach us by 4 May.",
      "Who has the key?",
      "Who had it in May?",
    ]);
  });

  it("in running prose is its asking sentence alone", () => {
    expect(itemsIn("Who has the key? The one at the depot is lost.", "letter").map(rowOf)).toEqual([
      "question: Who has the key?",
    ]);
  });
});
