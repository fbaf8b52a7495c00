import type { Verdict } from "../../records/decision.ts";
import type { ItemKind } from "../../records/item.ts";
import type { Deciding } from "../deciding.ts";
import { KINDS } from "./corrections.tsx";

/** What a person says of a pair: the word, and its key. */
export const VERDICTS: readonly [verdict: Verdict, word: string, key: string][] = [
  ["accepted", "Right", "a"],
  ["rejected", "Wrong", "r"],
  ["unsure", "Cannot tell", "s"],
];

type Props = { deciding: Deciding; elsewhere: () => void };

/** The steps of deciding, each with its key. */
export function DecideButtons({ deciding: { verdict, undo, skip, choose, save }, elsewhere }: Props) {
  const corrections: readonly [words: string, key: string, act: () => void][] = [
    ["Other reply", "e", () => choose("reply")],
    ["Reply elsewhere", "d", elsewhere],
    ["Nothing answers it", "x", () => save({ do: "replies", replies: [] }, "Nothing answers it, you say.")],
    ["Other words asked", "w", () => choose("ask")],
    ["Add a missed item", "m", () => choose("missed")],
    ["Skip", "n", skip],
    ["Undo", "u", undo],
  ];
  return (
    <>
      <fieldset className="buttons three">
        <legend>Is this pair right? Saves and goes on</legend>
        {VERDICTS.map(([each, word, key]) => (
          <button key={each} type="button" className={each} onClick={() => verdict(each)}>
            {word} <kbd>{key}</kbd>
          </button>
        ))}
      </fieldset>
      <fieldset className="buttons small">
        <legend>Or correct it: drag over words in either document, or</legend>
        {corrections.map(([words, key, act]) => (
          <button key={key} type="button" onClick={act}>
            {words} <kbd>{key}</kbd>
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** What can be done while words are being chosen. */
export function ChooseButtons({ deciding: { choice, saveChosen } }: Pick<Props, "deciding">) {
  const count = choice.choosing?.chosen.length ?? 0;
  return (
    <fieldset className="buttons">
      <legend>
        Choose sentences: <kbd>↓</kbd> <kbd>↑</kbd> to move, <kbd>Space</kbd> to take; <kbd>→</kbd> <kbd>←</kbd> move
        the end by a word, with Shift the beginning
      </legend>
      {choice.choosing?.purpose === "missed" && (
        <label>
          as{" "}
          <select value={choice.choosing.kind} onChange={(event) => choice.kind(event.target.value as ItemKind)}>
            {KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={saveChosen} disabled={count === 0}>
        Save what is chosen <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={choice.leave}>
        Leave as it was <kbd>Esc</kbd>
      </button>
    </fieldset>
  );
}
