import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where systems keep Chromium; `CHROMIUM` names another. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Starts the system's own browser, which asks nothing of the network for itself. Throws where there is none. */
export function startBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM ?? "", ...PLACES].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("There is no Chromium here: node scripts/set-up.mjs installs it.");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];
  return chromium.launch({ executablePath, args: [...sandbox, ...quiet] });
}

/** What is waited for comes in a moment, and on a machine with much else to do in a minute. */
const PATIENCE = 100_000;

/** A page of somebody of their own: nothing of it is known to other pages. */
export async function newVisitorsPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}
