import { Refusal } from "../records/refusal.ts";

/** What the shell is told. */
export const EXIT = { done: 0, nothing: 1, usage: 2, someFailed: 3, interrupted: 130 } as const;

/** Something that the user can put right: shown as its message alone, never with a stack. */
export class UsageError extends Refusal {}
