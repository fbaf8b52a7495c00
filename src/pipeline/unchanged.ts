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
  const settle = async () => {
    const outcomes = await Promise.all(looked.map((input) => unchanged(input, work)));
    for (const outcome of outcomes) if (outcome) tell(outcome);
    const rest = looked.filter((_, at) => !outcomes[at]);
    looked = [];
    return rest;
  };
  for await (const input of inputs) {
    if (work.force || !("look" in input && input.look)) yield input;
    else if (looked.push(input) === AT_ONCE) yield* await settle();
  }
  yield* await settle();
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
