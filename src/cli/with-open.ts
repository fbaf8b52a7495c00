/** Something that is closed when nobody needs it any more. */
export type Closable = { close(): Promise<unknown> };

/**
 * Does work that opens one thing after another, and closes all that it was told to `keep`, the last first, however the work ends: what is left open keeps a process
 * from ending though it has said why it cannot go on.
 */
export async function withOpen<T>(work: (keep: <O extends Closable>(one: O) => O) => Promise<T>): Promise<T> {
  const open: Closable[] = [];
  try {
    return await work((one) => {
      open.push(one);
      return one;
    });
  } finally {
    for (const one of open.reverse()) await one.close();
  }
}
