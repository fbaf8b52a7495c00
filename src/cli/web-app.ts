import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./exit.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folder of the built review desk. The package holds it; in a clone it is built here when it is missing or older than its sources. */
export async function webApp(): Promise<string> {
  if (!import.meta.url.endsWith(".ts")) return at("../web");
  const built = at("../../dist/web");
  if (!isFresh(built, at("../web"))) await buildWebApp(built);
  return built;
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
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
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
