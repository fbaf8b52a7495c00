import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webApp } from "../../src/cli/web-app.ts";
import type { Decision } from "../../src/records/decision.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import type { Pair } from "../../src/server/schemas.ts";
import { browserOptions } from "../support/browser.ts";
import { createVisitor, makeDesk } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = temporaryFolder("desk");
const complaints: string[] = [];
let desk: Awaited<ReturnType<typeof makeDesk>>;
let server: Listening;
let browser: Browser;
let page: Page;
let ada: ReturnType<typeof createVisitor>;

/** A letter whose every part tries to be a script. */
const HOSTILE = `<html><head><title>&lt;script&gt;window.hit=1&lt;/script&gt; Letter</title></head><body>
<p>2 May 2024</p><p>Dear Ms Pember,</p>
<p>Will you publish the &lt;img src=x onerror="window.hit=2"&gt; register of moorings by 30 June 2024?</p>
<p>Yours sincerely,</p><p>Ada Thornbury</p></body></html>`;

beforeAll(async () => {
  writeFileSync(join(folder, "<img src=x onerror=hit()>.html"), HOSTILE);
  writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7 and nothing more");
  desk = await makeDesk(["samples", folder], await webApp());
  server = await listen(desk.app, 0);
  ada = createVisitor(desk, "Looker");
  browser = await chromium.launch(browserOptions());
  page = await signIn("Ada");
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await desk?.close();
});

async function signIn(name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const opened = await context.newPage();
  opened.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  opened.on("pageerror", (error) => complaints.push(error.message));
  await opened.goto(`http://127.0.0.1:${server.port}/start?token=${desk.sessions.invite(name)}`);
  await opened.getByRole("heading", { name: "Overview" }).waitFor();
  return opened;
}

const open = async (path: string, on = page) => {
  await on.goto(`http://127.0.0.1:${server.port}${path}`);
  await on.locator("main h1").first().waitFor({ state: "attached" });
  await on.getByText("One moment …").first().waitFor({ state: "detached" });
};
const shownItem = (on = page) => new URL(on.url()).pathname.split("/")[2]!;
const said = (words: string | RegExp, on = page) => on.locator(".said", { hasText: words }).waitFor();
const settled = (on = page) => on.locator(".facts").waitFor();
const pairs = async () => (await ada.json("/items?pairs=true&order=doubt&most=200")).rows as { id: string }[];
const pairOf = (id: string): Promise<Pair> => ada.json(`/items/${id}`);
const log = (): Promise<Decision[]> => Array.fromAsync(desk.store.decisions());

describe("every page", () => {
  const documentOf = async (name: string) =>
    (await ada.json("/documents?most=200")).rows.find((row: { name: string }) => row.name === name).id as string;
  const PAGES: [string, () => Promise<string>][] = [
    ["overview", async () => "/"],
    ["review", async () => "/review"],
    ["items", async () => "/items"],
    ["documents", async () => "/documents"],
    ["search", async () => "/search?words=please"],
    ["failures", async () => "/failures"],
    ["documentation", async () => "/documentation"],
    ["pdf", async () => `/documents/${await documentOf("property-stores-reply.pdf")}`],
    ["document", async () => `/documents/${await documentOf("fleet-workshops-letter.html")}`],
    ["pair", async () => `/items/${(await pairs())[0]!.id}`],
    ["stranger", async () => "/nowhere"],
  ];

  it.each(PAGES)("%s: axe finds nothing, in light and in dark", async (name, path) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open(await path());
      await page.waitForLoadState("networkidle");
      if (process.env.PICTURES)
        await page.screenshot({ path: join(process.env.PICTURES, `${name}-${colorScheme}.png`) });
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate("axe.run()")) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: "light" });
  });

  it.each([700, 1000])("fits a window of %i points, as at 200 % on a larger one", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const [, path] of PAGES) {
      await open(await path());
      const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(over).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1400, height: 900 });
  });
});

