/** A decision of this visit: on which item, and the key under which it was handed in. */
export type Step = { item: string; key: string };

/** Where the steps of this visit are kept, so that loading the page again loses none of them. */
const PLACE = "answerable-steps";

const read = (): Step[] => JSON.parse(sessionStorage.getItem(PLACE) ?? "[]") as Step[];
const write = (steps: readonly Step[]) => sessionStorage.setItem(PLACE, JSON.stringify(steps));

/** Notes a decision, whether it will be kept or refused, for undoing step by step; the log itself is in the store. */
export const remember = (step: Step): void => write([...read(), step]);

/** The step to be undone next. */
export const lastStep = (): Step | undefined => read().at(-1);

/** The step was undone, or had never been kept. */
export const forget = (key: string): void => write(read().filter((step) => step.key !== key));
