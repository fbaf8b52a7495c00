import { describe, expect, it } from "vitest";
import type { Visit } from "./visit.ts";

/** One sentence, long enough that words can be taken off both its ends. */
const LONG_SENTENCE = /^[^.?!]{40,}[.?]$/;

/** Deciding without a mouse. */
export function describeKeyboard(visit: Visit): void {
  const { open, openPair, settled, said, judge, pairs, pairOf, log, shownItem } = visit;
  const keys = async (...names: string[]) => {
    for (const name of names) await visit.page.keyboard.press(name);
  };
  const beginToChoose = async (key: string) => {
    await keys(key);
    await visit.page.locator(".sentence input:focus").waitFor();
  };

  describe("reviewing by keyboard alone", () => {
    it("decides on twenty pairs, each once, and goes on by itself", async () => {
      await open("/review");
      await visit.page.getByRole("link", { name: "Begin with the first" }).focus();
      await keys("Enter");
      const seen = new Set<string>();
      for (let count = 0; count < 20; count++) {
        await settled();
        const id = shownItem();
        seen.add(id);
        await judge(["a", "r", "s"][count % 3]!);
      }
      expect(seen.size).toBe(20);
      const entries = await log();
      expect(entries.map(({ item, by }) => [item, by])).toEqual([...seen].map((id) => [id, "Ada"]));
    });

    it("undoes every step back, to the pairs they were about, and rewrites nothing", async () => {
      const before = await log();
      // what was done is not forgotten when the page is loaded again
      await visit.page.reload();
      for (const step of before.toReversed()) {
        await settled();
        await keys("u");
        await visit.page.waitForURL((url) => url.pathname.includes(step.item));
        await settled();
        expect((await pairOf(step.item)).review.verdict).toBeNull();
      }
      const after = await log();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after).toHaveLength(2 * before.length);
      await keys("u");
      await said("nothing of yours to undo");
    });

    it("loses no decision where the page is loaded again before they were answered, and undoes them", async () => {
      const before = await log();
      const answering = "**/decisions";
      await open("/review");
      await visit.page.getByRole("link", { name: "Begin with the first" }).click();
      let held = true;
      await visit.page.route(answering, (route) => (held ? undefined : route.continue()));
      const seen: string[] = [];
      for (const key of ["a", "r"]) {
        await settled();
        seen.push(shownItem());
        await keys(key);
        await visit.page.waitForURL((url) => !url.pathname.includes(seen.at(-1)!));
      }
      expect(await log()).toEqual(before);
      held = false;
      await visit.page.reload();
      await expect.poll(log).toHaveLength(before.length + 2);
      expect(new Set((await log()).slice(-2).map(({ item }) => item))).toEqual(new Set(seen));
      for (const item of seen.toReversed()) {
        await settled();
        await keys("u");
        await visit.page.waitForURL((url) => url.pathname.includes(item));
      }
      for (const item of seen) expect((await pairOf(item)).review.verdict).toBeNull();
      await visit.page.unroute(answering);
    });

    it("chooses other sentences of the reply, and shows what the machine said beside it", async () => {
      const first = (await visit.allPairs()).find((pair) => pair.links[0]?.replies[0])!;
      await openPair(first.item.id);
      await beginToChoose("e");
      await keys("ArrowDown", "Space", "ArrowDown", "Space", "Enter");
      await said("The reply is as you chose it");
      const { review, links } = await pairOf(first.item.id);
      expect(review.replies!.length).toBeGreaterThan(0);
      expect(links).toEqual(first.links);
      await visit.page.getByRole("heading", { name: "A person chose" }).waitFor();
    });

    it("finds words in the reply, and chooses the sentence in which they stand", async () => {
      const pair = (await visit.allPairs()).findLast((each) => each.links[0]?.replies[0])!;
      const { anchor } = pair.links[0]!.replies[0]!;
      const words = anchor.exact.split(/\s+/).slice(1, 4).join(" ");
      await openPair(pair.item.id);
      await beginToChoose("e");
      await keys("f");
      await visit.page.keyboard.type(words);
      await keys("Enter");
      await visit.page.locator(".sentence:has(mark.found) input:focus").waitFor();
      await keys("Space", "Enter");
      await said("The reply is as you chose it");
      const [reply] = (await pairOf(pair.item.id)).review.replies!;
      expect(reply!.exact.replace(/\s+/g, " ")).toContain(words);
    });

    it("corrects the words asked by sentences and by single words, the outcome, and says that nothing answers", async () => {
      const { id } = (await pairs()).slice(3).find(({ text }) => LONG_SENTENCE.test(text))!;
      await openPair(id);
      await beginToChoose("w");
      await keys("Space", "ArrowLeft", "Shift+ArrowRight");
      await expect.poll(() => visit.page.locator("mark.chosen").allTextContents()).not.toEqual([]);
      const whole = (await visit.page.locator(".sentence:has(input:focus)").textContent())!.trim().split(/\s+/);
      const wanted = whole.slice(1, -1).join(" ");
      await expect
        .poll(async () => (await visit.page.locator("mark.chosen").allTextContents()).join("").replace(/\s+/g, " "))
        .toBe(wanted);
      await keys("Enter");
      await said("The ask is as you chose it");
      await keys("4");
      await said("The outcome is as you say");
      await keys("x");
      await said("Nothing answers it");
      const { review } = await pairOf(id);
      expect(review.span!.exact.replace(/\s+/g, " ")).toBe(wanted);
      expect(review).toMatchObject({ outcome: "declined", replies: [] });
    });

    it("sets the kind, the deadline and the addressee right", async () => {
      const [, , { id } = { id: "" }] = await pairs();
      await openPair(id);
      await keys("b", "ControlOrMeta+a");
      await visit.page.keyboard.type("The Head of Moorings; The Board");
      await keys("Enter");
      await said("It is asked of whom you say");
      await keys("Escape", "t");
      await visit.page.keyboard.type("03052024");
      await keys("Enter");
      await said("It is due when you say");
      await keys("Escape", "k");
      await visit.page.locator("#kind").selectOption("undertaking");
      await said("The kind is as you say");
      expect((await pairOf(id)).review).toMatchObject({
        to: ["The Head of Moorings", "The Board"],
        deadline: { date: expect.stringMatching(/^2024-/) },
        kind: "undertaking",
      });
    });

    it("adds an item that the machine missed, and takes that back", async () => {
      const pair = (await visit.allPairs()).find((each) => each.document.pages.length === 0)!;
      await openPair(pair.item.id);
      await beginToChoose("m");
      await keys("Home", "ArrowUp", "Space");
      const words = (await visit.page.locator("mark.chosen").allTextContents()).join("").trim();
      await keys("Enter");
      await visit.page.waitForURL((url) => !url.pathname.includes(pair.item.id));
      await visit.page.getByText("A person added this: the machine had missed it").waitFor();
      const added = await pairOf(shownItem());
      expect(added).toMatchObject({ links: [], review: { added: { exact: words } } });
      await keys("u");
      await visit.page.getByText("A person added this and took that back").waitFor();
    });

    it("keeps a comment, whatever it holds, as words", async () => {
      const [{ id } = { id: "" }] = await pairs();
      await openPair(id);
      await keys("c");
      await visit.page.keyboard.type("<script>window.hit = 3</script>");
      await keys("Control+Enter");
      await said("The comment is kept");
      await visit.page.getByText("<script>window.hit = 3</script>").waitFor();
    });

    it("shows every key on ?, and goes back to the page", async () => {
      const keysShown = visit.page.getByRole("heading", { name: "Keys", exact: true });
      await keys("?");
      await keysShown.waitFor();
      await keys("Escape");
      await keysShown.waitFor({ state: "hidden" });
    });
  });
}
