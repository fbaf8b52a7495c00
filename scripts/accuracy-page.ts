import { type Scores, SHARES, TALLIES } from "../src/evaluate/counts.ts";
import type { Training } from "../src/train/train.ts";
import { calibrationSection, heldOutSection } from "./accuracy-sections.ts";

/** A column of the table of accuracy: some documents together. */
export type Column = { name: string; scores: Scores };

/** What the page tells: scores of today, those of batches at their first run, and what cross-validation says. */
export type Figures = { columns: readonly Column[]; firstRuns: readonly Column[]; training: Training | null };

const INTRODUCTION = `# Accuracy

What counts as right is what \`README.md\` says of items, deadlines, references and links. Tables between the marks are written by
\`npm run score\`; what stands outside them is written by hand and stays.
`;

const FIRST_RUNS = `Batches of documents written and annotated from the guide by writers who had not seen the rules, committed before the program was
run on them. These are the scores of that first run (\`docs/first-runs/\`); they stay as they are, whatever is learnt from the documents afterwards.`;

const NAMES: Record<string, string> = {
  recommendation: "recommendations F1",
  ask: "asks F1",
  undertaking: "undertakings F1",
  anyKind: "items of any kind F1",
  deadline: "deadlines F1",
  reference: "references F1",
  mq: "question numbers F1",
  parts: "kinds of parts F1",
  replyTokens: "words of replies F1",
  label: "labels of recommendations",
  form: "forms of asks",
  restated: "restated or not",
  partDate: "dates of parts",
  partFrom: "who wrote a part",
  partTo: "to whom",
  replyHit: "replies found",
  unanswered: "unanswered found",
  outcome: "outcomes",
  grounding: "grounding",
};

/**
 * The page with its tables replaced by those of some scores; begun where there was none. `commit` dates them. Without a
 * training the sections of the last one stay.
 */
export function accuracyPage(old: string, { columns, firstRuns, training }: Figures, commit: string): string {
  const scores = [
    `\`npm run score\`, at commit \`${commit}\`. Of cases that do not occur there is no figure.`,
    tableOf(columns),
    "## First runs",
    FIRST_RUNS,
    tableOf(firstRuns),
  ];
  const page = withSection(old || INTRODUCTION, "scores", scores);
  if (training === null) return page;
  return withSection(page, "held-out", [...heldOutSection(training), ...calibrationSection(training)]);
}

/** A page with what stands between the marks of a section replaced, or put at its end. */
function withSection(page: string, name: string, paragraphs: readonly string[]): string {
  const [open, close] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const section = [open, ...paragraphs, close].join("\n\n");
  const [begin, end] = [page.indexOf(open), page.indexOf(close)];
  if (begin < 0 || end < begin) return `${page}\n${section}\n`;
  return page.slice(0, begin) + section + page.slice(end + close.length);
}

function tableOf(columns: readonly Column[]): string {
  const rows = [
    ["", ...columns.map(({ name }) => name)],
    ["---", ...columns.map(() => "--:")],
    ["documents", ...columns.map(({ scores }) => String(scores.documents))],
    ...TALLIES.map((name) => [NAMES[name]!, ...columns.map(({ scores }) => percent(scores[name].f1))]),
    ["boundaries, overlap of words", ...columns.map(({ scores }) => percent(scores.boundaryIoU))],
    ...SHARES.map((name) => [NAMES[name]!, ...columns.map(({ scores }) => percent(scores[name].value))]),
  ];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

const percent = (value: number | null): string => (value === null ? "" : (100 * value).toFixed(1));
