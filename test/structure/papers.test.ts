import { describe, expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const actions = (notation: string) =>
  withDue(readStructure(notation)).flatMap(({ kind, label, words, action, dueAt }) =>
    kind === "action" ? [[label, words, action!.owner, dueAt, action!.closed]] : [],
  );

/** The segments of a structure, each with the words of the likeliest place that says by when. */
const withDue = ({ document, segments }: ReturnType<typeof readStructure>) =>
  segments.map((segment) => ({
    ...segment,
    dueAt: segment.due[0] ? document.text.slice(segment.due[0].start, segment.due[0].end) : null,
  }));

const MINUTES =
  "MINUTES\n\nMeeting: Parks Panel\nDate: Monday 8 January 2024\n\nPresent: Ada Moss (Chair), Tom Reed\n\n1.1 RESOLVED: That the report be noted.";

it("a report is of the day of its publication, not of its printing", () => {
  const [part] = readStructure(
    "# Report of the Parks Board\n\nOrdered to be printed 28 June 2023\n\nPublished on 5 July 2023\n\n## Introduction\n\nThe ponds are dry.",
  ).parts;
  expect(part).toMatchObject({ kind: "report", date: "2023-07-05" });
});

it.each([
  ["June 2023", "2023-06-30"],
  ["Published: February 2024", "2024-02-29"],
])("a report that bears only a month is of its last day: %s", (line, date) => {
  const [part] = readStructure(`# Report of the Parks Board\n\n${line}\n\n## Introduction\n\nThe ponds are dry.`).parts;
  expect(part).toMatchObject({ kind: "report", date, dateInferred: true });
});

it("entries of a box of a decision form stand under their lead-in, apart from who signs", () => {
  const { segments } = readStructure(
    "# DMPC Decision PCD 12\n\n= Recommendation:\n= The Deputy Mayor is recommended to:\n= 1. Approve the grant.\n= 2. Delegate the signature.\n\n## Deputy Mayor\n\nThe above request has my approval.\n\nSignature: A. Moss\nDate: 12/02/2025",
  );
  const statements = segments.filter(({ kind }) => kind === "statement").map(({ words }) => words);
  expect(statements).toEqual([
    expect.stringMatching(/^The Deputy Mayor is recommended to:[\s\S]*Delegate the signature\.$/),
  ]);
});

it("a report's recommendations may stand in a table with who is to act on them, and are no answers where boxes say them again", () => {
  const table =
    "# Report of the Parks Board\n\nPublished on 4 May 2024\n\n## Recommendations\n\n| No. | We recommend that | To | When |\n|---|---|---|---|\n| R1 | the ponds be filled | Cabinet | At once |\n| R2 | each park have a warden | Director of Parks | January 2025 |";
  const statements = (notation: string) =>
    readStructure(notation).segments.flatMap(({ kind, label, words }) =>
      kind === "statement" ? [[label, words]] : [],
    );
  expect(statements(table)).toEqual([
    ["R1", "the ponds be filled"],
    ["R2", "each park have a warden"],
  ]);
  const twice =
    "# Report of the Parks Board\n\nPublished on 4 May 2024\n\n## Our recommendations\n\n### Recommendation 1\n\nThe ponds should be filled before May.\n\n### Recommendation 2\n\nEach park should have a warden at all hours.\n\n## Ponds\n\nThey are dry.\n\n= Recommendation 1\n= The ponds should be filled.\n\nThe wardens are few.\n\n= Recommendation 2\n= Each park should have a warden.";
  expect(statements(twice).map(([, words]) => words)).toContain("The ponds should be filled before May.");
});

it("a report's table of actions lists them, with who is to act", () => {
  const report =
    "# Report of the Parks Board\n\nPublished on 4 May 2024\n\n## Findings\n\nThe ponds are dry.\n\n## Appendix A: Actions\n\n| Action | Owner | Update |\n|---|---|---|\n| Clerk to send the list of ponds | A Moss | Due in June |\n| Fill the pond | Parks | Completed |";
  expect(actions(report)).toEqual([
    [null, "Clerk to send the list of ponds", "A Moss", "Due in June", false],
    [null, "Fill the pond", "Parks", "Completed", true],
  ]);
});

it("bullets without numbers under a heading of recommendations are one each, those under a numbered one are its points", () => {
  const statements = (list: string) =>
    readStructure(
      `# Report of the Parks Board\n\nPublished on 4 May 2024\n\n## Recommendations\n\n${list}`,
    ).segments.flatMap(({ kind, words }) => (kind === "statement" ? [words] : []));
  const bullets = "- fill the ponds by June;\n- plant a lime at each gate; and\n- count the ducks every spring.";
  expect(statements(`By 31 July 2024, the Council should:\n\n${bullets}`)).toEqual([
    "fill the ponds by June;",
    "plant a lime at each gate; and",
    "count the ducks every spring.",
  ]);
  expect(statements(`1. The Council should, by 31 July 2024:\n\n${bullets.replace(/^/gm, "   ")}`)).toHaveLength(1);
});

it("a list of recommendations may stand under a heading that is printed as words are", () => {
  const { segments } = readStructure(
    "# Report of the Parks Board\n\nPublished on 4 May 2024\n\n## 1 Introduction\n\n1. The ponds are dry and have been for a year.\n\nConclusions and recommendations\n\n1. The ponds should be filled.\n\n2. Each park should have a warden.",
  );
  const statements = segments.filter(({ kind }) => kind === "statement").map(({ label }) => label);
  expect(statements).toEqual(["1", "2"]);
});

it("recommendations in quotation marks are set out in a response, and other quotations are not", () => {
  const { segments } = readStructure(
    "# Response to the report of the Parks Board\n\nWe welcome the report and answer it below.\n\n“The ponds should be filled again before the next winter.”\n\nAgreed. They will be.\n\nAFI 2\n\n“Each park must have a warden on every day of the week.”\n\nWe have asked for the money.\n\n“I have not seen a warden since the summer of last year.”\n\nWe are sorry to hear it.",
  );
  const statements = segments.filter(({ kind }) => kind === "statement").map(({ label, words }) => [label, words]);
  expect(statements).toEqual([
    [null, "The ponds should be filled again before the next winter."],
    ["AFI 2", "Each park must have a warden on every day of the week."],
  ]);
});

it.each([
  ["numbered", "1. The keeper should count the oars.", "4. The Board must buy a boat."],
  ["only in words", "The keeper should count the oars.", "The Board must buy a boat."],
])("what was recommended, %s, is set out where an answer that calls itself one stands right below", (_, one, other) => {
  const { segments } = readStructure(
    `# Response of the Ponds Board to the report of the Parks Inspectorate\n\nWe set our answers out below.\n\n${one}\n\nPonds Board response: They have been counted. There are nine.\n\n${other}\n\nPonds Board response: We accept this.`,
  );
  expect(segments.flatMap(({ kind, words, answers }) => (kind === "prose" ? [] : [[kind, words, answers]]))).toEqual([
    ["statement", "The keeper should count the oars.", []],
    ["reply", "They have been counted. There are nine.", [1]],
    ["statement", "The Board must buy a boat.", []],
    ["reply", "We accept this.", [3]],
  ]);
});

describe("minutes", () => {
  it("bear the meeting's day and name", () => {
    const [part] = readStructure(MINUTES).parts;
    expect(part).toMatchObject({ kind: "minutes", date: "2024-01-08", subject: "Parks Panel" });
    expect(shown(part!.from)).toEqual(["– | – | Parks Panel"]);
  });

  it("name their body in the title", () => {
    const [part] = readStructure(
      "MINUTES OF THE PARKS BOARD\n\nHeld on Monday 8 January 2024 at 2pm\n\nPresent: Ada Moss\n\nApologies: Tom Reed\n\nThe Board noted the paper.",
    ).parts;
    expect(part).toMatchObject({ kind: "minutes", date: "2024-01-08" });
    expect(shown(part!.from)).toEqual(["– | – | PARKS BOARD"]);
  });

  it.each(["Status", "Progress", "Update", "Comments"])(
    "have actions in a table, how they stand under %j",
    (stands) => {
      expect(
        actions(
          `${MINUTES}\n\n| Minute | Action | Owner | Due date | ${stands} |\n|---|---|---|---|---|\n| 4.2 | Draft the policy | Tom Reed | 1 March 2024 | Open |\n| 4.3 | Close the gate | Ada Moss | 1 February | Complete |`,
        ),
      ).toEqual([
        ["4.2", "Draft the policy", "Tom Reed", "1 March 2024", false],
        ["4.3", "Close the gate", "Ada Moss", "1 February", true],
      ]);
    },
  );

  it("were held on the day that they say, whatever day is due in their table", () => {
    const [part] = readStructure(
      "# Minutes of the Parks Board\n\nThe Board met on Monday 8 January 2024 at 2pm in the Town Hall.\n\nPresent: Ada Moss\n\n| Action | Owner | Due date |\n|---|---|---|\n| Draft the policy | Tom Reed | 1 March 2024 |",
    ).parts;
    expect(part).toMatchObject({ kind: "minutes", date: "2024-01-08" });
  });

  it("have several actions in the lines of one paragraph, each marked", () => {
    expect(
      actions(`${MINUTES}\n\nAction 1.1: Tom Reed to count the ducks\nAction 1.2: Clerk to write to the firm`).map(
        ([, words]) => words,
      ),
    ).toEqual(["Tom Reed to count the ducks", "Clerk to write to the firm"]);
  });

  it("have actions with their owner and state in lines below", () => {
    expect(
      actions(
        `${MINUTES}\n\n11/09/23\n6.4\n\nThe Council to count the ducks.\n\nAction by: Head of Ducks\n\nClosed. Received on 27 September.\n\n11/09/23\n6.9\n\nThe Clerk to send the terms of reference.\n\nAction by: Clerk\n\nIn progress.`,
      ),
    ).toEqual([
      ["6.4", "The Council to count the ducks.", "Head of Ducks", null, true],
      ["6.9", "The Clerk to send the terms of reference.", "Clerk", null, false],
    ]);
  });

  it("have marks with names alone for the sentence above them, and leave a longer paragraph to be read", () => {
    expect(
      actions(
        `${MINUTES}\n\nTom Reed to send the invoice.\n\nAction: TR / Clerk\n\nThe gate was broken in May. The Clerk would have it mended.\n\nAction: Clerk`,
      ),
    ).toEqual([[null, "Tom Reed to send the invoice.", "TR / Clerk", null, false]]);
  });

  it("have actions in lines of their own", () => {
    expect(
      actions(
        `${MINUTES}\n\n2.1 The Panel spoke of pumps.\n\nACTION: Tom Reed to send the invoice by 31 January.\n\nAction (Ada Moss): find a plumber.`,
      ),
    ).toEqual([
      [null, "Tom Reed to send the invoice by 31 January.", null, null, false],
      [null, "find a plumber.", "Ada Moss", null, false],
    ]);
  });
});

it("takes the points under a heading such as Actions for actions, each with who is to act", () => {
  expect(
    actions(
      `${MINUTES}\n\n2.1 The Panel spoke of pumps.\n\n## Action points\n\n- Tom to send the invoice by Friday\n\n- The Head of Parks will write to the keeper\n\n- Mend the gate. It was broken in May.\n\n## Any other business\n\n- The keeper is well`,
    ),
  ).toEqual([
    [null, "Tom to send the invoice by Friday", "Tom", null, false],
    [null, "The Head of Parks will write to the keeper", "The Head of Parks", null, false],
  ]);
});

it("reads an entry of a log that says in its own words who leads it and how it stands", () => {
  expect(
    actions(
      `${MINUTES}\n\n2.1 The Panel reviewed its log.\n\nThe clerk to send the list. Lead: A Moss. Status: overdue (was May), now due by 30 June.\n\nMend the gate. Lead: Head of Parks. Status: complete, mended on 4 May.\n\nMend the lamp. Lead: pipes.`,
    ),
  ).toEqual([
    [null, "The clerk to send the list.", "A Moss", "overdue (was May), now due by 30 June.", false],
    [null, "Mend the gate.", "Head of Parks", "complete, mended on 4 May.", true],
  ]);
});

it("takes the points under such a heading for prose where one of them leads in others", () => {
  expect(
    actions(
      `${MINUTES}\n\n2.1 The Panel spoke of pumps.\n\n## Agreed action\n\n- Within a month the Council will:\n\n  - mend the gate; and\n\n  - pay the keeper\n\n- The Panel should be told`,
    ),
  ).toEqual([]);
});

it("sets apart what was asked and answered in writing as Q and A", () => {
  const { segments } = readStructure(
    `${MINUTES}\n\n4 Questions from the floor\n\nQ Who opens the gate?\n\nA The keeper does.\n\nQ2. And on Sundays?\n\nA2. It stays shut.\n\nA Mayor was seen.`,
  );
  expect(
    segments
      .filter(({ kind }) => kind !== "prose")
      .map(({ kind, label, answers, words }) => [kind, label, answers, words]),
  ).toEqual([
    ["question", null, [], "Who opens the gate?"],
    ["answer", null, [1], "The keeper does."],
    ["question", "2", [], "And on Sundays?"],
    ["answer", "2", [3], "It stays shut."],
  ]);
});

describe("a report", () => {
  const { parts, segments } = readStructure(`
# Wet feet: ponds in Exford

**Exford Parks Committee**

Published 12 March 2024

## Chair's foreword

Who does not like a pond?

## Recommendations

**Recommendation 1.** The Council should dredge the top pond by June 2024.

**Recommendation 2.** The Council should count the ducks.

## 2. What there is

Ponds freeze. The Trust recommended a fence in 2019.

### Recommendation 1

> The Council should dredge the top pond by June 2024.

## Conclusions and recommendations

1. We heard that ponds are wet.

2. We recommend that the Council buy boots. (Recommendation, Paragraph 17)`);

  it("bears its day, author and title", () => {
    expect(parts[0]).toMatchObject({ kind: "report", date: "2024-03-12", subject: "Wet feet: ponds in Exford" });
    expect(shown(parts[0]!.from)).toEqual(["– | – | Exford Parks Committee"]);
  });

  it("has each recommendation where it is set out, and every entry of its list", () => {
    expect(segments.filter(({ kind }) => kind === "statement").map(({ label, words }) => [label, words])).toEqual([
      ["1", "The Council should dredge the top pond by June 2024."],
      ["2", "The Council should count the ducks."],
      ["1", "The Council should dredge the top pond by June 2024."],
      ["1", "We heard that ponds are wet."],
      ["2", "We recommend that the Council buy boots. (Recommendation, Paragraph 17)"],
    ]);
  });
});

const statements = (notation: string) =>
  readStructure(notation).segments.flatMap(({ kind, label, words }) => (kind === "statement" ? [[label, words]] : []));

it.each([
  [
    "of the heading over it, where its own says where it stands",
    "# Report on ponds\n\n## Recommendation 2\n\n4.12 The ponds should be dug.\n\nThey are shallow.",
    [["2", "The ponds should be dug."]],
  ],
  [
    "of the conclusion above it",
    "# Report on ponds\n\n## Conclusions and recommendations\n\n1. Nobody has counted the newts.\n\nRecommendation: The Board should count them.\n\n2. The gates are rusty.\n\nRecommendation: The Board should paint them.",
    [
      ["1", "The Board should count them."],
      ["2", "The Board should paint them."],
    ],
  ],
  [
    "of the conclusion above it with a letter of its own, where several stand lettered under a bare heading",
    "# Report on ponds\n\n## Conclusions and recommendations\n\n1. Nobody has counted the newts.\n\n**Recommendation**\n\n(a) The Board should count them.\n\n(b) The Council should pay for it.",
    [
      ["1a", "The Board should count them."],
      ["1b", "The Council should pay for it."],
    ],
  ],
  [
    "of a heading that only names it, in a list of recommendations",
    "# Report on ponds\n\n## Recommendations\n\n### 1. Newts\n\nThe Board should count them. It should do so yearly.\n\n### 2. Gates\n\nThe Board should paint them.",
    [
      ["1", "The Board should count them. It should do so yearly."],
      ["2", "The Board should paint them."],
    ],
  ],
  [
    "beside it in a table of recommendations alone",
    "# Report on ponds\n\n## Recommendations\n\n| Ref | Recommendation |\n|---|---|\n| R1 | The Board should count the newts. |\n| R2 | The Board should paint the gates. |",
    [
      ["R1", "The Board should count the newts."],
      ["R2", "The Board should paint the gates."],
    ],
  ],
])("a recommendation has the number %s", (_where, notation, expected) => {
  expect(statements(notation)).toEqual(expected);
});

it.each(["Freedom of Information Request", "Environmental Information Disclosures"])(
  "a title that names a paper (%s) is not who wrote it",
  (title) => {
    const { parts } = readStructure(
      `# ${title}\n\nDate of response: 9 May 2024\n\n## Your request\n\n1. How many oars are there?\n\n## Our response\n\n1. There are nine.`,
    );
    expect(parts.flatMap(({ from }) => from)).toEqual([]);
  },
);
