import { describe, expect, it } from "vitest";
import { outline, read } from "../support/read.ts";

const lines = (...each: string[]): string => each.join("\n");
const blocksOf = async (text: string): Promise<string[]> => outline(await read("page.txt", text));

describe("line numbers", () => {
  const said = [
    "MS WARD:  Good morning.  Can you tell us when you",
    "first saw the report?",
    "A.  I think that it was in May of that year.",
    "Q.  Did you read it?",
    "A.  I read the summary.  I did not read the annexes,",
    "which came later.",
    "MS WARD:  Who told you of them?",
    "A.  The warden did.",
  ];

  it("of a transcript are no part of what is said, also where they begin again", async () => {
    const numbered = [...said, ...said].map((line, at) => `${(at % said.length) + 1}    ${line}`);
    const plain = [...said, ...said].map((line) => `     ${line}`);
    expect(await blocksOf(lines(...numbered))).toEqual(await blocksOf(lines(...plain)));
  });

  it("are kept where they number a list, in which nothing runs on, and before few lines", async () => {
    const list = ["Apples", "Pears", "Plums", "Quinces", "Medlars", "Figs", "Grapes", "Cherries"];
    const text = await blocksOf(lines(...list.map((name, at) => `${at + 1}   ${name}`)));
    expect(text.join(" ")).toContain("8");
    expect((await blocksOf(lines(...said.slice(0, 4).map((line, at) => `${at + 1}   ${line}`)))).join(" ")).toContain(
      "4",
    );
  });
});

describe("broken lines", () => {
  it("part what is set beside one another in a letterhead, but no field from its value", async () => {
    const head = lines(
      "Orchard Row Tenants             Ada Brill",
      "                                12 Mill Street",
      "Date:          4 May 2024",
      "",
    );
    expect(await blocksOf(`${head}\nDear Ms Quill\n\nI write about the boiler.`)).toContain(
      "paragraph Orchard Row Tenants\nAda Brill\n12 Mill Street\nDate: 4 May 2024",
    );
  });

  it("begin a paragraph where who speaks is named after a sentence", async () => {
    const talk = lines(
      "Q1 Chair: Welcome to this meeting about the boiler of Orchard Row. Ms Brill, why is it late?",
      "Ada Brill: The part was on order for six weeks, and then it was the wrong one. We sent it back.",
      "Tom Vale: Nobody told the tenants of that. They found out from the fitter when he came.",
    );
    expect(await blocksOf(talk)).toEqual(talk.split("\n").map((line) => `paragraph ${line}`));
  });

  it("become paragraphs again, while addresses, sign-offs and labels stay as they are", async () => {
    const letter = lines(
      "Orchard Row Tenants",
      "12 Mill Street",
      "Easton",
      "",
      "Dear Ms Quill",
      "",
      "I write about the boiler at Orchard Row, which has been out of order since the",
      "middle of September. Your officers came twice and told us that a part was on",
      "order.",
      "",
      "(a)  When will the part come, and who is to fit it once it has been brought to",
      "     the house?",
      "(b)  What will be done for the two families on the top floor?",
      "",
      "Yours sincerely",
      "",
      "Ada Brill",
      "Secretary",
    );
    expect(await blocksOf(letter)).toEqual([
      "paragraph Orchard Row Tenants\n12 Mill Street\nEaston",
      "paragraph Dear Ms Quill",
      "paragraph I write about the boiler at Orchard Row, which has been out of order since the middle of September. Your officers came twice and told us that a part was on order.",
      "list-item (a) When will the part come, and who is to fit it once it has been brought to the house?",
      "list-item (b) What will be done for the two families on the top floor?",
      "paragraph Yours sincerely",
      "paragraph Ada Brill\nSecretary",
    ]);
  });

  it.each([
    ["The Work of the Harbour Board: Response to the\nPanel's Second Report", "title"],
    ["Report of: Executive Director", "paragraph"],
  ])("know a title that runs on over its lines or holds a colon: %s", async (first, kind) => {
    const [block] = await blocksOf(
      lines(
        first,
        "",
        "The Board met on each of the days on which the tide was high enough for it to be rowed ashore.",
      ),
    );
    expect(block!.split(" ")[0]).toBe(kind);
  });

  it("are meant where a text has a paragraph a line", async () => {
    const long =
      "The Board heard that the depot would stay open for another year and that the lease had been renewed on the old terms, which nobody had expected.";
    expect(await blocksOf(lines("The depot", long, "- the first point of two", "- the second", long))).toEqual([
      "title The depot",
      `paragraph ${long}`,
      "list-item the first point of two",
      "list-item the second",
      `paragraph ${long}`,
    ]);
  });

  it.each([
    [
      "the document's own spelling joins",
      "the trains at Leather-\nhead were late again on each of the days that we were there to count them.\nLeatherhead is not alone in this, and the others that we saw were late as well.",
      "at Leatherhead were",
    ],
    [
      "the document's own spelling keeps the hyphen",
      "we asked for a half-\nhour service on both of the branches for all of the day and into the evening.\nA half-hour service was promised to us by the last Mayor and the one before him.",
      "a half-hour service on",
    ],
    [
      "a compound of two words of the text stays one",
      "this is about the snow-\nplough that was seen in the yard at the depot, where the snow had been for days,\nand a plough is of use only where there is snow and somebody who is able to drive.",
      "the snow-plough that",
    ],
    [
      "a name keeps its hyphen",
      "the answer that was given to us by Mrs Ofori-\nLamb in the spring was that it was all in hand and would be seen to in the autumn,\nand that she would write to the residents and let us all know how it had gone on.",
      "Ofori-Lamb in",
    ],
    [
      "a hanging hyphen keeps its space",
      "there are to be pre- and post-\nand in-flight checks on the aircraft, each of them to be made by a second person,\nand all of them are to be written down in the book that is kept for that purpose.",
      "post- and in-flight",
    ],
    [
      "a broken word is made whole",
      "the committee is con-\ncerned that the work was not done in time for the winter, as it had been promised\nand that there is no plan to do it before the next winter comes round once again.",
      "is concerned that",
    ],
  ])("hyphens at line ends: %s", async (_, text, expected) => {
    const filler = "and this is a line that is here to show how wide the text was set by its typist\n".repeat(3);
    expect((await read("page.txt", `${filler}${text}`)).text).toContain(expected);
  });
});

