import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { webApp } from "../../../src/cli/web-app.ts";
import type { Decision } from "../../../src/records/decision.ts";
import { type Listening, listen } from "../../../src/server/listen.ts";
import type { ItemRow, Pair } from "../../../src/server/schemas.ts";
import type { Store } from "../../../src/store/store.ts";
import { newVisitorsPage, startBrowser } from "../../support/browser.ts";
import { createVisitor, makeDesk } from "../../support/make-desk.ts";
import { temporaryFolder } from "../../support/run-cli.ts";

/** A letter whose every part tries to be a script. */
const HOSTILE = `<html><head><title>&lt;script&gt;window.hit=1&lt;/script&gt; Letter</title></head><body>
<p>2 May 2024</p><p>Dear Ms Pember,</p>
<p>Will you publish the &lt;img src=x onerror="window.hit=2"&gt; register of moorings by 30 June 2024?</p>
<p>Yours sincerely,</p><p>Ada Thornbury</p></body></html>`;

/** Presses a key by which the pair that is shown is judged, and waits until the desk has gone on and the decision is in the log. */
export async function judge(page: Page, key: string): Promise<void> {
  const { pathname } = new URL(page.url());
  const kept = page.waitForResponse((answer) => answer.url().endsWith(`${pathname}/decisions`) && answer.ok());
  await page.keyboard.press(key);
  await page.waitForURL((url) => url.pathname !== pathname);
  await kept;
}

/** A desk over the samples with Ada at it in a real browser, and what tests do there. */
export type Visit = {
  page: Page;
  /** One who looks over the API and decides nothing. */
  looker: ReturnType<typeof createVisitor>;
  /** What the browser complained of. */
  complaints: string[];
  signIn(name: string): Promise<Page>;
  open(path: string, on?: Page): Promise<void>;
  /** Opens a pair and waits for what can be done with it. */
  openPair(id: string, on?: Page): Promise<void>;
  settled(on?: Page): Promise<void>;
  said(words: string, on?: Page): Promise<void>;
  /** Presses a key by which a pair is judged, and waits until the desk has gone on and the decision is in the log. */
  judge(key: string, on?: Page): Promise<void>;
  /** The id in the address. */
  shownItem(): string;
  rows(query: string): Promise<ItemRow[]>;
  pairs(): Promise<ItemRow[]>;
  pairOf(id: string): Promise<Pair>;
  allPairs(): Promise<Pair[]>;
  documentOf(name: string): Promise<string>;
  log(): Promise<Decision[]>;
};

/** Opens a desk over a store before the tests of a file, and closes it after them. `page` and `looker` are there by then. */
export function visitDesk(openStore: () => Promise<Store>): Visit {
  const folder = temporaryFolder("desk");
  let desk: Awaited<ReturnType<typeof makeDesk>>;
  let server: Listening;
  let browser: Browser;
  const visit: Visit = {
    page: null as unknown as Page,
    looker: null as unknown as Visit["looker"],
    complaints: [],
    async signIn(name) {
      const opened = await newVisitorsPage(browser);
      opened.on("console", (message) => message.type() === "error" && visit.complaints.push(message.text()));
      opened.on("pageerror", (error) => visit.complaints.push(error.message));
      await opened.goto(`http://127.0.0.1:${server.port}/start?token=${desk.sessions.invite(name)}`);
      await opened.getByRole("heading", { name: "Overview" }).waitFor();
      return opened;
    },
    async open(path, on = visit.page) {
      await on.goto(`http://127.0.0.1:${server.port}${path}`);
      await on.locator("main h1").first().waitFor({ state: "attached" });
      await on.getByText("One moment …").first().waitFor({ state: "detached" });
    },
    async openPair(id, on = visit.page) {
      await visit.open(`/items/${id}`, on);
      await visit.settled(on);
    },
    settled: (on = visit.page) => on.locator(".facts").waitFor(),
    said: (words, on = visit.page) => on.locator(".said", { hasText: words }).waitFor(),
    judge: (key, on = visit.page) => judge(on, key),
    shownItem: () => new URL(visit.page.url()).pathname.split("/")[2]!,
    async rows(query) {
      return (await visit.looker.json(`/items?${query}`)).rows;
    },
    pairs: () => visit.rows("pairs=true&order=doubt&most=200"),
    pairOf: (id) => visit.looker.json(`/items/${id}`),
    async allPairs() {
      return Promise.all((await visit.pairs()).map((row) => visit.pairOf(row.id)));
    },
    async documentOf(name) {
      const { rows } = await visit.looker.json("/documents?most=200");
      return rows.find((row: { name: string }) => row.name === name).id;
    },
    log: () => Array.fromAsync(desk.store.decisions()),
  };
  beforeAll(async () => {
    writeFileSync(join(folder, "<img src=x onerror=hit()>.html"), HOSTILE);
    writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7 and nothing more");
    desk = await makeDesk(["samples", folder], await webApp(), await openStore());
    server = await listen(desk.app, 0);
    visit.looker = createVisitor(desk, "Looker");
    browser = await startBrowser();
    visit.page = await visit.signIn("Ada");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await desk?.close();
  });
  return visit;
}
