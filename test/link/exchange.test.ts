import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { PartKind } from "../../src/records/part.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

type Turn = { asks: string; answer: string };

/** What each ask of a text that puts and answers them by turns is answered with, in a part of one kind. */
function repliesIn(turns: readonly Turn[], kind: PartKind, item: "ask" | "recommendation" = "ask"): string[] {
  const text = makeExtracted(turns.flatMap(({ asks, answer }) => [asks, answer]).join("\n\n"), {
    parts: [{ kind }],
    items: turns.map(({ asks }) => ({ words: asks, kind: item, form: item === "ask" ? "question" : null })),
  });
  const links = linkItems(text, [], rules);
  return text.items.map(({ id }) =>
    links
      .filter((link) => link.item === id)
      .flatMap(({ replies }) => replies.map(({ anchor }) => anchor.exact))
      .join(" | "),
  );
}

const QUESTIONS: Turn[] = [
  { asks: "How many swans nested on the Oxley reservoir last spring?", answer: "Eleven pairs." },
  { asks: "Is anyone to be prosecuted?", answer: "No. Too little was kept to bring the matter to court." },
  { asks: "Has the licence of the café been renewed?", answer: "Yes, until the end of June." },
];
const ADVICE: Turn[] = [
  { asks: "The Trust should mend the towpath.", answer: "Agreed. Work starts in April." },
  { asks: "The Trust should count the swans each spring.", answer: "Accepted in part: we shall count the nests." },
  { asks: "The Trust should close the café.", answer: "We do not accept this recommendation." },
];
const FINDINGS: Turn[] = ADVICE.map(({ asks }, at) => ({
  asks,
  answer: ["Visitors told us of mud.", "Nobody knew how many swans there were.", "The kitchen was dirty."][at]!,
}));
const answersOf = (turns: readonly Turn[]) => turns.map(({ answer }) => answer);
const nothing = ["", "", ""];

describe("a text that asks and answers by turns, with nothing printed over its answers", () => {
  it("answers each question of a reply by what stands under it", () => {
    expect(repliesIn(QUESTIONS, "reply")).toEqual(answersOf(QUESTIONS));
  });

  it("answers each recommendation by what stands under it, also where nothing else shows a response", () => {
    expect(repliesIn(ADVICE, "response", "recommendation")).toEqual(answersOf(ADVICE));
    expect(repliesIn(ADVICE, "other", "recommendation")).toEqual(answersOf(ADVICE));
  });

  it.each([
    ["what stands under recommendations gives no verdict", FINDINGS, "other"],
    ["it is a letter", ADVICE, "letter"],
    ["too few turns of a text of no known kind sound answered", ADVICE.slice(0, 2), "other"],
  ] as const)("answers nothing where %s", (_, turns, kind) => {
    expect(repliesIn(turns, kind, "recommendation")).toEqual(nothing.slice(0, turns.length));
  });

  it("takes no paragraph for what was asked that only ends in a question", () => {
    const [first, ...rest] = QUESTIONS;
    const long =
      "We came to the café with the keeper and his dogs one wet morning, when nobody was about. Who cleans it?";
    const text = makeExtracted(
      [first!.asks, first!.answer, long, "No answer came from within.", rest[0]!.asks, rest[0]!.answer].join("\n\n"),
      {
        parts: [{ kind: "reply" }],
        items: [first!.asks, "Who cleans it?", rest[0]!.asks].map((words) => ({ words })),
      },
    );
    const links = linkItems(text, [], rules);
    expect(links.map(({ item }) => item)).not.toContain("i2");
  });
});

describe("a question of a list that prints nothing over its answer", () => {
  const [first, second] = QUESTIONS;
  const list = makeExtracted(`${first!.asks}\n\n${first!.answer}\n\n${second!.asks}\n\n${second!.answer}`, {
    parts: [{ kind: "written-questions" }],
    segments: [
      { kind: "question", words: `${first!.asks} … ${first!.answer}` },
      { kind: "question", words: second!.asks },
      { kind: "answer", words: second!.answer, answers: [1] },
    ],
    items: [first!, second!].map(({ asks }) => ({ words: asks })),
  });

  it("has what stands under it, beside one with an answer of its own", () => {
    const said = linkItems(list, [], rules).map(({ replies }) => replies.map(({ anchor }) => anchor.exact));
    expect(said).toEqual([[first!.answer], [second!.answer]]);
  });
});
