import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Visit } from "./visit.ts";

/** What is shown on paper, where nothing scrolls and nothing can be pressed. */
export function describePrint(visit: Visit): void {
  const PAPERS: [name: string, path: () => string | Promise<string>, kept: string][] = [
    ["a pair", pairInWords, ".ask-words"],
    ["a list", () => "/items", ".items td"],
    ["the overview", () => "/", "figure.chart svg"],
    ["each table behind a chart", () => "/", "figure.chart td.number"],
  ];
  async function pairInWords(): Promise<string> {
    return `/items/${(await visit.pairs()).find((row) => row.documentName.endsWith(".html"))!.id}`;
  }

  describe("on paper", () => {
    it.each(PAPERS)("%s is whole, without what can only be pressed", async (name, path, kept) => {
      const { page } = visit;
      await visit.open(await path());
      await page.waitForLoadState("networkidle");
      await page.emulateMedia({ media: "print" });
      if (process.env.PICTURES) await page.pdf({ path: join(process.env.PICTURES, `${name}.pdf`), format: "A4" });
      expect(await page.locator("button:visible, .bar:visible, form:not(.one-line):visible").count()).toBe(0);
      expect(await page.locator(kept).first().isVisible()).toBe(true);
      const cut = `[...document.querySelectorAll("main, main *")].filter((each) =>
        ["auto", "scroll", "hidden"].includes(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight + 2 &&
        getComputedStyle(each).clipPath === "none").map((each) => each.className)`;
      expect(await page.evaluate(cut)).toEqual([]);
      await page.emulateMedia({ media: "screen" });
    });
  });
}
