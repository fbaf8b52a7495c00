import type { Person } from "../records/person.ts";
import { readPeopleOrBody } from "./people.ts";
import type { Candidate } from "./turn.ts";
import { type Range, type View, within, wordCount } from "./view.ts";

/** Fewer questions and answers by a letter alone are no hearing of a witness. */
const FEWEST_LETTERED = 4;

const WITNESS: Person = { name: null, role: "Witness", organisation: null };

/**
 * The turns of a hearing, where counsel and witness are named once and are "Q." and "A." from there on, among those that have a speaker's label;
 * the labelled ones alone where there are no such, or nobody who speaks by name.
 */
export function withHearing(view: View, range: Range, labelled: readonly Candidate[]): Candidate[] {
  const lettered = within(view, range).filter(({ line }) => view.rules.shows(line.text, "hearing-turn"));
  if (lettered.length < FEWEST_LETTERED || labelled.length === 0) return [...labelled];
  const named = new Map(labelled.map((turn) => [turn.line, turn]));
  let [counsel, witness]: [Person | null, Person] = [null, WITNESS];
  return within(view, range).flatMap(({ line, index }): Candidate[] => {
    const turn = named.get(index);
    if (turn && turn.speaker.role === null) counsel = turn.speaker;
    if (turn) return [turn.speaker.role === null ? { ...turn, member: true, sure: true } : turn];
    const letter = view.rules.read("hearing-turn", line.text);
    const who = letter?.groups?.who;
    if (letter && who) {
      const speaker = who === "A" ? witness : counsel;
      const label = { line: index, bodyLine: index, words: letter[0].length, number: null, sure: true };
      return speaker ? [{ ...label, speaker, member: who === "Q" }] : [];
    }
    const isLabel = wordCount(line.text) <= LONGEST_LABEL;
    witness = (isLabel && personIn(view, view.rules.read("sworn", line.text)?.groups?.name)) || witness;
    counsel = (isLabel && personIn(view, view.rules.read("examined-by", line.text)?.groups?.name)) || counsel;
    return [];
  });
}

/** As many words as "Further questions from" and a name with a title. */
const LONGEST_LABEL = 12;

const personIn = (view: View, name: string | undefined): Person | null =>
  (name && readPeopleOrBody([name], view.rules)[0]) || null;
