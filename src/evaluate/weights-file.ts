import type { LearntWeights } from "../pipeline/weighing.ts";
import type { Training } from "./train.ts";

/** Smaller shifts change no decision worth the line. */
const WORTH_A_LINE = 0.05;

/** A pipeline fragment (YAML) with what was learnt, and a comment that says from what. `corpora` are the folders of the gold. */
export function weightsFile({ documents, kinds, learnt }: Training, corpora: readonly string[]): string {
  const cases = kinds.map(({ kind, cases, positives }) => `${cases} candidates of the kind ${kind} (${positives} are)`);
  return `# Written by \`answerable train\`: what is added to the weights that people gave to cues and features, in log-odds.
# Learnt from ${documents} documents under ${corpora.join(", ")}: ${cases.join(", ")}.
# Smaller shifts than ${WORTH_A_LINE} are left out. Change cues and given weights where they stand, then train again.
extract:
  decision:
    learnt:${linesOf(learnt)}
`;
}

function linesOf(learnt: LearntWeights): string {
  const kinds = Object.entries(learnt).map(([kind, shifts]) => {
    const lines = Object.entries(shifts)
      .filter(([, shift]) => Math.abs(shift) >= WORTH_A_LINE)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, shift]) => `\n        "${name}": ${shift.toFixed(2)}`);
    return `\n      ${kind}:${lines.join("") || " {}"}`;
  });
  return kinds.join("") || " {}";
}
