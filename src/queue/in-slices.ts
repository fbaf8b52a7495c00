import { setImmediate as turn } from "node:timers/promises";
import type { Doing } from "../pipeline/compare-cards.ts";

/** How long others wait for their turn, in milliseconds. */
const SLICE = 20;

/** Does long work in slices between which everything else has its turn: answers of servers, locks of jobs in hand, tasks for threads. */
export const inSlices: Doing = async (steps) => {
  for (let until = performance.now() + SLICE; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + SLICE;
  }
};
