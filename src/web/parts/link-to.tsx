import type { MouseEvent, ReactNode } from "react";
import { go } from "../route.ts";

type Props = { to: string; current?: boolean; children: ReactNode; className?: string };

/** A link within the desk. With a key held down it opens as any link does. */
export function LinkTo({ to, current, children, className }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={follow} aria-current={current ? "page" : undefined} className={className}>
      {children}
    </a>
  );
}
