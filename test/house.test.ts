import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** Who may import whom (docs/decisions/0001-floors.md). A folder that is not on the list is a stranger. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  records: [],
  document: ["records"],
  wording: [],
  parse: ["records", "document"],
  structure: ["records", "document"],
  extract: ["records", "document", "wording"],
  link: ["records", "document", "wording"],
  store: ["records"],
  pipeline: ["records", "document", "parse", "structure", "extract", "link", "store"],
  queue: ["records", "store", "pipeline"],
  export: ["records", "store"],
  evaluate: ["records", "document", "pipeline"],
  train: ["records", "document", "link", "pipeline", "evaluate"],
  server: ["records", "document", "store", "pipeline", "export"],
  web: ["records"],
  cli: ["records", "document", "store", "pipeline", "queue", "export", "evaluate", "train", "server"],
};

/** Who may import types alone, from whom: the pages know what the API gives from its own schemas, and nothing else of the server. */
const MAY_IMPORT_TYPES: Record<string, readonly string[]> = { web: ["server"] };

/** Each package comes in by one door, so that replacing it is a one-folder job. */
const DOORS: Record<string, RegExp> = {
  "pdfjs-dist": /^parse\/pdf\/|^web\//,
  "@napi-rs/canvas": /^parse\//,
  "rehype-parse": /^parse\//,
  "remark-parse": /^parse\//,
  unified: /^parse\//,
  "tesseract.js": /^parse\/ocr\//,
  mammoth: /^parse\//,
  "postal-mime": /^parse\//,
  "file-type": /^parse\//,
  yauzl: /^pipeline\/|^parse\//,
  compromise: /^(document|extract)\//,
  kysely: /^store\//,
  pg: /^store\//,
  "@opentelemetry/api": /^queue\//,
  "@opentelemetry/exporter-trace-otlp-http": /^queue\//,
  "@opentelemetry/resources": /^queue\//,
  "@opentelemetry/sdk-trace": /^queue\//,
  "prom-client": /^queue\//,
  pino: /^queue\//,
  piscina: /^queue\//,
  bullmq: /^queue\//,
  ioredis: /^queue\//,
  commander: /^cli\//,
  hono: /^server\//,
  // the dashboard of the queues serves its own files
  "@hono/node-server": /^server\/|^queue\/board\.ts$/,
  "@bull-board/api": /^queue\//,
  "@bull-board/hono": /^queue\//,
  "@hono/zod-openapi": /^server\//,
  vite: /^cli\//,
  "@vitejs/plugin-react": /^cli\//,
  react: /^web\//,
  "react-dom": /^web\//,
  "@observablehq/plot": /^web\//,
  tinykeys: /^web\//,
};

const MOST_LINES = 300;

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => /\/.*\.tsx?$/.test(file));
const folderOf = (path: string) => path.split("/")[0]!;
const packageOf = (from: string) =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
/** Where a file imports from one place both types and values, the formatter makes one import of them, which is not of types. */
const IMPORT_OF_TYPES = /^(?:import|export) type \{[^}]*\} from ["']([^"']+)["']/gm;
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(\s*|^import\s+)["']([^"']+)["']/gm;

describe.each(files)("%s", (file) => {
  const source = readFileSync(join("src", file), "utf8");
  const imports = [...source.matchAll(IMPORT)].map(([, from]) => from!);
  const types = new Set([...source.matchAll(IMPORT_OF_TYPES)].map(([, from]) => from!));
  const isOfTypes = (from: string) =>
    types.has(from) && (MAY_IMPORT_TYPES[folderOf(file)] ?? []).some((folder) => from.startsWith(`../${folder}/`));

  it("looks down only", () => {
    const folders = imports
      .filter((from) => from.startsWith(".") && !isOfTypes(from))
      .map((from) => folderOf(relative("src", join("src", dirname(file), from))));
    const strangers = folders.filter(
      (folder) => folder !== folderOf(file) && !MAY_IMPORT[folderOf(file)]?.includes(folder),
    );
    expect(strangers).toEqual([]);
  });

  it("uses each package at its own door", () => {
    expect(imports.map(packageOf).filter((name) => name in DOORS && !DOORS[name]!.test(file))).toEqual([]);
  });

  it(`stays under ${MOST_LINES} lines`, () => {
    expect(source.split("\n").length).toBeLessThanOrEqual(MOST_LINES);
  });

  it("lies in a folder that the house knows", () => {
    expect(Object.keys(MAY_IMPORT)).toContain(folderOf(file));
  });
});

/** The files that a file imports from the house itself, types too. */
const neighbours = new Map(
  files.map((file) => {
    const imports = [...readFileSync(join("src", file), "utf8").matchAll(IMPORT)].map(([, from]) => from!);
    return [file, imports.filter((from) => from.startsWith(".")).map((from) => join(dirname(file), from))];
  }),
);

/** The first way from a file back to itself through what it imports; null where there is none. */
function circleFrom(file: string, way: readonly string[] = [], seen = new Set<string>()): readonly string[] | null {
  for (const next of neighbours.get(file) ?? []) {
    if (next === way[0] || (way.length === 0 && next === file)) return [...way, file, next];
    if (seen.has(next)) continue;
    seen.add(next);
    const circle = circleFrom(next, [...way, file], seen);
    if (circle) return circle;
  }
  return null;
}

it("no file imports itself by way of others, not even types", () => {
  expect(files.flatMap((file) => circleFrom(file)?.join(" → ") ?? [])).toEqual([]);
});

it("rules and code name no single document", () => {
  // words of documents in the corpora: a rule that carries one of them was fitted to it
  const words = /scott-moncrieff|project peel|runnymede|greenwood|hydrant|jubilee line|cockfosters/i;
  const rules = readdirSync("pipelines", { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".yaml"),
  );
  const guilty = [...files.map((file) => join("src", file)), ...rules.map((name) => join("pipelines", name))].filter(
    (path) => words.test(readFileSync(path, "utf8")),
  );
  expect(guilty).toEqual([]);
});
