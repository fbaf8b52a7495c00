/** Leaves a place; said again, it does nothing. */
export type Leave = () => void;

/** Places for so many at a time; who comes later waits for one. */
export type Places = {
  /** A place, in the order in which they are asked for; null where there was none before the signal. */
  take(before: AbortSignal): Promise<Leave | null>;
};

/** So many free places. */
export function createPlaces(count: number): Places {
  let free = count;
  const waiting = new Set<() => void>();
  const pass = () => {
    const [next] = waiting;
    if (next) next();
    else free++;
  };
  const come = (before: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      const end = (came: boolean) => {
        waiting.delete(next);
        before.removeEventListener("abort", giveUp);
        resolve(came);
      };
      const next = () => end(true);
      const giveUp = () => end(false);
      waiting.add(next);
      before.addEventListener("abort", giveUp);
    });
  return {
    async take(before) {
      if (free > 0) free--;
      else if (before.aborted || !(await come(before))) return null;
      return once(pass);
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
