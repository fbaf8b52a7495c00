import type { Selected } from "../selection.ts";

type Action = { words: string; take: () => void };
type Props = { selected: Selected | null; actions: readonly Action[] };

/** What can be done with the words that are selected. Pressing one of its buttons leaves them selected. */
export function SelectedBar({ selected, actions }: Props) {
  if (!selected || actions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a press from ending the selection
    <div className="selected-bar" onMouseDown={(event) => event.preventDefault()}>
      <span>The words you selected:</span>
      {actions.map(({ words, take }) => (
        <button key={words} type="button" onClick={take}>
          {words}
        </button>
      ))}
    </div>
  );
}
