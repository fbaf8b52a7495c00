// The measured way: ingests the annotated corpora through the real program and store, scores the records, writes docs/accuracy.md.
//   npm run score [-- --shared DIR] [--verbose] [--held-out] [--without NAME …]     (NAME of a run, as "test/corpus/batch-4")
// --held-out also trains in folds, which takes minutes, and writes the sections that come of it; without it they stay as they are.
// Ends with 1 where a figure is below its floor (scripts/floors.json), where our own evaluation and the shared scorer differ,
// or where a quotation has a running head, page number or note in it (scripts/furniture.json).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { addCounts, type Counts, figuresOf, type Scores, SHARES, TALLIES } from "../src/evaluate/counts.ts";
import { evaluate } from "../src/evaluate/evaluate.ts";
import type { Training } from "../src/train/train.ts";
import { accuracyPage, type Column } from "./accuracy-page.ts";
import { firstRuns } from "./accuracy-sections.ts";
import { ingestRun, ownRuns, type Run, sharedRuns } from "./corpora.ts";
import { furnitureInQuotations } from "./quotations.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const { values } = parseArgs({
  options: {
    shared: { type: "string", default: join(ROOT, "../shared") },
    verbose: { type: "boolean", default: false },
    "held-out": { type: "boolean", default: false },
    without: { type: "string", multiple: true, default: [] },
  },
});

type SharedScores = Record<string, Record<string, number | null> | number | null>;
type Scorer = { score: (gold: string[], records: string, options: object) => { scores: SharedScores } };
type Floors = Record<string, Record<string, number>>;
type Scored = { run: Run; counts: Counts; differs: string[] };

const shared = resolve(values.shared);
const runs = sharedRuns(shared);
if (runs.length === 0)
  console.log(`No corpora at ${shared}: only the project's own samples and test corpus are scored.`);
const work = mkdtempSync(join(tmpdir(), "answerable-score-"));
try {
  process.exitCode = await main();
} finally {
  rmSync(work, { recursive: true });
}

async function main(): Promise<number> {
  const scorer = await findScorer();
  const own = ownRuns(ROOT).filter(({ name }) => !values.without.includes(name));
  const scored = [...runs, ...own].map((run) => scoreRun(run, scorer));
  const columns = columnsOf(scored);
  const below = belowFloors(columns);
  const differs = scored.flatMap((each) => each.differs);
  const annotated = [...runs.filter(({ name }) => name !== "gla scan"), ...own];
  if (runs.length > 0) writePage(columns, values["held-out"] ? trainOn(annotated) : null);
  for (const line of [...below, ...differs]) console.error(line);
  return below.length + differs.length === 0 ? 0 : 1;
}

async function findScorer(): Promise<Scorer | null> {
  const path = join(shared, "eval/score.mjs");
  return existsSync(path) ? ((await import(pathToFileURL(path).href)) as Scorer) : null;
}

function scoreRun(run: Run, scorer: Scorer | null): Scored {
  const records = ingestRun(run, ROOT, work);
  const { scores, remarks } = evaluate([run.gold], records, { present: true });
  if (values.verbose) for (const remark of remarks) console.log(`${run.name}: ${remark}`);
  const theirs = scorer?.score([run.gold], join(work, run.name.replace(/\W+/g, "-")), { present: true }).scores;
  console.log(`${run.name.padEnd(34)} ${scores.documents} documents, items F1 ${percent(scores.anyKind.f1)}`);
  const differs = theirs ? differences(run.name, scores, theirs) : [];
  return { run, counts: countsOf(scores), differs: [...differs, ...furnitureInQuotations(records)] };
}

function percent(value: number | null): string {
  return value === null ? "–" : `${(100 * value).toFixed(1)} %`;
}

/** Figures back to what was counted; the mean boundary counts once for each matched item. */
function countsOf(scores: Scores): Counts {
  const n = scores.anyKind.tp;
  return { ...scores, boundary: { sum: (scores.boundaryIoU ?? 0) * n, n } };
}

/** Every measure in which the shared scorer says something else. */
function differences(name: string, ours: Scores, theirs: SharedScores): string[] {
  return [...TALLIES, ...SHARES].flatMap((measure) => {
    const other = theirs[measure] as Record<string, number | null>;
    const mine = ours[measure] as unknown as Record<string, number | null>;
    const same = Object.keys(other).every((key) => Math.abs((mine[key] ?? -1) - (other[key] ?? -1)) < 1e-9);
    return same
      ? []
      : [`${name}: ${measure}: the shared scorer says ${JSON.stringify(other)}, we ${JSON.stringify(mine)}`];
  });
}

/** The columns of the table: each shared run, `gla` (the scan aside) and `dev` together, and our own documents together. */
function columnsOf(scored: readonly Scored[]): Column[] {
  const pooled = (name: string, chosen: (name: string) => boolean): Column[] => {
    const counts = scored.filter(({ run }) => chosen(run.name)).map((each) => each.counts);
    return counts.length === 0 ? [] : [{ name, scores: figuresOf(addCounts(counts)) }];
  };
  return [
    ...pooled("gla and dev", (name) => name === "dev" || (name.startsWith("gla ") && name !== "gla scan")),
    ...scored
      .filter(({ run }) => runs.includes(run))
      .map(({ run, counts }) => ({ name: run.name, scores: figuresOf(addCounts([counts])) })),
    ...pooled("samples", (name) => name.startsWith("samples/")),
    ...pooled("test/corpus", (name) => name.startsWith("test/corpus/")),
  ];
}

/** Every figure that is below its floor, in words. */
function belowFloors(columns: readonly Column[]): string[] {
  const floors = JSON.parse(readFileSync(join(ROOT, "scripts/floors.json"), "utf8")) as Floors;
  return columns.flatMap(({ name, scores }) =>
    Object.entries(floors[name] ?? {}).flatMap(([measure, floor]) => {
      const figures = scores[measure as keyof Scores] as { f1?: number | null; value?: number | null };
      const figure = figures.f1 ?? figures.value ?? 0;
      return figure < floor ? [`${name}: ${measure} is ${percent(figure)}, below its floor of ${percent(floor)}`] : [];
    }),
  );
}

/** What cross-validation over all annotated documents says: learnt from one store that holds them all. */
function trainOn(annotated: readonly Run[]): Training {
  const all = { name: "everything", gold: "", files: annotated.flatMap(({ files }) => files) };
  ingestRun(all, ROOT, work);
  const gold = [...new Set(annotated.map((run) => run.gold))].flatMap((dir) => ["--gold", dir]);
  const args = ["train", "--json", ...gold, "--store", join(work, all.name, "store.db")];
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, "bin/answerable.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`"answerable train" ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Training;
}

function writePage(columns: readonly Column[], training: Training | null): void {
  const path = join(ROOT, "docs/accuracy.md");
  mkdirSync(join(ROOT, "docs"), { recursive: true });
  const commit = spawnSync("git", ["describe", "--always", "--dirty"], { cwd: ROOT, encoding: "utf8" }).stdout.trim();
  const old = existsSync(path) ? readFileSync(path, "utf8") : "";
  writeFileSync(
    path,
    accuracyPage(old, { columns, training, firstRuns: firstRuns(join(ROOT, "docs/first-runs")) }, commit),
  );
  console.log("docs/accuracy.md written");
}
