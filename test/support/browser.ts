import { existsSync } from "node:fs";

/** Where systems keep Chromium; `CHROMIUM` names another. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How the tests start a browser: the system's own, which asks nothing of the network for itself. Throws where there is none. */
export function browserOptions(): { executablePath: string; args: string[] } {
  const executablePath = [process.env.CHROMIUM ?? "", ...PLACES].find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("There is no Chromium here: node scripts/set-up.mjs installs it.");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];
  return { executablePath, args: [...sandbox, ...quiet] };
}
