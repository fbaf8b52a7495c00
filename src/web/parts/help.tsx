import { useEffect, useRef } from "react";
import { OUTCOME_KEYS, OUTCOMES } from "../words.ts";

const KEYS: readonly [heading: string, rows: readonly [keys: string, what: string][]][] = [
  [
    "Decide on a pair",
    [
      ["a", "right: save and go on"],
      ["r", "wrong: save and go on"],
      ["s", "cannot be told: save and go on"],
      ["u", "undo my last step, and go back to it"],
      ["n", "skip to the next pair"],
      ["c", "write a comment (Ctrl + Enter saves it)"],
    ],
  ],
  [
    "Correct what the machine found",
    [
      ["e", "choose the sentences that reply"],
      ["w", "choose the sentences that ask"],
      ["m", "choose the sentences of an item that the machine missed"],
      ["d", "look for the reply in another document"],
      ["↓ ↑", "to the next sentence or the one before, while choosing"],
      ["Space", "take a sentence or leave it"],
      ["→ ←", "move the end of what is chosen by a word; with Shift its beginning"],
      ["Enter", "save what is chosen"],
      ["Escape", "leave it as it was"],
      ["x", "nothing answers it"],
      ["k", "to the kind"],
      ["b", "to whom it is asked of"],
      ["t", "to the deadline"],
      ...OUTCOME_KEYS.map((outcome, at): [string, string] => [`${at + 1}`, `the reply is: ${OUTCOMES[outcome]}`]),
    ],
  ],
  [
    "Look around",
    [
      ["f", "find words in the replying document (with Shift in the asking one); Enter goes on"],
      ["v", "the page as printed, or its words"],
      ["+ -", "the printed pages larger or smaller"],
      ["[ ]", "turn the pages of the asking document"],
      ["{ }", "turn the pages of the replying document"],
      ["g o", "overview"],
      ["g r", "review"],
      ["g i", "items"],
      ["g d", "documents"],
      ["?", "this list"],
    ],
  ],
];

/** Every key that does something. */
export function Help({ open, close }: { open: boolean; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="keys">
      <div className="dialog-head">
        <h2 id="keys">Keys</h2>
        <button type="button" onClick={close}>
          Close
        </button>
      </div>
      <div className="keys">
        {KEYS.map(([heading, rows]) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <dl>
              {rows.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
