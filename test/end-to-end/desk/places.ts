import { describe, expect, it } from "vitest";
import type { Visit } from "./visit.ts";

const folded = (words: string): string => words.replace(/\s/g, "");

/** Places in documents: what is highlighted is what is meant. */
export function describePlaces(visit: Visit): void {
  describe("highlights", () => {
    it("cover the words of the anchors, in every document shown as words", async () => {
      const shown = (await visit.allPairs())
        .filter((pair) => pair.document.pages.length === 0 && !pair.review.span)
        .slice(0, 12);
      expect(shown.length).toBeGreaterThan(5);
      for (const pair of shown) {
        await visit.open(`/items/${pair.item.id}`);
        await visit.page.locator("mark.ask").first().waitFor();
        const marked = (await visit.page.locator("mark.ask").allTextContents()).join("");
        expect(folded(marked)).toBe(folded(pair.item.anchor.exact));
      }
    });

    it("are drawn over the printed page where the boxes say", async () => {
      const pair = (await visit.allPairs()).find((each) => each.item.anchor.boxes.length > 0 && !each.review.span)!;
      await visit.open(`/items/${pair.item.id}`);
      const side = visit.page.locator(".side").first();
      await side.locator("rect").first().waitFor({ state: "attached" });
      const sheet = (await side.locator(".sheet").boundingBox())!;
      const drawn = (await side.locator("rect").first().boundingBox())!;
      const [box] = pair.item.anchor.boxes;
      const { width } = pair.document.pages[box!.page - 1]!;
      const scale = sheet.width / width;
      expect(drawn.x - sheet.x).toBeCloseTo(box!.x * scale, -0.5);
      expect(drawn.y - sheet.y).toBeCloseTo(box!.y * scale, -0.5);
      expect(drawn.width).toBeCloseTo(box!.width * scale, -0.5);
    });
  });

  it("a passage found by its words is shown where it stands, also on a printed page", async () => {
    await visit.open("/search?words=shelves+auditors");
    await visit.page.getByRole("link", { name: /property-stores-reply.pdf/ }).click();
    await visit.page.locator("rect.found").first().waitFor({ state: "attached" });
    await visit.page.getByRole("button", { name: "Words" }).click();
    await visit.page.locator("mark.found", { hasText: "auditors" }).waitFor();
  });

  it("runs no script of a title, a body, a file name or a comment, and breaks no rule of its own policy", async () => {
    const { rows } = await visit.looker.json("/documents?most=200");
    const { id } = rows.find((each: { name: string }) => each.name.includes("onerror"));
    for (const path of ["/documents", `/documents/${id}`, `/items?document=${id}`, "/search?words=register"])
      await visit.open(path);
    expect(await visit.page.evaluate("window.hit")).toBeUndefined();
    expect(visit.complaints).toEqual([]);
  });

  it("shows nothing after signing out", async () => {
    const ben = await visit.signIn("Ben");
    await ben.getByRole("button", { name: "Sign out" }).click();
    await ben.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
    await visit.open("/items", ben);
    await ben.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
  });
}
