import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { DocumentRecord } from "../src/records/document-record.ts";

/** Documents that are ingested into one store: a corpus, or one format of a corpus that has each document in several. */
export type Run = { name: string; gold: string; files: string[] };

const FORMATS = ["txt", "md", "html", "docx", "pdf"];
/** What lies beside documents and is none. */
const BESIDE = /\.json$|(?:^|[/\\])(?:README|about)\.md$/;
const SCAN = /-scan\.pdf$/;

/** The annotated documents under a folder, searched deeply. */
function documentsIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((path) => extname(path) !== "" && !BESIDE.test(path))
    .sort()
    .map((path) => join(dir, path));
}

const makeRun = (name: string, gold: string, files: string[]): Run[] =>
  files.length > 0 ? [{ name, gold, files }] : [];

/** The corpora beside the repository: `gla` once for each format and for its scan, `dev` and `uk` whole. Empty where they are not there. */
export function sharedRuns(shared: string): Run[] {
  const corpus = (name: string) => join(shared, "corpus", name);
  const gla = documentsIn(corpus("gla"));
  return [
    ...FORMATS.flatMap((format) =>
      makeRun(
        `gla ${format}`,
        corpus("gla"),
        gla.filter((path) => extname(path) === `.${format}` && !SCAN.test(path)),
      ),
    ),
    ...makeRun(
      "gla scan",
      corpus("gla"),
      gla.filter((path) => SCAN.test(path)),
    ),
    ...makeRun("dev", corpus("dev"), documentsIn(corpus("dev"))),
    ...makeRun("uk", corpus("uk"), documentsIn(corpus("uk"))),
  ];
}

/** The project's own annotated documents: the samples, each case by itself, and the batches of the test corpus; folders without gold aside. */
export function ownRuns(root: string): Run[] {
  const cases = (dir: string) =>
    existsSync(join(root, dir))
      ? readdirSync(join(root, dir), { withFileTypes: true }).filter((entry) => entry.isDirectory())
      : [];
  return ["samples", "test/corpus"].flatMap((dir) =>
    cases(dir).flatMap(({ name }) => {
      const folder = join(root, dir, name);
      if (!readdirSync(folder, { recursive: true, encoding: "utf8" }).some((path) => path.endsWith(".gold.json")))
        return [];
      return makeRun(`${dir}/${name}`, folder, documentsIn(folder));
    }),
  );
}

/** Ingests the files of a run with the program in `tree`, into a store and a folder of records of its own under `work`. Throws where nothing could be read. */
export function ingestRun(run: Run, tree: string, work: string): DocumentRecord[] {
  const at = join(work, run.name.replace(/\W+/g, "-"));
  const args = ["ingest", ...run.files, "--store", join(at, "store.db"), "--out", at];
  const { status, stderr } = spawnSync(process.execPath, [join(tree, "bin/answerable.js"), ...args], {
    encoding: "utf8",
    cwd: work,
  });
  if (status !== 0) process.stderr.write(stderr);
  if (status !== 0 && status !== 3) throw new Error(`"answerable ingest" of ${run.name} ended with ${status}`);
  return readRecords(at);
}

/** The document records of a folder that `--out` wrote. */
export function readRecords(dir: string): DocumentRecord[] {
  const folder = join(dir, "documents");
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as DocumentRecord);
}
