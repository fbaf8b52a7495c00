import { describe, expect, it } from "vitest";
import { itemsAmong, itemsIn, rowOf } from "../../support/read-items.ts";

describe("a set-out statement", () => {
  it("is one recommendation, however many sentences it has", () => {
    const words = "The Mayor should open the gate. He should say when.";
    expect(itemsAmong(`Recommendation 3\n\n${words}`, "report", { [words]: "3" }).map(rowOf)).toEqual([
      `recommendation 3: ${words}`,
    ]);
  });

  it("needs no wording to be one", () => {
    const words = "A gate at each end of the path, with a lamp over it.";
    expect(itemsAmong(`Recommendation 4: ${words}`, "report", { [words]: "4" }).map(rowOf)).toEqual([
      `recommendation 4: ${words}`,
    ]);
  });

  it("is restated in a response, and not in a report", () => {
    const words = "The Mayor should open the gate.";
    expect(itemsAmong(words, "response", { [words]: "1" })[0]!.restated).toBe(true);
    expect(itemsAmong(words, "report", { [words]: "1" })[0]!.restated).toBe(false);
  });

  it("is a restated ask where a reply sets out a question", () => {
    const words = "How many of the gates are locked at night?";
    expect(
      itemsAmong(`${words}\n\nTwo are.`, "reply", { [words]: "2" }).map((item) => [rowOf(item), item.restated]),
    ).toEqual([[`question 2: ${words}`, true]]);
  });

  it("is a restated ask in a reply though it says itself that it was asked before", () => {
    const words = "A list of the gates would be welcome, as requested at our July meeting.";
    expect(
      itemsAmong(`${words}\n\nIt is attached.`, "reply", { [words]: "1c" }).map((item) => [rowOf(item), item.restated]),
    ).toEqual([[`request 1c: ${words}`, true]]);
  });

  it.each([
    ["We recommend that the Mayor open the gate.", 1],
    ["The Mayor should open the gate.", 1],
    ["The Mayor must open the gate. (Recommendation, Paragraph 12)", 1],
    ["The gate has been shut for a year.", 0],
    ["We heard that the gate is old.", 0],
    ["The Mayor should have opened it. (Conclusion, Paragraph 11)", 0],
  ])("among conclusions is told by its wording: %s", (words, count) => {
    expect(itemsAmong(`## Conclusions and recommendations\n\n${words}`, "report", { [words]: "5" })).toHaveLength(
      count,
    );
  });

  it.each([
    ["The Mayor should open the gate. (Paragraph 17)", "The Mayor should open the gate."],
    ["The Mayor should open the gate (see paragraphs 3 and 4).", "The Mayor should open the gate"],
    ["Recommendation 2: The Mayor should open the gate.", "The Mayor should open the gate."],
    ["The Mayor should open the gate. Page 14", "The Mayor should open the gate."],
    ["The Mayor should open the gate. (2.17, 2.18)", "The Mayor should open the gate."],
  ])("is quoted without its label and its trailing pointer: %s", (words, quoted) => {
    expect(itemsAmong(words, "report", { [words]: null })[0]!.anchor.exact).toBe(quoted);
  });

  it("has the line above it for its lead-in, where that ends with a colon", () => {
    const words = "light the path from end to end";
    const items = itemsAmong(`Within three months, the Trust should:\n\n${words}`, "report", { [words]: "1" });
    expect(items.map((item) => [rowOf(item), item.leadIn?.exact])).toEqual([
      [`recommendation 1: ${words}`, "Within three months, the Trust should:"],
    ]);
  });

  it("keeps its lettered points apart", () => {
    const words = "The Mayor should: (a) open the gate; (b) light the path; and (c) say when.";
    const [item] = itemsAmong(words, "report", { [words]: "6" });
    expect(item!.points.map(({ label, anchor }) => `${label} ${anchor.exact}`)).toEqual([
      "(a) open the gate",
      "(b) light the path",
      "(c) say when.",
    ]);
  });
});

