import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Goes to a page of the desk; the browser's own back and forward work as ever. */
export function go(to: string): void {
  history.pushState(null, "", to);
  tell();
  window.scrollTo(0, 0);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("popstate", listener);
  };
}

/** Where we are: path and query, as they stand in the address. */
export function useAddress(): URL {
  return new URL(useSyncExternalStore(listen, () => location.href));
}
