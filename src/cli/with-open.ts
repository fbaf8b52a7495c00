/** Something that is closed when nobody needs it any more. */
export type Closable = { close(): Promise<unknown> };

/**
 * Does work that opens one thing after another, and closes all that it was told to `keep`, the last first, however the work ends and whatever cannot be closed: what is
 * left open keeps a process from ending though it has said why it cannot go on. Rejects with what went wrong last.
 */
export async function withOpen<T>(work: (keep: <O extends Closable>(one: O) => O) => Promise<T>): Promise<T> {
  const open: Closable[] = [];
  try {
    return await work((one) => {
      open.push(one);
      return one;
    });
  } finally {
    await closeAll(open.reverse());
  }
}

async function closeAll([one, ...others]: readonly Closable[]): Promise<void> {
  try {
    await one?.close();
  } finally {
    if (others.length > 0) await closeAll(others);
  }
}
