// What a change to the rules gained and lost: every item, link, deadline and reference, on all corpora that are there.
//   npm run gains [-- --base REF] [--shared DIR]
// REF is by default the last commit where there are changes that are not committed, else the one before it. It runs in a worktree
// of its own with this tree's packages; both programs read the documents of this tree.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Change, gains } from "../src/evaluate/gains.ts";
import { ingestRun, ownRuns, sharedRuns } from "./corpora.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const { values } = parseArgs({
  options: { base: { type: "string" }, shared: { type: "string", default: join(ROOT, "../shared") } },
});

const base = values.base ?? (git("status", "--porcelain", "src", "pipelines") ? "HEAD" : "HEAD~1");
const work = mkdtempSync(join(tmpdir(), "answerable-gains-"));
const tree = join(work, "base");
try {
  git("worktree", "add", "--detach", tree, base);
  symlinkSync(join(ROOT, "node_modules"), join(tree, "node_modules"), "dir");
  report(git("rev-parse", "--short", base));
} finally {
  git("worktree", "remove", "--force", tree);
  rmSync(work, { recursive: true, force: true });
}

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr.trim()}`);
  return stdout.trim();
}

function report(commit: string): void {
  const totals = { gained: 0, lost: 0 };
  for (const run of [...sharedRuns(resolve(values.shared)), ...ownRuns(ROOT)]) {
    const [before, after] = ["before", "after"].map((side) => {
      const folder = join(work, side);
      mkdirSync(folder, { recursive: true });
      return ingestRun(run, side === "before" ? tree : ROOT, folder);
    });
    const changes = gains(before!, after!);
    for (const change of changes) totals[change.change]++;
    if (changes.length > 0) console.log(`\n## ${run.name}\n\n${changes.map(lineOf).join("\n")}`);
  }
  console.log(`\nAgainst ${commit}: ${totals.gained} gained, ${totals.lost} lost.`);
}

function lineOf({ change, what, document, words }: Change): string {
  return `${change === "gained" ? "+" : "-"} ${what} · ${document} · ${words}`;
}
