import { useEffect, useRef, useState } from "react";
import type { Act, ChosenPassage, Verdict } from "../records/decision.ts";
import type { ItemKind } from "../records/item.ts";
import { addItem, decide, get, type Refused } from "./api.ts";
import { type Choice, type Purpose, passagesOf, passagesTaken, useChoosing } from "./choosing.ts";
import { nextPair, passOver } from "./queue.ts";
import { go } from "./route.ts";
import type { Selected } from "./selection.ts";
import { forget, lastStep, remember } from "./steps.ts";
import { allSent, send } from "./under-way.ts";
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
  const attempt = (work: () => Promise<void>) => work().catch((error: Refused) => setSaid(error.message));
  const keep = async (act: Act) => {
    const after = await decide(pair, act);
    remember(pair.item.id, after);
    return after;
  };
  const finish = async ({ purpose, kind = "ask" }: Taking, passages: readonly ChosenPassage[]) => {
    if (purpose === "missed") return leaveFor(await addItem(kind, passages[0]!), query);
    replace(await keep(actOf(purpose, passages)));
    choice.leave();
    setSaid(SAVED[purpose]);
  };
  return {
    said,
    choice,
    verdict: (word) =>
      attempt(async () => {
        const to = await next();
        send(pair.item.id, () => keep({ do: "verdict", verdict: word }));
        go(to);
      }),
    save: (act, words) =>
      attempt(async () => {
        replace(await keep(act));
        setSaid(words);
      }),
    skip: () => attempt(async () => go(await next())),
    undo: () => attempt(async () => setSaid(await undoLast(pair, replace, query))),
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

function leaveFor(added: Pair, query: URLSearchParams): void {
  remember(added.item.id, added);
  go(`/items/${added.item.id}?${query}`);
}

/** Takes back the last step of this visit, on whichever pair it was, and shows that pair. */
async function undoLast(pair: Pair, replace: (pair: Pair) => void, query: URLSearchParams): Promise<string> {
  await allSent();
  const step = lastStep();
  if (!step) return "There is nothing of yours to undo since you came.";
  const here = step.item === pair.item.id;
  const after = await decide(here ? pair : await get<Pair>(`/items/${step.item}`), { do: "undo", entry: step.entry });
  forget();
  if (here) replace(after);
  else go(`/items/${step.item}?${query}`);
  return "Undone.";
}
