// Writes docs/reliability.md from what `npm run torture` noted in reliability.jsonl of the code that ran last.
//   node scripts/reliability-page.ts [reliability.jsonl]
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";

type Noted = { name: string; moment: number; seconds: number; code: string };

const all = readFileSync(process.argv[2] ?? "reliability.jsonl", "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Noted);
const noted = all.filter(({ code }) => code === all.at(-1)!.code);

const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rows = [...Map.groupBy(noted, ({ name }) => name)].map(([name, runs]) => {
  const seconds = runs.map((run) => run.seconds);
  const moments = runs.map((run) => run.moment);
  return `| ${name} | ${runs.length} | ${Math.min(...moments)}–${Math.max(...moments)} | ${middle(seconds)} | ${Math.max(...seconds)} |`;
});

writeFileSync(
  "docs/reliability.md",
  `# What was broken on purpose, and what came out

\`npm run torture\` runs a batch of letters, replies and a broken PDF over two workers, and brings about one failure in the middle of it, at a moment
that is drawn from a seeded generator: when so many of its documents are read and linked (small ones travel several to a job, so progress comes in steps). A run counts only where the batch ended, the exported records (failures too) are byte for byte
those of an undisturbed run in one process without Redis or PostgreSQL, and no job was left in Redis. The test fails at the first run where one of these does not
hold; CI brings about each failure once (\`test/queue/reliability.servers.ts\`). Each run that held is noted in \`reliability.jsonl\` with a hash of the code, so that the command
goes on where it was stopped.

| failure | runs, all with the same bytes | at document | median s | longest s |
| --- | --: | --- | --: | --: |
${rows.join("\n")}

(${noted.length} runs of one code, on ${cpus().length} virtual cores. Locks of two seconds; 30 in operation. PostgreSQL killed in the middle of a write is PostgreSQL's own matter: it is restarted here as an
administrator does. Redis runs with its append-only file flushed at every write; with \`everysec\` it may forget a second's jobs, which the same \`ingest\` adds again.)

Not in the table, and tested once each (\`test/queue/batch.servers.ts\`): a document that kills its worker twice is set aside as \`crashed-worker\`, and none that was in its
company; SIGTERM gives back what is in hand, and a second one ends at once, losing nothing (\`test/queue/operation.servers.ts\`); limits end a document in its thread with the code of the embedded runner. While PostgreSQL is away a job is tried
nine times, each pause twice the last (half a second to a bit over a minute), and its documents once more when PostgreSQL is back; a disk that is full under PostgreSQL for a while (no file may grow beyond 16 MB) costs attempts and no document
(\`test/queue/outage.servers.ts\`). The embedded runner is killed at a hundred moments by \`test/end-to-end/kill.slow.ts\`.
`,
);
