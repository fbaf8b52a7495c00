import { isPassing } from "./retried.ts";

/** How many values are asked for at a time, what their weights may come to, and for how many milliseconds more are waited for. */
export type Load<V> = { most?: number; weight?: (value: V) => number; heaviest?: number; linger?: number };

const MOST = 500;
/** Bytes that travel to a database in one statement: enough that its cost is that of the bytes, little enough to be held many times. */
const HEAVIEST = 4_000_000;

/**
 * Turns a question about many values into one about a single value: what is asked in one turn of the event loop is asked together, so that
 * whoever works on many documents at a time need not know of it. Answers come in the order of the values. Where a question about
 * many is refused, each is asked alone, so that a fault stays its own; an error that may pass is every asker's.
 */
export function askedTogether<V, R>(
  ask: (values: readonly V[]) => Promise<readonly R[]>,
  { most = MOST, weight = () => 0, heaviest = HEAVIEST, linger }: Load<V> = {},
): (value: V) => Promise<R> {
  let waiting: Asker<V, R>[] = [];
  let load = 0;
  const wait = linger === undefined ? setImmediate : (then: () => void) => setTimeout(then, linger);
  const send = () => {
    const askers = waiting;
    waiting = [];
    load = 0;
    if (askers.length > 0) void answer(ask, askers);
  };
  return (value) =>
    new Promise<R>((resolve, reject) => {
      if (waiting.length === 0) wait(send);
      waiting.push({ value, resolve, reject });
      load += weight(value);
      if (waiting.length >= most || load >= heaviest) send();
    });
}

/** The same for what is done and gives no answer. */
export function doneTogether<V>(work: (values: readonly V[]) => Promise<void>, load: Load<V> = {}) {
  const done: (value: V) => Promise<void> = askedTogether(async (values) => {
    await work(values);
    return values.map(() => undefined);
  }, load);
  return done;
}

type Asker<V, R> = { value: V; resolve: (answer: R) => void; reject: (error: unknown) => void };

async function answer<V, R>(
  ask: (values: readonly V[]) => Promise<readonly R[]>,
  askers: readonly Asker<V, R>[],
): Promise<void> {
  try {
    const answers = await ask(askers.map(({ value }) => value));
    for (const [at, { resolve }] of askers.entries()) resolve(answers[at]!);
  } catch (error) {
    if (askers.length === 1 || isPassing(error)) for (const { reject } of askers) reject(error);
    else for (const asker of askers) await answer(ask, [asker]);
  }
}
