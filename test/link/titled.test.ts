import { describe, expect, it } from "vitest";
import { linkItems } from "../../src/link/link.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { makeExtracted } from "../support/make-extracted.ts";

const { link: rules } = loadPipeline("gla-correspondence");

const SURVEY = "The structural survey of the sluice that the newspaper says was delivered in July.";
const LEASE = "All messages between the Head of Parks and Larkfield Boats Ltd on the lease.";
const KEEPER = "What the keeper of the weir was paid last winter, and out of which budget.";

const request = makeExtracted(`Dear Ms Marr\n\nPlease send me:\n\n${SURVEY}\n\n${LEASE}\n\n${KEEPER}`, {
  name: "request.txt",
  parts: [{ date: "2023-03-01", from: "Ada Quist", to: "Lev Marr" }],
  items: [SURVEY, LEASE, KEEPER].map((words) => ({ words, form: "request" })),
});

/** What of a reply in these paragraphs is linked to each ask. */
function repliesIn(...paragraphs: readonly string[]): string[][] {
  const reply = makeExtracted(["Dear Ms Quist", "Thank you for your request.", ...paragraphs].join("\n\n"), {
    name: "reply.txt",
    parts: [{ kind: "reply", date: "2023-03-20", from: "Lev Marr", to: "Ada Quist" }],
  });
  const links = linkItems(request, [reply], rules);
  const linked = (item: string) => links.filter((link) => link.item === item).flatMap((link) => link.replies);
  return request.items.map(({ id }) => linked(id).map(({ anchor }) => anchor.exact));
}

describe("a heading that is the title of one ask alone", () => {
  it("gives it what stands under it, though the words share little with the ask", () => {
    expect(
      repliesIn(
        "Structural survey of the sluice",
        "A copy is enclosed. It came in July.",
        "The pay of the keeper of the weir",
        "He had £9,000, and it came out of the reserve.",
      ),
    ).toEqual([["A copy is enclosed. It came in July."], [], ["He had £9,000, and it came out of the reserve."]]);
  });

  it("is none where nothing of it stands in any ask", () => {
    expect(repliesIn("Your right to complain", "You may ask for an internal review.")).toEqual([[], [], []]);
  });
});
