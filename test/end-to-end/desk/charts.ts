import { describe, expect, it } from "vitest";
import type { Visit } from "./visit.ts";

/** Numbers lead down to what they count. */
export function describeCharts(visit: Visit): void {
  describe("the overview", () => {
    it("leads from every number of every chart's table to a list of just so many", async () => {
      await visit.open("/");
      await visit.page.waitForLoadState("networkidle");
      const links = await visit.page
        .locator("figure.chart td.number a")
        .evaluateAll((found) => found.map((link) => [link.getAttribute("href")!, link.textContent!] as const));
      expect(links.length).toBeGreaterThan(40);
      for (const [href, count] of links) {
        const { rows } = await visit.looker.json(`${href}&most=200`);
        expect([href, rows.length]).toEqual([href, Number(count)]);
      }
    });

    it("leads on from a mark in a chart, and shows by what the list is narrowed", async () => {
      await visit.open("/");
      const chart = visit.page.locator("figure.chart", { hasText: "Who asks whom" });
      await chart.locator("svg a").first().click();
      await visit.page.getByRole("heading", { name: "Items" }).waitFor();
      await visit.page.locator(".also", { hasText: "asked by" }).waitFor();
      await visit.page.getByRole("link", { name: "take away" }).first().click();
      await expect.poll(() => new URL(visit.page.url()).searchParams.has("by")).toBe(false);
    });

    it("shows the days of another year", async () => {
      await visit.open("/");
      const year = visit.page.locator(".year select");
      await year.waitFor();
      const last = (await year.locator("option").last().textContent())!;
      await year.selectOption(last);
      await visit.page.locator("figcaption", { hasText: `in ${last}` }).waitFor();
    });
  });

  it("a correspondence shows its letters by their days, and which of them takes up which", async () => {
    const reply = await visit.documentOf("fleet-workshops-reply.md");
    await visit.open(`/correspondence/${reply}`);
    await visit.page.locator(".timeline").waitFor();
    const days = await visit.page
      .locator(".timeline time")
      .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")!));
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted());
    await visit.page.locator(".timeline > li", { hasText: "days after it" }).waitFor();
  });

  it("a question's number leads to every place that cites it", async () => {
    const row = (await visit.pairs()).find((each) => each.documentName === "written-answers.pdf")!;
    const { references } = await visit.pairOf(row.id);
    const value = references[0]?.value ?? "2025/0712";
    const { rows } = await visit.looker.json(`/citations?value=${encodeURIComponent(value)}`);
    expect(rows.length).toBeGreaterThan(0);
    await visit.open(`/questions?number=${encodeURIComponent(value)}`);
    await expect.poll(() => visit.page.locator(".hits li").count()).toBe(rows.length);
    await visit.page.locator(".hits a").first().click();
    await visit.page.locator("rect.found, mark.found").first().waitFor({ state: "attached" });
  });
}
