import type { FoundInput } from "./input/input.ts";
import { type InputOutcome, type Known, readJobFor, type TakingIn } from "./take-in.ts";

/** Files whose looks are asked about in one step. */
const AT_ONCE = 500;

/**
 * Of the files found those that must be opened. The others look as they did when they were read by the rules of this run, and are told of
 * as unchanged. Nothing is left out where everything is to be read again (`force`).
 */
export async function* toOpen(
  inputs: AsyncIterable<FoundInput>,
  work: TakingIn & { known: Known },
  tell: (outcome: InputOutcome) => void,
): AsyncIterable<FoundInput> {
  let looked: FoundInput[] = [];
  let asked: Promise<FoundInput[]> = Promise.resolve([]);
  const settle = async (some: readonly FoundInput[]) => {
    const outcomes = await Promise.all(some.map((input) => unchanged(input, work)));
    for (const outcome of outcomes) if (outcome) tell(outcome);
    return some.filter((_, at) => !outcomes[at]);
  };
  /** Asks about those looked at, while the next are looked for; gives those asked about before. */
  const next = () => {
    const before = asked;
    asked = settle(looked);
    // a store that cannot be asked is told of where the answer is awaited
    asked.catch(() => {});
    looked = [];
    return before;
  };
  for await (const input of inputs) {
    if (work.force || !("look" in input && input.look)) yield input;
    else if (looked.push(input) === AT_ONCE) yield* await next();
  }
  yield* await next();
  yield* await asked;
}

async function unchanged(input: FoundInput, work: TakingIn & { known: Known }): Promise<InputOutcome | null> {
  const { store, known } = work;
  const { location, uri, name } = input;
  if (!("look" in input && input.look) || known.failing.has(location)) return null;
  const document = await store.documentWithLook(location, input.look);
  if (!document || known.removed.has(document)) return null;
  const state = await store.state(document);
  const same = state?.inputs.some((each) => each.location === location && each.uri === uri && each.name === name);
  if (!state || !same || state.readKey !== readJobFor(state, work).readKey) return null;
  return { uri, document, state: "unchanged" };
}
