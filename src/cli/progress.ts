import type { InputOutcome } from "../pipeline/take-in.ts";
import { style } from "./style.ts";

/** What is told while an ingest goes on, in one of several ways. */
export type Progress = {
  input(outcome: InputOutcome): void;
  linking(jobs: number): void;
  linked(document: string): void;
  /** Ends the line under way. */
  end(): void;
};

/** Where progress goes: a terminal redraws one line, anything else gets whole lines now and then. */
export type Screen = { isTTY?: boolean; columns?: number; write(words: string): unknown };

/** The way of telling that suits the flags and the screen. `total` is how many inputs there are. */
export function createProgress(
  how: { json: boolean; quiet: boolean },
  total: number,
  screen: Screen,
  doing = "reading",
): Progress {
  if (how.json) return createJsonProgress();
  if (how.quiet) return createQuietProgress(screen);
  return createLineProgress(total, screen, doing);
}

const failureLine = (uri: string, { code, message }: { code: string; message: string }): string =>
  `${style.bad("✗")} ${uri}  ${style.bad(code)}  ${message}\n`;

function createQuietProgress(screen: Screen): Progress {
  return {
    input: (outcome) => outcome.state === "failed" && screen.write(failureLine(outcome.uri, outcome.failure)),
    linking: () => {},
    linked: () => {},
    end: () => {},
  };
}

/** One JSON object a line on the standard output, for programs. */
function createJsonProgress(): Progress {
  const tell = (event: string, values: object) => console.log(JSON.stringify({ event, ...values }));
  return {
    input: (outcome) => tell("input", outcome),
    linking: (documents) => tell("linking", { documents }),
    linked: (document) => tell("linked", { document }),
    end: () => {},
  };
}

/** How long one whole line stands for, where there is no terminal, in milliseconds. */
const PLAIN_EVERY = 5_000;
/** A terminal is redrawn no oftener than people see, in milliseconds. */
const DRAW_EVERY = 80;

function createLineProgress(total: number, screen: Screen, doing: string): Progress {
  let phase = startPhase(doing, total);
  let drawn = 0;
  const clear = () => screen.isTTY && screen.write("\r\u001b[2K");
  const draw = (last: string, always = false) => {
    const now = performance.now();
    if (!always && now - drawn < (screen.isTTY ? DRAW_EVERY : PLAIN_EVERY)) return;
    drawn = now;
    const line = describe(phase, now, last).slice(0, Math.max(20, (screen.columns ?? 100) - 1));
    screen.write(screen.isTTY ? `\r\u001b[2K${style.faint(line)}` : `${line}\n`);
  };
  if (!screen.isTTY) drawn = performance.now();
  return {
    input(outcome) {
      phase.done++;
      if (outcome.state === "failed") {
        clear();
        screen.write(failureLine(outcome.uri, outcome.failure));
      }
      draw(outcome.uri);
    },
    linking(documents) {
      phase = startPhase("linking", documents);
      if (documents > 0) draw("", screen.isTTY === true);
    },
    linked() {
      phase.done++;
      draw("");
    },
    end: clear,
  };
}

type Phase = { name: string; total: number; done: number; started: number };

const startPhase = (name: string, total: number): Phase => ({ name, total, done: 0, started: performance.now() });

function describe({ name, total, done, started }: Phase, now: number, last: string): string {
  const seconds = (now - started) / 1000;
  const rate = done / Math.max(seconds, 0.001);
  // a zip holds more files than were counted
  const all = Math.max(total, done);
  const left = done > 0 && seconds > 1 ? ` · ${formatSeconds((all - done) / rate)} left` : "";
  return `${name} ${done} of ${all} · ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s${left}${last ? ` · ${last}` : ""}`;
}

/** A stretch of time as people say it: "45 s", "3 min", "2 h 10 min". */
export function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
