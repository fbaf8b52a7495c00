import { readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { Hono } from "hono";
import type { Env } from "./guard.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Serves the built web app from memory: the few files that were there at the start, by their exact paths and nothing else on the disk.
 * Any other path is a page of the app, which finds its way by itself.
 */
export function addAssets(app: Hono<Env>, folder: string): void {
  const files = new Map<string, Buffer>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, Buffer] => [
        `/${path.slice(folder.length).replaceAll(sep, "/").replace(/^\/+/, "")}`,
        readFileSync(path),
      ]),
  );
  const page = files.get("/index.html")!;
  app.get("*", (context) => {
    const { pathname } = new URL(context.req.url);
    const file = files.get(pathname);
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    // the names of built files hold a hash of their contents, those of pdf.js its version
    if (file && pathname !== "/index.html")
      return context.body(Uint8Array.from(file).buffer, 200, {
        "content-type": type,
        "cache-control": "public, max-age=31536000, immutable",
      });
    return context.body(Uint8Array.from(page).buffer, 200, {
      "content-type": TYPES[".html"]!,
      "cache-control": "no-cache",
    });
  });
}
