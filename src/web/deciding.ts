import { useEffect, useRef, useState } from "react";
import type { Act, ChosenPassage, Verdict } from "../records/decision.ts";
import type { ItemKind } from "../records/item.ts";
import type { Refused } from "./api.ts";
import { type Choice, type Purpose, passagesOf, passagesTaken, useChoosing } from "./choosing.ts";
import { nextPair, passOver } from "./queue.ts";
import { go } from "./route.ts";
import type { Selected } from "./selection.ts";
import { lastStep } from "./steps.ts";
import { addItem, allSent, decisionOn, handIn, handInMeanwhile, takeBack } from "./under-way.ts";
import type { Pair } from "./views.ts";

/** All that can be done with a pair. `said` is what the last step came to. */
export type Deciding = {
  said: string;
  choice: Choice;
  /** Saves and goes on to the next pair. */
  verdict(word: Verdict): Promise<void>;
  save(act: Act, words: string): Promise<void>;
  skip(): Promise<void>;
  undo(): Promise<void>;
  /** Begins to choose sentences. */
  choose(purpose: Purpose): void;
  saveChosen(): Promise<void>;
  /** Saves words that were dragged over. */
  take(how: Taking, selected: Selected): Promise<void>;
};

/** What dragged words are taken as: `more` adds them to the reply there is, `kind` is that of a missed item. */
export type Taking = { purpose: Purpose; more?: boolean; kind?: ItemKind };

type Props = { pair: Pair; replace: (pair: Pair) => void; query: URLSearchParams; replying: string | null };

const SAVED = { ask: "The ask is as you chose it.", reply: "The reply is as you chose it." };

/** The steps of deciding on a pair. */
export function useDeciding({ pair, replace, query, replying }: Props): Deciding {
  const [said, setSaid] = useState("");
  const choice = useChoosing();
  const next = useNext(query, pair.item.id);
  // a key pressed twice before the next pair is there is one verdict
  const judged = useRef(false);
  const attempt = (work: () => Promise<void>) => work().catch((error: Refused) => setSaid(error.message));
  const keep = (act: Act) => handIn(decisionOn(pair, act));
  const finish = async ({ purpose, kind = "ask" }: Taking, passages: readonly ChosenPassage[]) => {
    if (purpose === "missed") return go(`/items/${(await addItem(kind, passages[0]!)).item.id}?${query}`);
    replace(await keep(actOf(purpose, passages)));
    choice.leave();
    setSaid(SAVED[purpose]);
  };
  return {
    said,
    choice,
    verdict: (word) =>
      attempt(async () => {
        if (judged.current) return;
        judged.current = true;
        handInMeanwhile(decisionOn(pair, { do: "verdict", verdict: word }));
        try {
          go(await next());
        } finally {
          judged.current = false;
        }
      }),
    save: (act, words) =>
      attempt(async () => {
        replace(await keep(act));
        setSaid(words);
      }),
    skip: () => attempt(async () => go(await next())),
    undo: () => attempt(async () => setSaid(await oneByOne(() => undoLast(pair, replace, query)))),
    choose(purpose) {
      const document = purpose === "reply" ? replying : pair.document.id;
      if (document) choice.begin(purpose, document);
      else setSaid("There is no reply document to choose from: d looks for one.");
    },
    async saveChosen() {
      const { choosing } = choice;
      if (!choosing || choosing.chosen.length === 0) return setSaid("Choose a sentence first, with Space.");
      await attempt(async () => finish(choosing, await passagesOf(choosing)));
    },
    take: (how, selected) =>
      attempt(async () => {
        const taken = await passagesTaken(selected);
        await finish(how, how.more ? [...standingReplies(pair), ...taken] : taken);
      }),
  };
}

/** Looks for the next pair while this one is read. */
function useNext(query: URLSearchParams, current: string): () => Promise<string> {
  const asked = useRef<Promise<string> | null>(null);
  const words = `${query}`;
  useEffect(() => {
    passOver(current);
    asked.current = nextPair(new URLSearchParams(words), current);
    // told where it is waited for
    asked.current.catch(() => {});
  }, [words, current]);
  return () => asked.current ?? nextPair(query, current);
}

const actOf = (purpose: Purpose, passages: readonly ChosenPassage[]): Act =>
  purpose === "ask" ? { do: "span", passage: passages[0]! } : { do: "replies", replies: [...passages] };

/** What is taken as the reply now: what a person chose, else what the machine found. */
const standingReplies = ({ review, links }: Pair): ChosenPassage[] =>
  review.replies ??
  links
    .flatMap((link) => link.replies)
    .map(({ document, anchor: { start, end, exact } }) => ({ document, start, end, exact }));

let undoing: Promise<unknown> = Promise.resolve();

/** Undoing twice at once takes two steps back, not the same one twice. */
function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  const done = undoing.then(work);
  undoing = done.catch(() => {});
  return done;
}

/** Takes back the last step of this visit, on whichever pair it was, and shows that pair. */
async function undoLast(pair: Pair, replace: (pair: Pair) => void, query: URLSearchParams): Promise<string> {
  await allSent();
  for (let step = lastStep(); step; step = lastStep()) {
    const after = await takeBack(step, pair);
    if (!after) continue;
    if (after.item.id === pair.item.id) replace(after);
    else go(`/items/${after.item.id}?${query}`);
    return "Undone.";
  }
  return "There is nothing of yours to undo since you came.";
}
