import type { Run } from "./run.ts";

/** How much larger than the text an initial is at the least. */
const LARGER = 1.8;

/** Gives a large initial that hangs over several lines back to the word that it begins: the first one beside it. */
export function joinDropCapitals(runs: readonly Run[]): Run[] {
  const out = [...runs];
  for (const capital of runs) {
    if (!/^\p{Lu}$/u.test(capital.text)) continue;
    const word = out.findIndex((run) => isBegunBy(capital, run));
    if (word < 0) continue;
    out[word] = withCapital(capital, out[word]!);
    out.splice(out.indexOf(capital), 1);
  }
  return out;
}

/** The first line beside an initial: its top is level with the initial's top, and it goes on below. */
function isBegunBy(capital: Run, run: Run): boolean {
  const gap = run.x - capital.x - capital.width;
  return (
    capital.size > LARGER * run.size &&
    gap > -1 &&
    gap < run.size &&
    run.baseline < capital.baseline - 0.5 * run.size &&
    run.baseline > capital.baseline - 0.85 * capital.size &&
    /^\p{L}/u.test(run.text)
  );
}

function withCapital(capital: Run, run: Run): Run {
  const shift = run.x - capital.x;
  const even = (index: number) => (run.width * index) / run.text.length;
  const edges = Array.from(run.text, (_, index) => (run.edges?.[index] ?? even(index)) + shift);
  return { ...run, text: capital.text + run.text, x: capital.x, width: run.width + shift, edges: [0, ...edges] };
}
