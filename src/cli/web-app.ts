import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./exit.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folder of the built review desk. The package holds it; in a clone it is built here when it is missing or older than its sources. */
export async function webApp(): Promise<string> {
  if (!import.meta.url.endsWith(".ts")) return at("../web");
  const built = at("../../dist/web");
  if (!isFresh(built, at("../web"))) await buildAnew(built);
  return built;
}

/** Builds beside the place and moves it there whole: of two who start at the same moment one does, and neither sees half of it. */
async function buildAnew(built: string): Promise<void> {
  mkdirSync(dirname(built), { recursive: true });
  const made = mkdtempSync(`${built}-`);
  // who serves need not be who built
  chmodSync(made, 0o755);
  await buildWebApp(made);
  if (!isFresh(built, at("../web"))) {
    rmSync(built, { recursive: true, force: true });
    try {
      renameSync(made, built);
    } catch (error) {
      if (!isFresh(built, at("../web"))) throw error;
    }
  }
  rmSync(made, { recursive: true, force: true });
}

function isFresh(built: string, sources: string): boolean {
  const page = join(built, "index.html");
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  return files.every((file) => statSync(join(sources, file)).mtimeMs <= builtAt);
}

/** Builds the review desk from its sources in a clone into a folder. Throws `UsageError` where vite is not installed. */
export async function buildWebApp(folder: string): Promise<void> {
  const { vite, react } = await builder();
  const { NODE_ENV } = process.env;
  // React's own checks for developers stay out, whatever runs us
  process.env.NODE_ENV = "production";
  await vite.build({
    configFile: false,
    root: at("../web"),
    plugins: [react()],
    logLevel: "warn",
    // nothing inline: the desk's policy forbids it
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 },
  });
  addPdfResources(folder);
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}

/** What pdf.js gets while it draws: its worker, its own fonts, character maps, and decoders of pictures. */
const PDF_RESOURCES = ["build/pdf.worker.min.mjs", "standard_fonts", "cmaps", "wasm", "iccs"];

/** Puts what pdf.js needs beside the pages, under its version: the pages and the parser have one and the same. */
function addPdfResources(folder: string): void {
  const about = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");
  const { version } = JSON.parse(readFileSync(about, "utf8")) as { version: string };
  for (const path of PDF_RESOURCES)
    cpSync(join(dirname(about), path), join(folder, `pdfjs-${version}`, path), { recursive: true });
}

async function builder() {
  try {
    const [vite, { default: react }] = await Promise.all([import("vite"), import("@vitejs/plugin-react")]);
    return { vite, react };
  } catch (error) {
    throw new UsageError("The review desk is built at its first start by what `npm ci` installs without --omit=dev.", {
      cause: error,
    });
  }
}
