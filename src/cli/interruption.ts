import { EXIT } from "./exit.ts";

/** A terminal and the process that started us may both send the same signal: within this many milliseconds it is one. */
const SAME = 400;

/**
 * A signal that is aborted when the user interrupts (SIGINT) or the system ends us (SIGTERM): work in hand is dropped, what was
 * saved stays. A second one ends the process at once, which loses nothing either.
 */
export function listenForInterruption(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  let first = 0;
  const stop = () => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort(new Error("interrupted"));
    } else if (performance.now() - first > SAME) process.exit(EXIT.interrupted);
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    end: () => void process.off("SIGINT", stop).off("SIGTERM", stop),
  };
}
