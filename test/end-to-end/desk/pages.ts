import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Visit } from "./visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What holds of every page of the desk. */
export function describePages(visit: Visit): void {
  const PAGES: [string, () => string | Promise<string>][] = [
    ["overview", () => "/"],
    ["review", () => "/review"],
    ["mine", () => "/review?queue=mine"],
    ["together", () => "/review/together?sure=0.5"],
    ["items", () => "/items"],
    ["documents", () => "/documents"],
    ["traced", () => "/items?by=Nobody&datedAfter=2020-01-01"],
    ["question", () => "/questions?number=2025/0712"],
    ["correspondence", async () => `/correspondence/${await visit.documentOf("fleet-workshops-letter.html")}`],
    ["search", () => "/search?words=please"],
    ["failures", () => "/failures"],
    ["documentation", () => "/documentation"],
    ["pdf", async () => `/documents/${await visit.documentOf("property-stores-reply.pdf")}`],
    ["document", async () => `/documents/${await visit.documentOf("fleet-workshops-letter.html")}`],
    ["pair", async () => `/items/${(await visit.pairs())[0]!.id}`],
    ["stranger", () => "/nowhere"],
  ];

  describe("every page", () => {
    it.each(PAGES)("%s: axe finds nothing, in light and in dark", async (name, path) => {
      const { page } = visit;
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await visit.open(await path());
        await page.waitForLoadState("networkidle");
        if (process.env.PICTURES)
          await page.screenshot({ path: join(process.env.PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
        await page.evaluate(AXE);
        const { violations } = (await page.evaluate("axe.run()")) as {
          violations: { id: string; nodes: { html: string }[] }[];
        };
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: "light" });
    });

    it.each([700, 768, 1000])("fits a window of %i points, as at 200 % on a larger one", async (width) => {
      const { page } = visit;
      await page.setViewportSize({ width, height: 900 });
      for (const [, path] of PAGES) {
        await visit.open(await path());
        const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect(over).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1400, height: 900 });
    });
  });
}
