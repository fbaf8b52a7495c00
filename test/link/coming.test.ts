import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const WISH = "Please reply by 4 May.";
const letter = makeExtracted(`Dear Ms Marr\n\n${WISH}`, {
  parts: [{ date: "2023-04-03", from: "Ada Quist", to: "Lev Marr" }],
  items: [{ words: WISH, form: "request" }],
});

/** What a reply that opens with these words, and closes with rights of review, says to the wish for it. */
function answerIn(opening: string): [string, string] {
  const reply = makeExtracted(
    `Dear Ms Quist\n\n${opening}\n\nNine lamps are broken.\n\nYou may ask for a review within forty days of this reply.`,
    {
      name: "reply.txt",
      parts: [{ kind: "reply", date: "2023-05-09", from: "Lev Marr", to: "Ada Quist" }],
    },
  );
  const [link] = linkItems(letter, [reply], rules);
  return [link!.outcome, link!.replies.map(({ anchor }) => anchor.exact).join(" | ")];
}

const THANKS = "Thank you for your letter of 3 April.";

describe("a wish for a reply by a day", () => {
  it.each([
    ["answered", THANKS, THANKS],
    ["answered", `${THANKS} The lamps are a sore point.`, THANKS],
    [
      "answered",
      `${THANKS} I am glad to be able to reply within your month.`,
      "I am glad to be able to reply within your month.",
    ],
    ["partly-accepted", `${THANKS} I am sorry that this reaches you late.`, "I am sorry that this reaches you late."],
    [
      "partly-accepted",
      "I am replying for the Trust. I am conscious that this is a week after the date you gave.",
      "I am replying for the Trust. I am conscious that this is a week after the date you gave.",
    ],
  ])("is %s by what the reply says of its own coming, else by its thanks: %s", (outcome, opening, said) => {
    expect(answerIn(opening)).toEqual([outcome, said]);
  });
});
