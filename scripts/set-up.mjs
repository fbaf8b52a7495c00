#!/usr/bin/env node
// Sees that what the tests need beside npm's packages is there: redis-server, PostgreSQL, pdftotext, Chromium and fonts. As root on Debian or Ubuntu
// (a container, CI) it installs what is missing; elsewhere it stops with the one command that does.
//   node scripts/set-up.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const runs = (program, args) => spawnSync(program, args, { stdio: "ignore" }).error === undefined;

/** Debian keeps PostgreSQL's programs out of PATH, and Homebrew too. */
function hasPostgres() {
  const debian = "/usr/lib/postgresql";
  if (existsSync(debian) && readdirSync(debian).some((at) => existsSync(`${debian}/${at}/bin/initdb`))) return true;
  const brews = ["/opt/homebrew/opt", "/usr/local/opt"].filter((folder) => existsSync(folder));
  if (brews.some((brew) => readdirSync(brew).some((name) => name.startsWith("postgresql@")))) return true;
  return runs("initdb", ["--version"]);
}

/** The same places as in test/support/browser.ts. */
function hasChromium() {
  const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const apps = ["Chromium", "Google Chrome"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return [process.env.CHROMIUM ?? "", ...places, ...apps].some((path) => path && existsSync(path));
}

/**
 * Fonts as wide as those that PDFs name and do not hold (Helvetica, Times): where Chromium has others, pdf.js' text layer, against which drawn boxes are held, has
 * its words elsewhere than the page. macOS has the very ones.
 */
function hasFonts() {
  if (process.platform !== "linux") return true;
  const { stdout } = spawnSync("fc-list", [":", "family"], { encoding: "utf8" });
  return (
    /Liberation Sans|Arimo|Arial|Helvetica/.test(stdout ?? "") || existsSync("/usr/share/fonts/truetype/liberation")
  );
}

const NEEDED = [
  {
    what: "Redis",
    has: () => Boolean(process.env.REDIS_URL) || runs("redis-server", ["--version"]),
    apt: "redis-server",
    brew: "redis",
  },
  {
    what: "PostgreSQL",
    has: () => Boolean(process.env.DATABASE_URL) || hasPostgres(),
    apt: "postgresql",
    brew: "postgresql@17",
  },
  { what: "Chromium", has: hasChromium, apt: "chromium", brew: "chromium" },
  { what: "pdftotext", has: () => runs("pdftotext", ["-v"]), apt: "poppler-utils", brew: "poppler" },
  { what: "Liberation fonts", has: hasFonts, apt: "fonts-liberation", brew: "font-liberation" },
];

const missing = NEEDED.filter(({ has }) => !has());
if (missing.length > 0) {
  const names = missing.map(({ what }) => what).join(", ");
  const apt = missing.map((each) => each.apt);
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log(`Installing ${names} for the tests: apt-get install ${apt.join(" ")}`);
    // no service is started: the tests start their own, on free ports
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...apt], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
  } else {
    const brew = missing.map((each) => each.brew).join(" ");
    console.error(
      [
        `The tests need ${names}, which ${missing.length === 1 ? "is" : "are"} not on this machine.`,
        `  Debian, Ubuntu:  sudo apt-get install ${apt.join(" ")}`,
        `  macOS:           brew install ${brew}`,
        "Or give REDIS_URL and DATABASE_URL of servers for tests. `npm run test:unit` runs what needs none of them.",
      ].join("\n"),
    );
    process.exit(1);
  }
}
