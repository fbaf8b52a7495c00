import { CommanderError } from "commander";
import { Refusal } from "../records/refusal.ts";
import { EXIT, UsageError } from "./exit.ts";
import { style } from "./style.ts";

/** Tells the user what went wrong in one sentence, and gives the exit code for it. The stack of a mistake of our own is shown when DEBUG is set. */
export function complain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if ((error as NodeJS.ErrnoException).code === "EPIPE") return EXIT.done;
  const expected = error instanceof Refusal;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`${style.bad("answerable:")} ${message}`);
  if (expected) return error instanceof UsageError ? EXIT.usage : EXIT.nothing;
  if (process.env.DEBUG) console.error(error);
  else console.error(`This should not happen. Set DEBUG=1 to see where it did, and please report it.`);
  return EXIT.nothing;
}