describe("a margin on the right", () => {
  const minutes = (head: string) =>
    lines(
      "PONDS COMMITTEE",
      "",
      `SUBJECT                                          ${head}`,
      "",
      "The Clerk presented her report on the ponds. Members",
      "asked why the gate was late.",
      "",
      "RESOLVED - That the Clerk report to the next     A Moss",
      "meeting on the cost of the gate.",
      "",
      "Mr Reed agreed to send the Committee the list    T Reed",
      "of ponds that are dry.",
    );

  it("that says who is to act stands below what it is beside, which runs on", async () => {
    const { text } = await read("page.txt", minutes("ACTION BY"));
    expect(text).toContain("RESOLVED - That the Clerk report to the next meeting on the cost of the gate.\n\nA Moss");
    expect(text).toContain("Mr Reed agreed to send the Committee the list of ponds that are dry.\n\nT Reed");
  });

  it("is none without a head that says so", async () => {
    const { text } = await read("page.txt", minutes("PLACE"));
    expect(text).not.toContain("next meeting on the cost of the gate.\n\nA Moss");
  });
});

describe("pages", () => {
  const page = (number: number, first: string, last: string) =>
    lines(
      "Harbour Board                                       Quarterly paper",
      "",
      first,
      "of which the Board was told in the spring, and of which it has heard nothing since.",
      "",
      "The next paragraph is about the crane. It has been painted, and the painters say",
      last,
      "",
      `Paper HB/${16 + number}                                            Page ${number} of 3`,
    );

  it.each([
    ["with form feeds", "\f"],
    ["without", "\n"],
  ])("heads, feet and numbers go, and the sentence runs on over them (%s)", async (_, end) => {
    const text = [
      page(
        1,
        "The first page opens with a sentence that is long enough to reach to the edge,",
        "that it will last for ten years and that the Board will be sent a letter which",
      ),
      page(
        2,
        "promises as much in writing, with the names of the men who did the work and a date",
        "that they would do it again for half the money, as long as they were asked before",
      ),
      page(
        3,
        "Easter came. The crane has not moved since the day on which it was first painted,",
        "that this is usual.",
      ),
    ].join(end);
    const document = await read("paper.txt", text);
    expect(document.text).not.toMatch(/Harbour Board|Page \d|Paper HB/);
    expect(document.text).toContain("a letter which promises as much in writing");
    expect(document.text).toContain("asked before Easter came.");
  });

  it("numbers that count paragraphs are no page numbers", async () => {
    const text = lines(
      "1",
      "",
      "Apologies",
      "",
      "None were received from anybody on this occasion.",
      "",
      "2",
      "",
      "Minutes",
      "",
      "These were agreed by all who were there to agree them.",
    );
    expect((await read("minutes.txt", text)).text).toContain("1\n\nApologies");
  });

  it("notes at the foot of a page stand after the text, and their marks are no text", async () => {
    const text = [
      lines(
        "The inspectors came in March and wrote a report that the Board has read with care.1 They",
        "found that the ropes were old.2 The Board has asked that the ropes should be renewed and",
        "has set aside a sum for it, which it hopes will be enough, though it may be that",
        "",
        "1  Report of the Inspectors, March 2023",
        "2  Ibid., page 4",
      ),
      lines("more will be wanted in the autumn, when the second set of ropes is to be looked at."),
    ].join("\f");
    const document = await read("paper.txt", text);
    expect(outline(document)).toEqual([
      "paragraph The inspectors came in March and wrote a report that the Board has read with care. They found that the ropes were old. The Board has asked that the ropes should be renewed and has set aside a sum for it, which it hopes will be enough, though it may be that more will be wanted in the autumn, when the second set of ropes is to be looked at.",
      "note [1] Report of the Inspectors, March 2023",
      "note [2] Ibid., page 4",
    ]);
    expect(document.marks.filter(({ kind }) => kind === "note-mark").map(({ target }) => target)).toEqual(["1", "2"]);
  });
});

