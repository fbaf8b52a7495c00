// All benchmarks, one after the other, on the documents that are there.
//   npm run bench
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ownRuns, sharedRuns } from "../scripts/corpora.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const pdfs = [...sharedRuns(join(ROOT, "../shared")), ...ownRuns(ROOT)]
  .flatMap((run) => run.files)
  .filter((path) => path.endsWith(".pdf") && !/scan/.test(path));
const benches: [string, string[]][] = [
  ["pdf.ts", pdfs],
  ["rules.ts", []],
  ["one-file.ts", []],
  ["pairing.ts", []],
  ["link-against-bm25.ts", []],
  ["queue.ts", []],
];
for (const [file, args] of benches) {
  console.log(`\n## ${file}\n`);
  const { status } = spawnSync(process.execPath, [join(ROOT, "bench", file), ...args], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
