/** How many wrong attempts are borne in a quarter of an hour. */
export type Patience = { ofOne: number; ofAddress: number; onName: number };

/** One person who mistypes; one address that tries many names; many addresses that try one name. */
const PATIENCE: Patience = { ofOne: 5, ofAddress: 30, onName: 50 };

const WINDOW = 15 * 60 * 1000;
/** Past this many the oldest are forgotten, so that a flood of names does not fill the memory. */
const MOST_KEPT = 50_000;

/** Counts wrong attempts at passwords. */
export type Attempts = {
  /** For how many seconds an address must not try this name any more; 0 where it may. */
  wait(name: string, address: string): number;
  wrong(name: string, address: string): void;
  /** It was right after all: it does not count, and this person's own mistakes are forgotten. */
  right(name: string, address: string): void;
};

/** Attempts in memory; `now` in milliseconds. */
export function createAttempts(now: () => number = Date.now, patience: Patience = PATIENCE): Attempts {
  const wrongs = new Map<string, number[]>();
  const recent = (key: string) => (wrongs.get(key) ?? []).filter((at) => at > now() - WINDOW);
  const keysOf = (name: string, address: string): [key: string, most: number][] => [
    [`one ${name.toLowerCase()} ${address}`, patience.ofOne],
    [`address ${address}`, patience.ofAddress],
    [`name ${name.toLowerCase()}`, patience.onName],
  ];
  return {
    wait(name, address) {
      const ends = keysOf(name, address).map(([key, most]) => {
        const times = recent(key);
        return times.length < most ? now() : times[times.length - most]! + WINDOW;
      });
      return Math.ceil((Math.max(...ends) - now()) / 1000);
    },
    wrong(name, address) {
      for (const [key] of keysOf(name, address)) {
        const times = [...recent(key), now()];
        wrongs.delete(key);
        wrongs.set(key, times);
      }
      while (wrongs.size > MOST_KEPT) wrongs.delete(wrongs.keys().next().value!);
    },
    right(name, address) {
      const [own, ...others] = keysOf(name, address).map(([key]) => key);
      wrongs.delete(own!);
      for (const key of others) wrongs.set(key, recent(key).slice(0, -1));
    },
  };
}