it("a table set with white space has cells, its first row a header", async () => {
  const text = lines(
    "The actions are these, and the Board is asked to note them and to say which are closed.",
    "",
    "Minute   Action                          Owner",
    "",
    "4.1      Send the Board the figures      Clerk",
    "         for the last two years.",
    "4.2      Write to the harbour master.    Chair",
  );
  const { blocks, text: all } = await read("actions.txt", text);
  const cells = blocks.filter(({ kind }) => kind === "cell");
  expect(cells.map(({ cell, start, end }) => [cell?.row, cell?.column, cell?.header, all.slice(start, end)])).toEqual([
    [0, 0, true, "Minute"],
    [0, 1, true, "Action"],
    [0, 2, true, "Owner"],
    [1, 0, false, "4.1"],
    [1, 1, false, "Send the Board the figures for the last two years."],
    [1, 2, false, "Clerk"],
    [2, 0, false, "4.2"],
    [2, 1, false, "Write to the harbour master."],
    [2, 2, false, "Chair"],
  ]);
});

it.each([
  ["•", "round bullets"],
  ["\uf0b7", "bullets of a symbol font"],
  ["–", "dashes"],
])("list signs are not text: %s (%s)", async (sign) => {
  expect(await blocksOf(`Members asked for:\n\n${sign} a map of the wells\n${sign} the dates of each visit\n`)).toEqual(
    ["paragraph Members asked for:", "list-item a map of the wells", "list-item the dates of each visit"],
  );
});

it("headings are told by their shape, and lines of letters are none", async () => {
  const body =
    "The Panel met three times and heard from eleven witnesses, whose evidence is set out in the annex to this paper.";
  const text = lines(
    "Dear Chair",
    "",
    body,
    "",
    "What we heard",
    "",
    body,
    "",
    "3   Next steps",
    "",
    body,
    "",
    "14 May 2024",
    "",
    body,
    "",
    "4. The Panel should sit again. (Paragraph 9)",
    "",
    body,
  );
  expect(await blocksOf(text)).toEqual([
    "paragraph Dear Chair",
    `paragraph ${body}`,
    "heading What we heard",
    `paragraph ${body}`,
    "heading 3 Next steps",
    `paragraph ${body}`,
    "paragraph 14 May 2024",
    `paragraph ${body}`,
    "list-item 4. The Panel should sit again. (Paragraph 9)",
    `paragraph ${body}`,
  ]);
});

it("keeps questions and answers apart that stand line under line", async () => {
  const notes = lines(
    "The Board met in the hall and spoke at some length of the ponds, the newts and the gate",
    "that had been left open on the Sunday before, when nobody was about to see to it.",
    "",
    "Q Who opens the gate?",
    "A The keeper does, at eight in the morning, and on Sundays at nine. He has the only key.",
    "Q And who shuts it?",
    "A He does.",
  );
  expect((await blocksOf(notes)).slice(-4)).toEqual([
    "paragraph Q Who opens the gate?",
    "paragraph A The keeper does, at eight in the morning, and on Sundays at nine. He has the only key.",
    "paragraph Q And who shuts it?",
    "paragraph A He does.",
  ]);
});
