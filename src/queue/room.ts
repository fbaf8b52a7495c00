/** A room in which many work together, or one works alone. Whoever asks to be alone waits for those inside, and those who come later wait for it. */
export type Room = {
  together<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
};

/** An empty room. */
export function createRoom(): Room {
  const inside = new Set<Promise<unknown>>();
  let lastAlone: Promise<unknown> = Promise.resolve();
  return {
    async together(work) {
      for (let seen: Promise<unknown> | null = null; seen !== lastAlone; await seen) seen = lastAlone;
      const job = work();
      inside.add(job);
      try {
        return await job;
      } finally {
        inside.delete(job);
      }
    },
    alone(work) {
      const turn = lastAlone.then(() => Promise.allSettled(inside)).then(work);
      lastAlone = Promise.allSettled([turn]);
      return turn;
    },
  };
}
