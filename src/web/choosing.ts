import { useRef, useState } from "react";
import type { Span } from "../records/anchor.ts";
import type { ChosenPassage } from "../records/decision.ts";
import type { ItemKind } from "../records/item.ts";
import { Refused } from "./api.ts";
import { moved, readPassages, textAround, wholeWords } from "./passages.ts";
import type { Selected } from "./selection.ts";

/** What words are chosen for: as what is asked, as what replies, or as an item that the machine missed. */
export type Purpose = "ask" | "reply" | "missed";

/** Words being chosen, in one document, in order. */
export type Choosing = { purpose: Purpose; document: string; chosen: readonly Span[]; kind: ItemKind };

/** Steps of choosing words, sentence by sentence and word by word. */
export type Choice = {
  choosing: Choosing | null;
  begin(purpose: Purpose, document: string, chosen?: readonly Span[]): void;
  toggle(sentence: Span): void;
  /** Moves the beginning of the first stretch, or the end of the last, by a word. */
  move(edge: keyof Span, step: 1 | -1): Promise<void>;
  kind(kind: ItemKind): void;
  leave(): void;
};

/** More text than any word is long, in UTF-16 code units. */
const A_WORD = 200;

/** The state of choosing words. */
export function useChoosing(): Choice {
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const latest = useRef(choosing);
  latest.current = choosing;
  const moves = useRef(Promise.resolve());
  const set = (now: Choosing | null) => {
    latest.current = now;
    setChoosing(now);
  };
  const change = (part: Partial<Choosing>) => latest.current && set({ ...latest.current, ...part });
  return {
    choosing,
    begin: (purpose, document, chosen = []) => set({ purpose, document, chosen, kind: "ask" }),
    toggle: (sentence) => change({ chosen: toggled(latest.current?.chosen ?? [], sentence) }),
    move(edge, step) {
      // one after the other: each begins where the one before it ended
      moves.current = moves.current.then(async () => {
        const after = latest.current && (await afterMove(latest.current, edge, step));
        if (after) change({ chosen: after });
      });
      return moves.current;
    },
    kind: (kind) => void change({ kind }),
    leave: () => set(null),
  };
}

async function afterMove({ document, chosen }: Choosing, edge: keyof Span, step: 1 | -1): Promise<readonly Span[]> {
  const at = edge === "end" ? chosen.length - 1 : 0;
  const span = chosen[at];
  if (!span) return chosen;
  return chosen.with(at, moved(await textAround(document, span, A_WORD), span, edge, step));
}

/** The passages that are chosen: what is asked is one stretch, replies may be several. */
export const passagesOf = ({ document, chosen, purpose }: Omit<Choosing, "kind">): Promise<ChosenPassage[]> =>
  readPassages(document, chosen, purpose !== "reply");

/** What was dragged over, as whole words. Throws `Refused` where there are none. */
export async function passagesTaken({ document, start, end }: Selected): Promise<ChosenPassage[]> {
  const span = wholeWords(await textAround(document, { start, end }, A_WORD), { start, end });
  if (!span) throw new Refused(0, "There are no words where you dragged.");
  return readPassages(document, [span], true);
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function toggled(chosen: readonly Span[], { start, end }: Span): Span[] {
  const others = chosen.filter((each) => !overlaps(each, { start, end }));
  return others.length < chosen.length ? others : [...chosen, { start, end }].sort((a, b) => a.start - b.start);
}
