import type { Pair } from "./views.ts";

type Step = { item: string; entry: number };

/** Where the steps of this visit are kept, so that loading the page again loses none of them. */
const PLACE = "answerable-steps";

const read = (): Step[] => JSON.parse(sessionStorage.getItem(PLACE) ?? "[]") as Step[];
const write = (steps: readonly Step[]) => sessionStorage.setItem(PLACE, JSON.stringify(steps));

/** Notes the last entry of a pair that was just decided on, for undoing step by step; the log itself is in the store. */
export function remember(item: string, { entries }: Pick<Pair, "entries">): void {
  const entry = entries.at(-1);
  if (entry) write([...read(), { item, entry: entry.id }]);
}

/** The step to be undone next. */
export const lastStep = (): Step | undefined => read().at(-1);

/** The last step was undone. */
export const forget = (): void => write(read().slice(0, -1));
