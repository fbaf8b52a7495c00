import { useSyncExternalStore } from "react";
import type { Act, ChosenPassage, NewDecision } from "../records/decision.ts";
import type { ItemKind } from "../records/item.ts";
import { get, postDecision, type Refused, send } from "./api.ts";
import { forget, remember, type Step } from "./steps.ts";
import type { Pair } from "./views.ts";

/** A decision that was not kept: on which item, and why. */
export type Trouble = { item: string; words: string };

type Sent = { item: string; decision: NewDecision };

/** Where decisions are kept until they are answered: those of a page that was left are sent again, which their keys make harmless. */
const PLACE = "answerable-under-way";

const read = (): Sent[] => JSON.parse(sessionStorage.getItem(PLACE) ?? "[]") as Sent[];
const write = (sent: readonly Sent[]) => sessionStorage.setItem(PLACE, JSON.stringify(sent));

/** The browser breaks off what a page that is left was waiting for: whether it was kept is then not known. */
let leaving = false;
let last: Promise<unknown> = Promise.resolve();
let troubles: readonly Trouble[] = [];
const listeners = new Set<() => void>();

function set(now: readonly Trouble[]): void {
  troubles = now;
  for (const listener of listeners) listener();
}

/** A decision about a pair as it is shown, under a key of its own. */
export function decisionOn(pair: Pair, act: Act): Sent {
  const seen = pair.entries.at(-1)?.id ?? 0;
  return { item: pair.item.id, decision: { key: crypto.randomUUID(), version: pair.version, seen, act } };
}

/** Hands a decision in after those before it, and gives the pair as it then stands. It is a step to be undone. Throws `Refused`. */
export function handIn({ item, decision }: Sent): Promise<Pair> {
  write([...read(), { item, decision }]);
  if (decision.act.do !== "undo") remember({ item, key: decision.key });
  return inTurn({ item, decision });
}

/** Adds an item that the machine missed, and gives its pair. It is a step to be undone. Throws `Refused`. */
export async function addItem(kind: ItemKind, passage: ChosenPassage): Promise<Pair> {
  const key = crypto.randomUUID();
  const added = await send<Pair>("POST", "/additions", { key, kind, passage });
  remember({ item: added.item.id, key });
  return added;
}

/** Hands a decision in while the reader goes on; what is refused is told on whatever page they are. */
export const handInMeanwhile = (sent: Sent): void => tellOfTrouble(sent.item, handIn(sent));

/** Sends what the page before this one had not yet an answer to, and sees to it that leaving this one loses nothing. */
export function keepUnderWay(): void {
  for (const sent of read()) tellOfTrouble(sent.item, inTurn(sent));
  addEventListener("pageshow", () => {
    leaving = false;
  });
  addEventListener("pagehide", () => {
    leaving = true;
    // what still waits for its turn would not be sent at all where the window is closed
    for (const { item, decision } of read()) postDecision(item, decision).catch(() => {});
  });
}

/** Takes a step back on the pair that is shown, or on another; null where the step had never been kept. Throws `Refused`. */
export async function takeBack({ item, key }: Step, shown?: Pair): Promise<Pair | null> {
  const isIn = (pair: Pair) => pair.item.id === item && pair.entries.some((entry) => entry.key === key);
  const pair = shown && isIn(shown) ? shown : await get<Pair>(`/items/${item}`);
  const entry = pair.entries.find((each) => each.key === key);
  const after = entry ? await handIn(decisionOn(pair, { do: "undo", entry: entry.id })) : null;
  forget(key);
  return after;
}

/** Resolves when everything that was sent is kept or refused. */
export const allSent = (): Promise<unknown> => last;

/** The reader has read of it. */
export const dismiss = (trouble: Trouble): void => set(troubles.filter((each) => each !== trouble));

/** What was not kept since the desk was opened. */
export function useTroubles(): readonly Trouble[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => troubles,
  );
}

/** One after the other, so that the log has them in the order in which they were made. */
function inTurn(sent: Sent): Promise<Pair> {
  const answer = last.then(() => post(sent));
  last = answer.catch(() => {});
  return answer;
}

async function post({ item, decision }: Sent): Promise<Pair> {
  try {
    return await postDecision(item, decision);
  } finally {
    if (!leaving) write(read().filter((each) => each.decision.key !== decision.key));
  }
}

const tellOfTrouble = (item: string, work: Promise<unknown>): void =>
  void work.catch((error: Refused) => set([...troubles, { item, words: error.message }]));
