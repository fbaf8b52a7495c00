import type { Person } from "../records/person.ts";

/** Where a turn begins: the line of the speaker's label, the length of the label in it, and the first line of what is said. */
export type Turn = {
  line: number;
  bodyLine: number;
  words: number;
  speaker: Person;
  /** Whether the label shows a member of the body that asks. */
  member: boolean;
  /** The number printed before a question ("Q12"). */
  number: string | null;
};

/** A turn that may be none: `sure` where its label alone says that somebody speaks. */
export type Candidate = Turn & { sure: boolean };

/** Fewer turns than this are no transcript. */
export const FEWEST_TURNS = 3;

/** What a speaker is known by within one transcript. */
export const speakerOf = ({ speaker }: Pick<Turn, "speaker">): string => speaker.name ?? speaker.role ?? "";
