import { expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const HANDLED = "Your request has been handled under the Freedom of Information Act 2000.";
const DECIDED = "I am not able to release the rota.";

/** A reply that sets out some requests, and under the last of them two headings with a paragraph each. */
const reply = (requests: readonly string[]) =>
  makeExtracted([...requests, "SEARCHES", HANDLED, "DECISION", DECIDED].join("\n\n"), {
    parts: [{ kind: "reply" }],
    segments: [
      ...requests.map((words) => ({ kind: "statement" as const, words })),
      {
        kind: "reply" as const,
        words: ["SEARCHES", HANDLED, "DECISION", DECIDED].join("\n\n"),
        answers: [requests.length - 1],
      },
    ],
    items: requests.map((words) => ({ words, kind: "ask" as const, restated: true })),
  });

it("the only request that a reply sets out is answered under whatever heading, and not by how it was handled", () => {
  const document = reply(["Please send me a list of the wardens of the pond."]);
  const [link] = linkItems(document, [], rules);
  expect(link?.replies.map(({ anchor }) => anchor.exact)).toEqual([DECIDED]);
});
