import { describe, expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

/** Statements and replies, each reply with the labels that it answers. */
function answered(notation: string) {
  const { parts, segments } = readStructure(notation);
  const labelOf = (index: number) => segments[index]!.label ?? "–";
  const rows = segments
    .filter(({ kind }) => kind === "statement" || kind === "reply")
    .map(({ kind, label, answers, words }) =>
      kind === "statement" ? `${label ?? "–"}: ${words}` : `→ ${answers.map(labelOf).join(" ")}: ${words}`,
    );
  return { kind: parts[0]?.kind, rows };
}

const BOTH = [
  "1: The Mayor should plant 10,000 trees.",
  "→ 1: The Mayor agrees.",
  "2: The Mayor should water them.",
  "→ 2: Funding is there for two years.",
];

describe.each([
  [
    "headings over plain paragraphs",
    "## Recommendation 1\n\nThe Mayor should plant 10,000 trees.\n\nThe Mayor agrees.\n\n## Recommendation 2\n\nThe Mayor should water them.\n\nFunding is there for two years.",
  ],
  [
    "headings with a topic",
    "## Recommendation 1: Plant trees\n\nThe Mayor should plant 10,000 trees.\n\nThe Mayor agrees.\n\n## Recommendation 2: Water\n\nThe Mayor should water them.\n\nFunding is there for two years.",
  ],
  [
    "labels in bold statements",
    "**Recommendation 1: The Mayor should plant 10,000 trees.**\n\nThe Mayor agrees.\n\n**Recommendation 2: The Mayor should water them.**\n\nFunding is there for two years.",
  ],
  [
    "numbers at the end of statements",
    "**The Mayor should plant 10,000 trees. (Recommendation 1)**\n\nThe Mayor agrees.\n\n**The Mayor should water them. (Recommendation 2, paragraph 17)**\n\nFunding is there for two years.",
  ],
  [
    "italics under bold labels",
    "**Recommendation 1**\n\n_The Mayor should plant 10,000 trees._\n\nThe Mayor agrees.\n\n**Recommendation 2**\n\n_The Mayor should water them._\n\nFunding is there for two years.",
  ],
  [
    "words before both",
    "Recommendation 1: The Mayor should plant 10,000 trees.\n\nResponse: The Mayor agrees.\n\nRecommendation 2: The Mayor should water them.\n\nResponse: Funding is there for two years.",
  ],
  [
    "a label of the answer on its own line",
    "Recommendation 1: The Mayor should plant 10,000 trees.\n\n**Mayor's response**\n\nThe Mayor agrees.\n\nRecommendation 2: The Mayor should water them.\n\n**Mayor's response**\n\nFunding is there for two years.",
  ],
  [
    "boxes of numbered paragraphs",
    "= 1. The Mayor should plant 10,000 trees.\n\nThe Mayor agrees.\n\n= 2. The Mayor should water them.\n\nFunding is there for two years.",
  ],
  [
    "quotations under headings",
    "## Recommendation 1\n\n> The Mayor should plant 10,000 trees.\n\nThe Mayor agrees.\n\n## Recommendation 2\n\n> The Mayor should water them.\n\nFunding is there for two years.",
  ],
  [
    "a table",
    "| No. | Recommendation | Response |\n|---|---|---|\n| 1 | The Mayor should plant 10,000 trees. | The Mayor agrees. |\n| 2 | The Mayor should water them. | Funding is there for two years. |",
  ],
  [
    "a table with labels in the cells",
    "| Recommendation | Owner | Mayor's response |\n| Recommendation 1: The Mayor should plant 10,000 trees. | Parks | The Mayor agrees. |\n| Recommendation 2: The Mayor should water them. | Parks | Funding is there for two years. |",
  ],
])("a response with %s", (_layout, body) => {
  it("ties each answer to its recommendation", () => {
    const { kind, rows } = answered(
      `# Mayor's response to the report on street trees\n\n1 July 2024\n\nThe Mayor thanks the Panel for its report.\n\n${body}`,
    );
    expect(kind).toBe("response");
    expect(rows).toEqual(BOTH);
  });
});

const respond = (body: string) =>
  answered(`# Response to the recommendations of the Tree Review\n\nOur replies are set out below.\n\n${body}`).rows;

it("gives one answer to several statements above it", () => {
  expect(
    respond("= 8.1 We doubt the plan.\n= 8.2 We recommend that it be dropped.\n\nThe plan has been dropped."),
  ).toEqual([
    "8.1: We doubt the plan.",
    "8.2: We recommend that it be dropped.",
    "→ 8.1 8.2: The plan has been dropped.",
  ]);
});

it("parts statements that share a paragraph by the numbers they close with", () => {
  expect(
    respond(
      "**Plant a tree. (Recommendation 1) Water it. (Recommendations 2 and 3)**\n\nBoth were done (recommendation 1).",
    ),
  ).toEqual(["1: Plant a tree.", "2, 3: Water it.", "→ 1 2, 3: Both were done (recommendation 1)."]);
});

it.each([
  [
    "numbers in brackets before the words",
    "- 1. (Recommendation 1) Plant a tree in each street. (Paragraph 8)\n\nA tree was planted.\n\n- 2. (Recommendation 2) Water the tree each week. (Paragraph 9)\n\nIt rains.",
  ],
  [
    "numbers before the word, and conclusions in between",
    "1. Committee conclusion: There are few trees.\n\n1. Committee recommendation: Plant a tree in each street.\n\nA tree was planted.\n\n2. Committee conclusion: They are dry.\n\n2. Committee recommendation: Water the tree each week.\n\nIt rains.",
  ],
  [
    "numbered sentences in bold",
    "**1. There are few trees. Plant a tree in each street. (Paragraph 8)**\n\nA tree was planted.\n\n**2. The Mayor should water it each week. (Paragraph 9)**\n\nIt rains.",
  ],
])("reads %s", (_layout, body) => {
  expect(respond(body).filter((row) => row.startsWith("→"))).toEqual(["→ 1: A tree was planted.", "→ 2: It rains."]);
});

it("takes what stands right behind the numbers for the answers, where most of it says nothing of what should be done", () => {
  const { segments } = readStructure(
    "# Response to the recommendations of the Tree Review\n\n## Trees\n\nRecommendation 3A. Both of us accept this.\n\nA tree was planted in May.\n\n## Water\n\nRecommendations 2A and 2B. Forty-three has become ninety.",
  );
  expect(segments.filter(({ kind }) => kind !== "prose").map(({ kind, label, words }) => [kind, label, words])).toEqual(
    [
      ["reply", "3A", "Both of us accept this. A tree was planted in May."],
      ["reply", "2A, 2B", "Forty-three has become ninety."],
    ],
  );
  expect(
    respond(
      "Recommendation 1. Plant a tree in each street.\n\nDone.\n\nRecommendation 2. The Mayor should water it.\n\nIt rains.",
    ),
  ).toHaveLength(4);
});

it("leaves a statement with nothing under it without an answer", () => {
  expect(
    respond(
      "## Recommendation 1\n\n= Plant a tree.\n\nAccepted.\n\n## Recommendation 2\n\n= Water the tree.\n\nI would like to thank the Panel for its work.",
    ),
  ).toEqual(["1: Plant a tree.", "→ 1: Accepted.", "2: Water the tree."]);
});

it("keeps lettered points with their statement", () => {
  expect(
    respond(
      "## Recommendation 3\n\nThe Mayor should revise the guidance so that it:\n\n- (a) asks for more trees;\n- (b) asks for more water.\n\nAgreed in principle.",
    ),
  ).toEqual([
    "3: The Mayor should revise the guidance so that it: (a) asks for more trees; (b) asks for more water.",
    "→ 3: Agreed in principle.",
  ]);
});

it("takes up a statement that a page end cut in mid-sentence", () => {
  expect(
    respond(
      "## Recommendation 6\n\nThe Mayor should plant trees. Where this\n\nturns out to be hard, the Mayor should plant bushes.\n\nTrees have been planted.",
    ),
  ).toEqual([
    "6: The Mayor should plant trees. Where this turns out to be hard, the Mayor should plant bushes.",
    "→ 6: Trees have been planted.",
  ]);
});

it("ends an answer where a heading higher than the recommendation's begins a chapter", () => {
  const { segments } = readStructure(
    "# Response to the recommendations of the Tree Review\n\nOur replies are set out below.\n\n### Recommendation 1\n\n= Plant a tree.\n\nAccepted.\n\n## Conclusion\n\nTrees are good.",
  );
  expect(segments.filter(({ kind }) => kind === "reply").map(({ words }) => words)).toEqual(["Accepted."]);
});

it("takes a letter that answers an inspectorate's recommendations for a response", () => {
  const { parts } = readStructure(`
Rt Hon Ada Moss MP
Home Secretary

31 October 2023

Dear Home Secretary

I write about the report on custody published by the Inspectorate in August.

Recommendation 6

By 30 September 2024, forces should count their cells.

The force has counted its cells.

Yours sincerely

Tom Reed
Deputy Mayor for Policing and Crime`);
  expect(parts[0]).toMatchObject({ kind: "response", date: "2023-10-31" });
  expect(shown(parts[0]!.to)).toEqual(["Ada Moss | Home Secretary | –"]);
});

it("takes a letter that makes recommendations of its own for a letter", () => {
  const { parts, segments } = readStructure(`
10 August 2023

Dear Ada

I am writing on behalf of the Panel after its meeting on ponds, at which it considered the report published by the Trust.

Recommendation: The Council should dredge the top pond.

The Panel also recommends that the pump be mended.

Recommendation: The Council should count the ducks.

The ducks are many.

Yours sincerely

Tom Reed`);
  expect(parts.map(({ kind }) => kind)).toEqual(["letter"]);
  expect(segments.map(({ kind }) => kind)).toEqual(["prose", "statement", "prose", "statement", "prose"]);
});

it("says who responds and to whom", () => {
  const [part] = readStructure(
    "# Government response to the Transport Committee report on ferries\n\nWe are grateful for the report.\n\n## Recommendation 1\n\n= Run more ferries.\n\nAccepted.",
  ).parts;
  expect(shown(part!.from)).toEqual(["– | – | Government"]);
  expect(shown(part!.to)).toEqual(["– | – | Transport Committee"]);
});

it("ties an answer under a bare label to the label alone, where the words are not restated", () => {
  const { segments } = readStructure(`# Response to the recommendations of the Tree Review

Our replies are set out below.

## Recommendation 1

**Plant a tree.**

Accepted.

## Recommendations 4 and 5

A campaign was run this summer and will be repeated.`);
  expect(segments.slice(1).map(({ kind, label, heading, answers }) => [kind, label, heading, answers])).toEqual([
    ["statement", "1", "Recommendation 1", []],
    ["reply", null, null, [1]],
    ["reply", "4, 5", "Recommendations 4 and 5", []],
  ]);
});

it("takes what stands between a recommendation and the label of its answer for neither", () => {
  const { segments } = readStructure(`# Recommendations – Exford Police

## Recommendation 1

The force should record each search.

This follows an investigation into two searches.

Do you accept the recommendation? Yes

Accepted action:

A field was added to the system.`);
  expect(segments.map(({ kind, words }) => [kind, words])).toEqual([
    ["statement", "The force should record each search."],
    ["prose", "This follows an investigation into two searches."],
    ["reply", "Yes"],
    ["reply", "A field was added to the system."],
  ]);
});

it("takes an answer to a consultation for no response to recommendations", () => {
  const { parts } = readStructure(
    "Dear Ada\n\nThis letter is our formal response to the consultation on buses.\n\nWe object.\n\nYours sincerely\n\nTom Reed",
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["letter"]);
});

it("takes plain words under a heading for the answer where other such headings have answers under them", () => {
  const { segments } = readStructure(`# Response to the report on trees

Our responses to the recommendations are below.

## Recommendation 1 – Planting

The Mayor agrees. Nine will be planted.

## Recommendation 2 – Water

Accepted.

## Recommendation 3 – A guide to trees

There is a guide already, which was printed last year.`);
  expect(segments.slice(1).map(({ kind, label }) => [kind, label])).toEqual([
    ["reply", "1"],
    ["reply", "2"],
    ["reply", "3"],
  ]);
});

it("knows the other side's recommendations in plain print by their numbers and the paragraphs of the report", () => {
  const { segments } = readStructure(`
# Government response to the Ponds Committee's report

1. We recommend that ponds be counted by March. (Paragraph 14)

The Government accepts this recommendation.

2. We recommend that newts be counted too. (Paragraph 29)

The Government does not accept it.`);
  expect(segments.map(({ kind, label, answers }) => [kind, label, [...answers]])).toEqual([
    ["statement", "1", []],
    ["reply", null, [0]],
    ["statement", "2", []],
    ["reply", null, [2]],
  ]);
});

it("takes what a form asks of whoever fills it in for no recommendation", () => {
  const { segments } = readStructure(`
# Responses received to recommendations

Name of person completing this form: Ada Moss, Director

**1. What has been done as a result of the recommendations of the inquiry?**

The posts are in place.

**2. If nothing has been done, please give reasons for that in the box.**

Not applicable.`);
  expect(segments.some(({ kind }) => kind === "statement")).toBe(false);
});

it("knows a response in plain text by a long title, and ends an answer at the next conclusion of the report", () => {
  const { parts, segments } = readStructure(`
Government Response to the Parks and Ponds Committee's Fourth Report of Session 2023-24, "Deep water"

The Government is grateful to the Committee for its report.

1. Nobody counts the ponds. We recommend that the Department publish their number each month. (Paragraph 14)

The Government accepts this recommendation.

2. We heard that keepers count in different ways. (Paragraph 22)

3. We recommend that the Board set one standard by the end of 2024. (Paragraph 23)

The Government agrees in principle.`);
  expect(parts.map(({ kind, from, to }) => [kind, shown(from), shown(to)])).toEqual([
    ["response", ["– | – | Government"], ["– | – | Parks and Ponds Committee"]],
  ]);
  expect(segments.flatMap(({ kind, words }) => (kind === "reply" ? [words] : []))).toEqual([
    "The Government accepts this recommendation.",
    "The Government agrees in principle.",
  ]);
});

it.each([
  [
    "under a line of its own, as far as its sentences go",
    `
## 1. Receipts

One in five had none.

**Recommendation**

Managers should refuse to approve a purchase without a receipt.

**Management response**

Agreed. A reminder will go to all of them.

Responsible officer: Head of Ponds

## 2. Leavers

Three leavers still had cards.`,
    ["Agreed. A reminder will go to all of them."],
  ],
  [
    "in the same paragraph as what is recommended",
    `
R1. The Board should appoint a keeper. Trust response: Accepted. She began in May.

R2. The Board should publish the count each year. Trust response: Not accepted.`,
    ["Accepted. She began in May.", "Not accepted."],
  ],
  [
    "nowhere where what is labelled explains a recommendation",
    "**Recommendation 1**\n\nThe Board should appoint a keeper.\n\nRationale: nobody counts the ponds today, and somebody must.",
    [],
  ],
])("finds the responses that a report prints itself %s", (_, notation, replies) => {
  const { parts, segments } = readStructure(
    `# Audit report: ponds\n\nReport of the Audit Panel\n\nPublished 3 March 2025\n${notation}`,
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["report"]);
  expect(segments.flatMap(({ kind, words }) => (kind === "reply" ? [words] : []))).toEqual(replies);
  expect(segments.filter(({ kind, words }) => kind === "statement" && /response|agreed|accepted/i.test(words))).toEqual(
    [],
  );
});

it("sets what a page of disclosures says was sought apart from what it discloses", () => {
  const { parts, segments } = readStructure(`
# Gates in parks

Freedom of information request reference no: 24-0912

Date responded: 3 June 2024

## Request

I note you seek access to the following information:

- How many gates were locked in each year since 2019?
- Please provide the policy on gates in parks and gardens.

## Response

I have decided to disclose some of it. Nine were locked in 2022, and the policy is exempt.`);
  expect(parts.map(({ kind, date }) => [kind, date])).toEqual([["reply", "2024-06-03"]]);
  expect(segments.map(({ kind }) => kind)).toEqual(["prose", "statement", "statement", "reply"]);
});

const RESPONSE = "# Response to the report on trees\n\n";

it.each([
  ["a day set as a heading", "## Target implementation date: May 2027"],
  ["a verdict set as a heading", "## Recommendation implemented"],
  ["what it costs", "Financial implications – none."],
])("an answer goes on after %s", (_what, between) => {
  const { rows } = answered(
    `${RESPONSE}= 1. PAC recommendation: The Mayor should plant trees.\n\nThe Mayor agrees.\n\n${between}\n\nNine are planted.\n\n= 2. PAC recommendation: The Mayor should water them.\n\nIt rains.`,
  );
  const replies = rows.filter((row) => row.startsWith("→ 1: "));
  expect(replies.join(" ")).toMatch(/The Mayor agrees\..*Nine are planted\.$/s);
  expect(replies.join(" ")).not.toMatch(/May 2027|none/);
});

it("takes what the other side concluded, set out above what it recommended, for no recommendation", () => {
  const { rows } = answered(
    `${RESPONSE}= 1. PAC conclusion: There are few trees.\n\n= 1. PAC recommendation: The Mayor should plant trees.\n\nThe Mayor agrees.`,
  );
  expect(rows).toEqual(["1: The Mayor should plant trees.", "→ 1: The Mayor agrees."]);
});

it("ends a statement in other print where it says where in the report it stood", () => {
  const { rows } = answered(
    `${RESPONSE}_There are very few trees in the streets. (Paragraph 3)_\n\n_The Mayor should plant trees in every street. (Paragraph 4)_\n\nThe Mayor agrees.`,
  );
  expect(rows).toContain("–: The Mayor should plant trees in every street. (Paragraph 4)");
});

it("parts recommendations that stand in one box by the labels that they begin with", () => {
  const { rows } = answered(
    `${RESPONSE}= Recommendation 1: The Mayor should plant trees.\n= Recommendation 2: The Mayor should water them.\n\nThe Mayor agrees with both.`,
  );
  expect(rows).toEqual([
    "1: The Mayor should plant trees.",
    "2: The Mayor should water them.",
    "→ 1 2: The Mayor agrees with both.",
  ]);
});

it("reads a letter behind a number before the label", () => {
  const { rows } = answered(`${RESPONSE}= 2a. PAC recommendation: The Mayor should plant trees.\n\nThe Mayor agrees.`);
  expect(rows).toEqual(["2a: The Mayor should plant trees.", "→ 2a: The Mayor agrees."]);
});

it.each([
  "# Treasury Minutes on the Fifth Report",
  "# Department of Parks Memorandum on the Report from the Public Accounts Committee",
])("takes a memorandum on another's report for a response: %s", (title) => {
  const { kind, rows } = answered(
    `${title}\n\n**PAC Recommendation 1 (to the Mayor)**\n\n**The Mayor should plant trees.**\n\nThe Mayor agrees.`,
  );
  expect([kind, ...rows]).toEqual(["response", "1: The Mayor should plant trees.", "→ 1: The Mayor agrees."]);
});

it("takes italics for the answers, and not for what is set out, where numbered paragraphs in plain print advise above them", () => {
  const { rows } = answered(
    `${RESPONSE}1. The Mayor should plant trees.\n\n_Accepted. He ought to have done so before._\n\n2. The Mayor should water them.\n\n_It must rain first._`,
  );
  expect(rows).toEqual([
    "1: The Mayor should plant trees.",
    "→ 1: Accepted. He ought to have done so before.",
    "2: The Mayor should water them.",
    "→ 2: It must rain first.",
  ]);
});

it("reads a verdict in a field of its own before what explains it", () => {
  const { rows } = answered(
    `${RESPONSE}## Recommendation 1\n\nThe Mayor should plant trees.\n\nDecision: Not accepted\n\nRationale: There is no room.\n\nLead: Parks`,
  );
  expect(rows[0]).toBe("1: The Mayor should plant trees.");
  expect(rows.slice(1).join(" ")).toMatch(/^→ 1: Not accepted.*There is no room\./s);
});
