import type { Pair } from "./views.ts";

type Step = { item: string; entry: number };

/** What was decided here since the desk was opened, for undoing step by step; the log itself is in the store. */
const steps: Step[] = [];

/** Notes the last entry of a pair that was just decided on. */
export function remember(item: string, { entries }: Pick<Pair, "entries">): void {
  const entry = entries.at(-1);
  if (entry) steps.push({ item, entry: entry.id });
}

/** The step to be undone next. */
export const lastStep = (): Step | undefined => steps.at(-1);

/** The last step was undone. */
export const forget = (): void => void steps.pop();