describe("reviewing by keyboard alone", () => {
  it("decides on twenty pairs, each once, and goes on by itself", async () => {
    await open("/review");
    await page.getByRole("link", { name: "Begin with the first" }).focus();
    await page.keyboard.press("Enter");
    const seen = new Set<string>();
    for (let count = 0; count < 20; count++) {
      await settled();
      const id = shownItem();
      seen.add(id);
      await page.keyboard.press(["a", "r", "s"][count % 3]!);
      await page.waitForURL((url) => !url.pathname.includes(id));
    }
    expect(seen.size).toBe(20);
    const entries = await log();
    expect(entries.map(({ item, by }) => [item, by])).toEqual([...seen].map((id) => [id, "Ada"]));
  });

  it("undoes three steps back, to the pairs they were about, and rewrites nothing", async () => {
    const before = await log();
    for (const step of before.slice(-3).toReversed()) {
      await settled();
      await page.keyboard.press("u");
      await page.waitForURL((url) => url.pathname.includes(step.item));
      await settled();
      expect((await pairOf(step.item)).review.verdict).toBeNull();
    }
    const after = await log();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toHaveLength(before.length + 3);
  });

  it("chooses other sentences of the reply, and shows what the machine said beside it", async () => {
    const id = (await pairs()).map((row) => row.id);
    const first = (await Promise.all(id.map(pairOf))).find((pair) => pair.links[0]?.replies[0])!;
    await open(`/items/${first.item.id}`);
    await settled();
    await page.keyboard.press("e");
    await page.locator(".sentence input:focus").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await said("The reply is as you chose it");
    const { review, links } = await pairOf(first.item.id);
    expect(review.replies!.length).toBeGreaterThan(0);
    expect(links).toEqual(first.links);
    await page.getByRole("heading", { name: "A person chose" }).waitFor();
  });

  it("corrects the words asked, the outcome, and says that nothing answers", async () => {
    const [, { id } = { id: "" }] = await pairs();
    await open(`/items/${id}`);
    await settled();
    await page.keyboard.press("w");
    await page.locator(".sentence input:focus").waitFor();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await said("The ask is as you chose it");
    await page.keyboard.press("4");
    await said("The outcome is as you say");
    await page.keyboard.press("x");
    await said("Nothing answers it");
    const { review } = await pairOf(id);
    expect(review.span).not.toBeNull();
    expect(review).toMatchObject({ outcome: "declined", replies: [] });
  });

  it("keeps a comment, whatever it holds, as words", async () => {
    const [{ id } = { id: "" }] = await pairs();
    await open(`/items/${id}`);
    await settled();
    await page.keyboard.press("c");
    await page.keyboard.type("<script>window.hit = 3</script>");
    await page.keyboard.press("Control+Enter");
    await said("The comment is kept");
    await page.getByText("<script>window.hit = 3</script>").waitFor();
  });

  it("shows every key on ?, and goes back to the page", async () => {
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keys", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Keys", exact: true }).waitFor({ state: "hidden" });
  });
});

describe("highlights", () => {
  it("cover the words of the anchors, in every document shown as words", async () => {
    const all = await Promise.all((await pairs()).map((row) => pairOf(row.id)));
    const shown = all.filter((pair) => pair.document.pages.length === 0 && !pair.review.span).slice(0, 12);
    expect(shown.length).toBeGreaterThan(5);
    for (const pair of shown) {
      await open(`/items/${pair.item.id}`);
      await page.locator("mark.ask").first().waitFor();
      const marked = (await page.locator("mark.ask").allTextContents()).join("");
      expect(marked.replace(/\s/g, "")).toBe(pair.item.anchor.exact.replace(/\s/g, ""));
    }
  });

  it("are drawn over the printed page where the boxes say", async () => {
    const all = await Promise.all((await pairs()).map((row) => pairOf(row.id)));
    const pair = all.find((each) => each.item.anchor.boxes.length > 0 && !each.review.span)!;
    await open(`/items/${pair.item.id}`);
    await page.locator(".side").first().locator("rect").first().waitFor({ state: "attached" });
    const sheet = (await page.locator(".sheet img").first().boundingBox())!;
    const drawn = (await page.locator(".sheet rect").first().boundingBox())!;
    const [box] = pair.item.anchor.boxes;
    const { width } = pair.document.pages[box!.page - 1]!;
    const scale = sheet.width / width;
    expect(drawn.x - sheet.x).toBeCloseTo(box!.x * scale, -0.5);
    expect(drawn.y - sheet.y).toBeCloseTo(box!.y * scale, -0.5);
    expect(drawn.width).toBeCloseTo(box!.width * scale, -0.5);
  });
});

it("a passage found by its words is shown where it stands, also in a PDF", async () => {
  await open("/search?words=shelves+auditors");
  await page.getByRole("link", { name: /property-stores-reply.pdf/ }).click();
  await page.locator("mark.rival", { hasText: "auditors" }).waitFor();
});

describe("two people", () => {
  it("on one pair: both decisions are kept, and the difference is shown to whoever comes", async () => {
    const { id } = (await ada.json("/items?pairs=true&reviewed=false&order=doubt")).rows[0];
    const ben = await signIn("Ben");
    await open(`/items/${id}`);
    await open(`/items/${id}`, ben);
    await Promise.all([settled(), settled(ben)]);
    await page.keyboard.press("a");
    await page.waitForURL((url) => !url.pathname.includes(id));
    await ben.keyboard.press("r");
    await ben.waitForURL((url) => !url.pathname.includes(id));
    await open(`/items/${id}`);
    await page.getByText("Two people said different things").waitFor();
    expect((await pairOf(id)).entries.map(({ by }) => by).slice(-2)).toEqual(["Ada", "Ben"]);
    await ben.context().close();
  });
});

it("runs no script of a title, a body, a file name or a comment, and breaks no rule of its own policy", async () => {
  const row = (await ada.json("/documents?most=200")).rows.find((each: { name: string }) =>
    each.name.includes("onerror"),
  );
  for (const path of ["/documents", `/documents/${row.id}`, `/items?document=${row.id}`, "/search?words=register"])
    await open(path);
  expect(await page.evaluate("window.hit")).toBeUndefined();
  expect(complaints).toEqual([]);
});

it("shows nothing after signing out", async () => {
  const ben = await signIn("Ben");
  await ben.getByRole("button", { name: "Sign out" }).click();
  await ben.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
  await open("/items", ben);
  await ben.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
});
