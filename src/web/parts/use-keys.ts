import { useLayoutEffect, useRef } from "react";
import { tinykeys } from "tinykeys";

/** Listens for keys while a part is shown; never while someone writes, nor under an open dialogue. */
export function useKeys(keys: Record<string, (event: KeyboardEvent) => void>, active = true): void {
  const latest = useRef(keys);
  latest.current = keys;
  const names = Object.keys(keys).join("\n");
  // before the page is shown: a key pressed as soon as it is seen must not be lost
  useLayoutEffect(() => {
    if (!active) return;
    const listen = (name: string) => (event: KeyboardEvent) => {
      if (isWriting(event) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      latest.current[name]?.(event);
    };
    return tinykeys(window, Object.fromEntries(names.split("\n").map((name) => [name, listen(name)])), { ignore });
  }, [names, active]);
}

/** A key held down is one key; the boxes of sentences take keys as the page does. */
const ignore = ({ repeat, isComposing }: KeyboardEvent): boolean => repeat || isComposing;

const isWriting = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches("textarea, select, input:not([type=checkbox])");
