import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const POINTS = ["Paint the west gate.", "Oil the lock of the boathouse.", "Count the oars.", "Mend the slipway."];
const outcomes = (document: ReturnType<typeof makeExtracted>) =>
  document.items.map(({ id }) => linkItems(document, [], rules).find(({ item }) => item === id)?.outcome ?? null);

/** A report of four points, some with a comment under them. */
function report(comments: readonly (string | null)[]) {
  const rows = POINTS.flatMap((point, at) => (comments[at] ? [point, comments[at]] : [point]));
  return makeExtracted(rows.join("\n\n"), {
    parts: [{ kind: "report" }],
    segments: rows.map((words) =>
      POINTS.includes(words)
        ? { kind: "statement" as const, words }
        : { kind: "reply" as const, words, answers: [rows.indexOf(words) - 1] },
    ),
    items: POINTS.map((words) => ({ words, kind: "recommendation" as const })),
  });
}

it("a point without a comment is unanswered where most points have one", () => {
  const said = ["Agreed.", "We agree to do so by May.", null, "Accepted."];
  expect(outcomes(report(said))).toEqual(["accepted", "accepted", "unanswered", "accepted"]);
});

it("points without comments are open where few have one", () => {
  expect(outcomes(report(["Agreed.", null, null, null]))).toEqual(["accepted", null, null, null]);
});

/** A meeting in which a member and the chair ask a guest, and the member has the last question. */
function meeting(last: string, after: readonly string[]) {
  const turns: [string, string][] = [
    ["Ada Low", "When did you come?"],
    ["Cy Wren", "In May."],
    ["Bo Marr", "Who sent you?"],
    ["Cy Wren", "The Board did."],
    ["Ada Low", "Why you?"],
    ["Cy Wren", "Because I had the key."],
    ["Bo Marr", last],
    ...after.map((words): [string, string] => ["Ada Low", words]),
  ];
  return makeExtracted(turns.map(([, words]) => words).join("\n\n"), {
    parts: [{ kind: "transcript" }],
    segments: turns.map(([speaker, words]) => ({ kind: "turn" as const, speaker, words })),
    items: turns.filter(([, words]) => words.endsWith("?")).map(([, words]) => ({ words })),
  });
}

it.each([
  ["unanswered where somebody else speaks after it", ["We must stop there."], "unanswered"],
  ["open where nobody does", [], null],
])("a question in a meeting that nobody takes up is %s", (_, after, outcome) => {
  expect(outcomes(meeting("Will you publish the list of oars?", after)).at(-1)).toBe(outcome);
});