describe("a recommendation that is printed twice", () => {
  const listed = "The Mayor should open the northern gate of the cemetery before the summer holidays.";
  const other = "TfL should mend the lamps along the southern footpath and the towpath.";

  it("is one item in the list, with the other place in alsoAt", () => {
    const body =
      "The Committee recommends that the Mayor open the northern gate of the cemetery before the summer holidays.";
    const items = itemsAmong(`${body} The gate is old.\n\n## Recommendations\n\n${listed}\n\n${other}`, "report", {
      [listed]: "1",
      [other]: "2",
    });
    expect(items.map(rowOf)).toEqual([`recommendation 1: ${listed}`, `recommendation 2: ${other}`]);
    expect(items[0]!.alsoAt.map(({ exact }) => exact)).toEqual([body]);
  });

  it("is one under its number though the list words it anew, where a list has it and it stands alone", () => {
    const alone = "Gates are shut too early, and the Mayor should look into it.";
    const third = "Boroughs should keep a register of private footpaths and stiles.";
    const numbered = (text: string, labels: Record<string, string>) =>
      itemsAmong(`${alone}\n\nIt rained.\n\n## Recommendations\n\n${text}`, "report", { [alone]: "1", ...labels });
    const listedToo = numbered(`${listed}\n\n${other}\n\n${third}`, { [listed]: "1", [other]: "2", [third]: "3" });
    expect(listedToo.map(({ label }) => label)).toEqual(["1", "2", "3"]);
    expect(listedToo[0]!.alsoAt.map(({ exact }) => exact)).toEqual([alone]);
    expect(numbered(`${listed}\n\n${other}`, { [listed]: "1", [other]: "2" })).toHaveLength(3);
  });

  it("stays two where both are entries of the list", () => {
    const twin = listed.replace("northern", "western");
    expect(
      itemsAmong(`## Recommendations\n\n${listed}\n\n${twin}`, "report", { [listed]: "1", [twin]: "2" }),
    ).toHaveLength(2);
  });

  it("stays two where the matter is another", () => {
    const running = "We also recommend that boroughs keep a register of private footpaths and stiles.";
    expect(
      itemsAmong(`${running}\n\n## Recommendations\n\n${listed}\n\n${other}`, "report", {
        [listed]: "1",
        [other]: "2",
      }),
    ).toHaveLength(3);
  });
});

describe("an action", () => {
  const action = { owner: "Clerk" };

  it("is an undertaking while it is open", () => {
    expect(
      itemsIn("Clerk to send the lease.", "minutes", "action", {
        action: { ...action, closed: false },
        label: "4.1",
      }).map(rowOf),
    ).toEqual(["undertaking 4.1: Clerk to send the lease."]);
  });

  it("is nothing when it is closed", () => {
    expect(itemsIn("Clerk to send the lease.", "minutes", "action", { action: { ...action, closed: true } })).toEqual(
      [],
    );
  });
});

it("quoted history and notes hold no items", () => {
  expect(itemsIn("Will you open the gate?", "letter", "quoted")).toEqual([]);
  expect(itemsIn("Will you open the gate?", "letter", "note")).toEqual([]);
});

it("a sentence is one item, of the likeliest kind", () => {
  expect(
    itemsIn("Can I take that away, Chair, and write to you?", "transcript", "turn").map(({ kind }) => kind),
  ).toEqual(["undertaking"]);
  expect(itemsIn("Will you open the gate, and when will you mend the lamp?", "letter").map(rowOf)).toHaveLength(1);
});

describe("a short question that is a paragraph of its own", () => {
  const [question, prose] = ["When will the gate open?", "It has been shut since May, and nobody has said why."];

  it("is a heading in all but name", () => {
    expect(itemsIn(`${question}\n\n${prose}`, "letter")).toEqual([]);
  });

  it("is an ask where a letter numbers it", () => {
    expect(itemsIn(`2. ${question}\n\n${prose}`, "letter").map(rowOf)).toEqual([`question 2: ${question}`]);
  });

  it("is a heading where an answer numbers it", () => {
    expect(itemsIn(`2. ${question}\n\n${prose}`, "reply")).toEqual([]);
  });
});
