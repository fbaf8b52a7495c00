import { describe, expect, it } from "vitest";
import { dragOver } from "./drag.ts";
import type { Visit } from "./visit.ts";

/** Deciding with the mouse, on many pairs at once, and by several people. */
export function describeDeciding(visit: Visit): void {
  const { open, openPair, settled, said, pairOf, rows } = visit;
  const inWords = async () =>
    (await visit.allPairs()).find(
      ({ document, item, review }) => document.pages.length === 0 && item.anchor.exact.length > 40 && !review.span,
    )!;
  /** Words in the middle of an item's first line, cut within the first and the last one. */
  const someWords = (exact: string) => exact.split("\n")[0]!.slice(3, 22);

  describe("dragging over words", () => {
    it("corrects what is asked, to whole words", async () => {
      const pair = await inWords();
      await openPair(pair.item.id);
      const words = someWords(pair.item.anchor.exact);
      await dragOver(visit.page, ".side:first-of-type mark.ask", words);
      await visit.page.getByRole("button", { name: "are what is asked" }).click();
      await said("The ask is as you chose it");
      const { span } = (await pairOf(pair.item.id)).review;
      expect(span!.exact).toContain(words.trim());
      expect(pair.item.anchor.exact.split(/\s+/)).toEqual(expect.arrayContaining(span!.exact.split(/\s+/)));
    });

    it("takes the words of a printed page, at exactly their place", async () => {
      const pair = (await visit.allPairs()).find((each) => each.item.anchor.boxes.length > 1 && !each.review.span)!;
      await openPair(pair.item.id);
      await visit.page.locator(".side").first().locator("rect.ask").first().waitFor({ state: "attached" });
      await visit.page.waitForLoadState("networkidle");
      const [first] = await visit.page.locator(".side").first().locator("rect.ask").all();
      const box = (await first!.boundingBox())!;
      await visit.page.mouse.move(box.x + 2, box.y + box.height / 2);
      await visit.page.mouse.down();
      await visit.page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 5 });
      await visit.page.mouse.up();
      await visit.page.getByRole("button", { name: "are what is asked" }).click();
      await said("The ask is as you chose it");
      const { span } = (await pairOf(pair.item.id)).review;
      expect(span!.start).toBe(pair.item.anchor.start);
      expect(span!.end).toBeLessThan(pair.item.anchor.end);
    });

    it("adds an item that the machine missed, from the document's own page, where it is then listed", async () => {
      const id = await visit.documentOf("fleet-workshops-letter.html");
      await open(`/documents/${id}`);
      await dragOver(visit.page, ".text", "Dear");
      await visit.page.getByRole("button", { name: "are a missed recommendation" }).click();
      await visit.page.getByText("A person added this: the machine had missed it").waitFor();
      await open(`/documents/${id}`);
      await visit.page.getByRole("heading", { name: "Added by persons" }).waitFor();
    });
  });

  it("finds the reply in a document that the machine did not think of", async () => {
    const pair = await inWords();
    await openPair(pair.item.id);
    await visit.page.keyboard.press("d");
    await visit.page.keyboard.type("shelves auditors");
    await visit.page.keyboard.press("Enter");
    await visit.page.getByRole("button", { name: /property-stores-reply.pdf/ }).click();
    await visit.page.keyboard.press("e");
    await visit.page.locator(".sentence:has(mark.found) input:focus").waitFor();
    await visit.page.keyboard.press("Space");
    await visit.page.keyboard.press("Enter");
    await said("The reply is as you chose it");
    const { review } = await pairOf(pair.item.id);
    expect(review.replies![0]!.document).toBe(await visit.documentOf("property-stores-reply.pdf"));
  });

  describe("many at once", () => {
    it("accepts what is shown and not taken out, and takes it all back", async () => {
      await open("/review/together?sure=0.5");
      const shown = await rows("pairs=true&reviewed=false&order=doubt&sure=0.5&most=200");
      expect(shown.length).toBeGreaterThan(3);
      await visit.page.locator(".items input").first().uncheck();
      await visit.page.getByRole("button", { name: `Accept these ${shown.length - 1}` }).click();
      await visit.page.getByText(`${shown.length - 1} accepted.`).waitFor();
      const left = await rows("pairs=true&reviewed=false&order=doubt&sure=0.5&most=200");
      expect(left.map((row) => row.id)).toEqual([shown[0]!.id]);
      await visit.page.getByRole("button", { name: "Take all" }).click();
      await expect
        .poll(() => rows("pairs=true&reviewed=false&order=doubt&sure=0.5&most=200"))
        .toHaveLength(shown.length);
    });
  });

  it.each([
    ["Newest", "pairs=true&reviewed=false&order=newest"],
    ["Overdue", "reviewed=false&order=doubt&overdue=true"],
    ["Mine", "order=newest&decidedBy=Ada"],
  ])("the queue “%s” lists what the API does for it", async (name, query) => {
    await open("/review");
    await visit.page.getByRole("link", { name, exact: true }).click();
    const wanted = await rows(`${query}&most=50`);
    expect(wanted.length).toBeGreaterThan(0);
    await expect
      .poll(() => visit.page.locator(".items .asked a").evaluateAll((links) => links.map((link) => `${link}`)))
      .toEqual(wanted.map((row) => expect.stringContaining(`/items/${row.id}`)));
  });

  it("tells, on whatever page one is by then, that a decision was not kept, and leads back", async () => {
    await open("/review");
    const next = visit.page.waitForResponse((answer) => answer.url().includes("/items?"));
    await visit.page.getByRole("link", { name: "Begin with the first" }).click();
    await settled();
    const id = visit.shownItem();
    await (await next).finished();
    await visit.page.context().setOffline(true);
    await visit.page.keyboard.press("a");
    await visit.page.getByText("A decision was not kept").waitFor();
    await visit.page.context().setOffline(false);
    await visit.page.getByRole("link", { name: "Go back to that pair" }).click();
    await settled();
    expect(visit.shownItem()).toBe(id);
    expect((await pairOf(id)).review.verdict).toBeNull();
    // the browser itself says that it was offline
    visit.complaints.splice(0);
  });

  it("of two people on one pair keeps both decisions, and shows the difference to whoever comes", async () => {
    const [row] = await rows("pairs=true&reviewed=false&order=doubt");
    const id = row!.id;
    const ben = await visit.signIn("Ben");
    await openPair(id);
    await openPair(id, ben);
    await visit.judge("a");
    await visit.judge("r", ben);
    expect((await pairOf(id)).review.conflicts).toEqual(["verdict"]);
    await open(`/items/${id}`);
    await visit.page.getByText("Two people said different things").waitFor();
    expect(
      (await pairOf(id)).entries
        .map(({ by }) => by)
        .slice(-2)
        .sort(),
    ).toEqual(["Ada", "Ben"]);
    await ben.context().close();
  });
}
