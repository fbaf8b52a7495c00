import { useState } from "react";
import type { Span } from "../records/anchor.ts";
import type { Act, Verdict } from "../records/decision.ts";
import type { Outcome } from "../records/link.ts";
import { decide, get, type Refused } from "./api.ts";
import { useKeys } from "./parts/use-keys.ts";
import { readPassages } from "./passages.ts";
import { nextPair } from "./queue.ts";
import { go } from "./route.ts";
import { forget, lastStep, remember } from "./steps.ts";
import type { Pair } from "./views.ts";
import { OUTCOME_KEYS } from "./words.ts";

/** Sentences being chosen: of which side, in which document. */
export type Choosing = { side: "ask" | "reply"; document: string; chosen: readonly Span[] };

/** All that can be done with a pair. `said` is what the last step came to. */
export type Deciding = {
  said: string;
  choosing: Choosing | null;
  verdict(word: Verdict): Promise<void>;
  save(act: Act, words: string): Promise<void>;
  skip(): Promise<void>;
  undo(): Promise<void>;
  choose(side: Choosing["side"]): void;
  toggle(sentence: Span): void;
  saveChosen(): Promise<void>;
  leave(): void;
};

type Props = { pair: Pair; replace: (pair: Pair) => void; query: URLSearchParams; replying: string | null };

/** The steps of deciding on a pair, with their keys. */
export function useDeciding({ pair, replace, query, replying }: Props): Deciding {
  const [said, setSaid] = useState("");
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      setSaid((error as Refused).message);
    }
  };
  const keep = async (act: Act) => {
    const after = await decide(pair, act);
    remember(pair.item.id, after);
    return after;
  };
  const deciding: Deciding = {
    said,
    choosing,
    verdict: (word) =>
      attempt(async () => {
        await keep({ do: "verdict", verdict: word });
        go(await nextPair(query, pair.item.id));
      }),
    save: (act, words) =>
      attempt(async () => {
        replace(await keep(act));
        setSaid(words);
      }),
    skip: () => attempt(async () => go(await nextPair(query, pair.item.id))),
    undo: () => attempt(async () => setSaid(await undoLast(pair, replace, query))),
    choose(side) {
      const document = side === "ask" ? pair.document.id : replying;
      if (document) setChoosing({ side, document, chosen: [] });
      else setSaid("There is no reply document to choose from.");
    },
    toggle: (sentence) => setChoosing((now) => now && { ...now, chosen: toggled(now.chosen, sentence) }),
    saveChosen: () =>
      attempt(async () => {
        if (!choosing || choosing.chosen.length === 0) return setSaid("Choose a sentence first, with Space.");
        replace(await keep(await actOf(choosing)));
        setChoosing(null);
        setSaid(`The ${choosing.side} is as you chose it.`);
      }),
    leave: () => setChoosing(null),
  };
  useKeysOf(deciding);
  return deciding;
}

function useKeysOf({ verdict, save, skip, undo, choose, saveChosen, leave, choosing }: Deciding): void {
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
    c: () => document.querySelector<HTMLElement>("#comment")?.focus(),
    e: () => choose("reply"),
    w: () => choose("ask"),
    x: () => void save({ do: "replies", replies: [] }, "Nothing answers it, you say."),
  };
  useKeys({ ...keys, ...Object.fromEntries(outcomes) }, choosing === null);
  const onEnter = () => void saveChosen();
  useKeys({ Enter: onEnter, Escape: leave }, choosing !== null);
}

/** Takes back the last step of this visit, on whichever pair it was, and shows that pair. */
async function undoLast(pair: Pair, replace: (pair: Pair) => void, query: URLSearchParams): Promise<string> {
  const step = lastStep();
  if (!step) return "There is nothing of yours to undo since you came.";
  const here = step.item === pair.item.id;
  const after = await decide(here ? pair : await get<Pair>(`/items/${step.item}`), { do: "undo", entry: step.entry });
  forget();
  if (here) replace(after);
  else go(`/items/${step.item}?${query}`);
  return "Undone.";
}

async function actOf({ side, document, chosen }: Choosing): Promise<Act> {
  const passages = await readPassages(document, chosen, side === "ask");
  return side === "reply" ? { do: "replies", replies: passages } : { do: "span", passage: passages[0]! };
}

const toggled = (chosen: readonly Span[], { start, end }: Span): Span[] =>
  chosen.some((each) => each.start === start)
    ? chosen.filter((each) => each.start !== start)
    : [...chosen, { start, end }].sort((a, b) => a.start - b.start);
