import type { Shifts } from "./logistic.ts";
import type { Training } from "./train.ts";

/** Smaller shifts change no decision worth the line. */
const WORTH_A_LINE = 0.05;

/** A pipeline fragment (YAML) with what was learnt, and a comment that says from what. `corpora` are the names of the gold's folders. */
export function weightsFile({ documents, kinds, links, alignment }: Training, corpora: readonly string[]): string {
  const counted = [...kinds, ...(links ? [links] : [])].map(
    ({ name, cases, positives }) => `# - ${name}: ${cases} cases, of which ${positives} are right`,
  );
  return `# Written by \`answerable train\`: what is added to the weights that people gave, in log-odds. Learnt from ${documents} documents
# (${corpora.join(", ")}):
${counted.join("\n")}${alignment ? `\n# - alignment: ${alignment.cases} pairs of a document that asks and one that answers, ${alignment.share} of the way to what they teach` : ""}
# Shifts smaller than ${WORTH_A_LINE} are left out. Change cues and given weights where they stand, then train again.
extract:
  decision:
    learnt:${kinds.map(({ name, shifts }) => `\n      ${name}:${linesOf(shifts, "\n        ")}`).join("")}
link:
  learnt:${linesOf(alignment?.shifts ?? {}, "\n    ")}
  certainty:
    learnt:${linesOf(links?.shifts ?? {}, "\n      ")}
`;
}

function linesOf(shifts: Shifts, before: string): string {
  const lines = Object.entries(shifts)
    .filter(([, shift]) => Math.abs(shift) >= WORTH_A_LINE)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, shift]) => `${before}"${name}": ${shift.toFixed(2)}`);
  return lines.join("") || " {}";
}
