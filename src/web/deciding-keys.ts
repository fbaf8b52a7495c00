import type { Outcome } from "../records/link.ts";
import type { Deciding } from "./deciding.ts";
import { useKeys } from "./parts/use-keys.ts";
import { OUTCOME_KEYS } from "./words.ts";

const focus = (id: string) => () => document.querySelector<HTMLElement>(`#${id}`)?.focus();

/** The keys of deciding. `elsewhere` opens the search for another reply document. */
export function useDecidingKeys(deciding: Deciding, elsewhere: () => void): void {
  const { verdict, save, skip, undo, choose, saveChosen, choice } = deciding;
  const outcomes = OUTCOME_KEYS.map((outcome, at): [string, () => void] => [
    `${at + 1}`,
    () => void save({ do: "outcome", outcome: outcome as Outcome }, "The outcome is as you say."),
  ]);
  const keys = {
    a: () => void verdict("accepted"),
    r: () => void verdict("rejected"),
    s: () => void verdict("unsure"),
    n: () => void skip(),
    u: () => void undo(),
    c: focus("comment"),
    k: focus("kind"),
    t: focus("due"),
    b: focus("asked-of"),
    d: elsewhere,
    e: () => choose("reply"),
    w: () => choose("ask"),
    m: () => choose("missed"),
    x: () => void save({ do: "replies", replies: [] }, "Nothing answers it, you say."),
  };
  useKeys({ ...keys, ...Object.fromEntries(outcomes) }, choice.choosing === null);
  const moving = (edge: "start" | "end", step: 1 | -1) => () => void choice.move(edge, step);
  const whileChoosing = [
    ["Enter", () => void saveChosen()],
    ["Escape", choice.leave],
    ["ArrowRight", moving("end", 1)],
    ["ArrowLeft", moving("end", -1)],
    ["Shift+ArrowRight", moving("start", 1)],
    ["Shift+ArrowLeft", moving("start", -1)],
  ] as const;
  useKeys(Object.fromEntries(whileChoosing), choice.choosing !== null);
}
