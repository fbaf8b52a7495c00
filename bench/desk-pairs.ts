// How soon a pair is seen in a real browser, and what memory a thousand of them take: `node bench/desk-pairs.ts [pairs]`, over the samples.
import type { CDPSession, Page } from "playwright-core";
import { webApp } from "../src/cli/web-app.ts";
import { listen } from "../src/server/listen.ts";
import { startBrowser } from "../test/support/browser.ts";
import { createVisitor, makeDesk } from "../test/support/make-desk.ts";

const PAIRS = Number(process.argv[2] ?? 1_000);
const MEASURED = 10;

/** Resolves when both documents of the pair are seen: words with their highlight, or a drawn page. */
const SEEN = `new Promise((resolve) => {
  const look = () => {
    const sides = [...document.querySelectorAll(".pair .side")];
    const seen = (side) => side.querySelector(".block, .empty") || side.querySelector("canvas")?.width > 300;
    if (sides.length === 2 && sides.every(seen)) requestAnimationFrame(() => resolve(performance.now()));
    else requestAnimationFrame(look);
  };
  look();
})`;

const desk = await makeDesk(["samples"], await webApp());
const server = await listen(desk.app, 0);
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
const home = `http://127.0.0.1:${server.port}`;
await page.goto(`${home}/start?token=${desk.sessions.invite("bench")}`);
const { rows } = await createVisitor(desk, "bench").json("/items?pairs=true&order=doubt&most=200");
const ids = rows.map((row: { id: string }) => row.id) as string[];

await firstPaints(page);
await manyPairs(page, await page.context().newCDPSession(page));
await browser.close();
await server.close();
await desk.close();

/** From asking for the address to both documents being seen, in a window of its own each time. */
async function firstPaints(page: Page): Promise<void> {
  const times: number[] = [];
  for (const id of ids) {
    await page.goto(`${home}/items/${id}`);
    times.push((await page.evaluate(SEEN)) as number);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(0);
  console.log(
    `a pair is seen after ${at(0.5)} ms at the median, ${at(0.95)} ms at the 95th percentile, ${at(1)} ms at most`,
  );
}

/** Goes from pair to pair by the key that skips, and tells what the page holds after collecting garbage. */
async function manyPairs(page: Page, session: CDPSession): Promise<void> {
  await session.send("Performance.enable");
  console.log(" pairs   page MB   nodes   server MB");
  for (let shown = 0; shown <= PAIRS; shown++) {
    if (shown % Math.ceil(PAIRS / MEASURED) === 0) console.log(await holding(session, shown));
    const before = new URL(page.url()).pathname;
    await page.keyboard.press("n");
    await page.waitForURL((url) => url.pathname !== before);
    await page.evaluate(SEEN);
  }
}

async function holding(session: CDPSession, shown: number): Promise<string> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  const cells = [
    shown,
    (of("JSHeapUsedSize") / 1e6).toFixed(1),
    of("Nodes"),
    (process.memoryUsage.rss() / 1e6).toFixed(0),
  ];
  return cells.map((cell) => `${cell}`.padStart(8)).join(" ");
}
