import { useSyncExternalStore } from "react";
import type { Refused } from "./api.ts";

/** A decision that was not kept: on which item, and why. */
export type Trouble = { item: string; words: string };

let last: Promise<unknown> = Promise.resolve();
let troubles: readonly Trouble[] = [];
const listeners = new Set<() => void>();

function set(now: readonly Trouble[]): void {
  troubles = now;
  for (const listener of listeners) listener();
}

/** Sends a decision while the reader goes on to the next pair, one after the other; what is refused is told on whatever page they are. */
export function send(item: string, work: () => Promise<unknown>): void {
  last = last.then(work).catch((error: Refused) => set([...troubles, { item, words: error.message }]));
}

/** Resolves when everything that was sent is kept or refused. */
export const allSent = (): Promise<unknown> => last;

/** The reader has read of it. */
export const dismiss = (trouble: Trouble): void => set(troubles.filter((each) => each !== trouble));

/** What was not kept since the desk was opened. */
export function useTroubles(): readonly Trouble[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => troubles,
  );
}
