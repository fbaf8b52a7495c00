/** Work that takes long: it may be left for a while at each step, and ends in a value. */
export type Steps<T> = Generator<undefined, T>;

/** Does it all at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
