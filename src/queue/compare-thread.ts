import { parentPort } from "node:worker_threads";
import { type ComparedBy, comparisonHere } from "../pipeline/compare-cards.ts";

const comparison = comparisonHere();

/** Cards, some at a time, and when there are no more by what to compare them. */
parentPort!.on("message", async (message: string[] | ComparedBy) => {
  if (!Array.isArray(message)) return parentPort!.postMessage(await comparison.compare(message));
  for (const card of message) comparison.add(card);
});
