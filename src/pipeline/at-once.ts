/**
 * Works on the values of a source, at most `width` at a time, taking the next only when there is room. The first rejection
 * stops taking and is thrown when those under way have ended; `signal` stops taking too, without throwing.
 */
export async function atOnce<T>(
  width: number,
  values: AsyncIterable<T> | Iterable<T>,
  work: (value: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const errors: unknown[] = [];
  let wake = () => {};
  for await (const value of values) {
    if (signal?.aborted || errors.length > 0) break;
    const job: Promise<void> = work(value)
      .catch((error) => void errors.push(error))
      .finally(() => {
        underWay.delete(job);
        wake();
      });
    underWay.add(job);
    if (underWay.size >= width)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  await Promise.all(underWay);
  if (errors.length > 0) throw errors[0];
}
