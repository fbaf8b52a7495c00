import { randomUUID } from "node:crypto";
import type { AttemptStore } from "../store/attempts.ts";
import { Problem } from "./problem.ts";

/** How many wrong attempts are borne in a quarter of an hour. */
export type Patience = { ofOne: number; ofAddress: number; onName: number };

/** One person who mistypes; one address that tries many names; many addresses that try one name. */
const PATIENCE: Patience = { ofOne: 5, ofAddress: 30, onName: 50 };

const WINDOW = 15 * 60 * 1000;

/** Does what needs a password, unless too many were wrong lately; null where this one was. Throws a `Problem` (429) then. */
export type Attempted = <T>(name: string, address: string, work: () => Promise<T | null>) => Promise<T | null>;

/** Counts wrong attempts in a store, for all processes that serve it. */
export function createAttempted(store: AttemptStore, now: () => Date, patience: Patience = PATIENCE): Attempted {
  const since = () => new Date(now().getTime() - WINDOW).toISOString();
  return async (name, address, work) => {
    const keys = keysOf(name, address, patience);
    const names = keys.map(([key]) => key);
    const id = randomUUID();
    await store.removeBefore(since());
    // counted before the answer is known: of many at once no more get through than one after another
    await store.add(id, names, now().toISOString());
    const seconds = waitFor(await store.others(id, names, since()), keys, now());
    if (seconds > 0) {
      await store.remove(id);
      throw new Problem(429, "Too many wrong attempts.", seconds);
    }
    const done = await work();
    if (done === null) return null;
    // it was right after all: it does not count, and this person's own mistakes are forgotten
    await store.remove(id);
    await store.forget(names[0]!);
    return done;
  };
}

type Key = [key: string, most: number];

const keysOf = (name: string, address: string, patience: Patience): Key[] => [
  [`one ${name.toLowerCase()} ${address}`, patience.ofOne],
  [`address ${address}`, patience.ofAddress],
  [`name ${name.toLowerCase()}`, patience.onName],
];

/** For how many seconds none of these may be tried any more; 0 where they may. */
function waitFor(others: readonly { key: string; at: string }[], keys: readonly Key[], now: Date): number {
  const ends = keys.map(([key, most]) => {
    const times = others.filter((other) => other.key === key).map(({ at }) => Date.parse(at));
    return times.length < most ? now.getTime() : times[times.length - most]! + WINDOW;
  });
  return Math.ceil((Math.max(...ends) - now.getTime()) / 1000);
}
