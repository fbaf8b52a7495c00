/** Reading a page off its picture takes about three seconds; several pages at a time share the machine. */
const SECONDS_A_PICTURE = 30;

/** A time limit that moves when a task turns out to be long work. Must be ended. */
export type Deadline = {
  signal: AbortSignal;
  /** Whether it has passed. */
  passed(): boolean;
  /** Allows for pages that are read off their pictures. */
  extend(pages: number): void;
  end(): void;
};

/** A deadline so many seconds from now. */
export function createDeadline(seconds: number): Deadline {
  const controller = new AbortController();
  const pass = () => controller.abort(new Error("the deadline has passed"));
  let until = performance.now() + seconds * 1000;
  let timer = setTimeout(pass, seconds * 1000);
  return {
    signal: controller.signal,
    passed: () => controller.signal.aborted,
    extend(pages) {
      if (controller.signal.aborted) return;
      clearTimeout(timer);
      until += pages * SECONDS_A_PICTURE * 1000;
      timer = setTimeout(pass, until - performance.now());
    },
    end: () => clearTimeout(timer),
  };
}
