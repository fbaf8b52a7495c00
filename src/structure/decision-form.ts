import type { Block } from "../document/document.ts";
import type { Person } from "../records/person.ts";
import type { SetPieces } from "./actions.ts";
import { readIsoDay } from "./day.ts";
import { readPeople } from "./people.ts";
import { isProse, type Range, textOf, type View, within, withValue } from "./view.ts";

/** How far below a declaration its signature, name and date stand, in lines. */
const SIGNATURE_LINES = 14;

/** A name as it is signed, which the form prints out elsewhere. */
const INITIALLED = /^\p{Lu}\.? /u;

/** Who took a decision, and when: whoever signs under the decision-taker's declaration, else the first who signs. */
export function readDecision(view: View, range: Range): { from: Person[]; date: string | null } {
  const lines = within(view, range).flatMap(({ index }) => fieldsIn(view, withValue(view, index)));
  const taker = lines.map((text) => view.rules.read("decision-taker", text)?.groups?.value).find((value) => value);
  const declared = lines.findIndex((text) => view.rules.shows(text, "declaration"));
  const first = declared >= 0 ? declared : lines.findIndex((text) => view.rules.shows(text, "form-label"));
  if (first < 0) return { from: taker ? readPeople([taker], view.rules, true) : [], date: null };
  const under = lines.slice(first, first + SIGNATURE_LINES);
  const nameIn = (text: string) => view.rules.read("form-label", text)?.groups?.name ?? [];
  const names = [...under.flatMap(nameIn), ...under.flatMap((text, nth) => nameIn(`${text} ${under[nth + 1] ?? ""}`))];
  const printed = names.find((name) => !INITIALLED.test(name)) ?? names[0];
  const date = under.map((text) => (isProse(text) ? null : readIsoDay(text))).find((day) => day !== null);
  const office = lines.slice(Math.max(0, first - 2), first).filter((text) => !isProse(text));
  return { from: readPeople(taker ? [taker] : printed ? [printed] : office, view.rules, true), date: date ?? null };
}

/** A line with the fields that are printed beside one another in it ("Signature: A. Moss  Date: 4 May 2024"). */
function fieldsIn(view: View, text: string): string[] {
  const bounds = [...text.matchAll(/(?<=\s)\p{Lu}(?=[^:]{2,20}:\s)/gu)]
    .map(({ index }) => index)
    .filter((at) => view.rules.shows(text.slice(at), "form-label", "form-text"));
  return [0, ...bounds].map((from, nth) => text.slice(from, bounds[nth]).trim());
}

/** The lines of a form that say nothing of the matter: signatures, names, dates, its own questions. */
export function findFormLines(view: View, blocks: readonly Block[]): SetPieces {
  const pieces: SetPieces = new Map();
  const isLine = (block: Block) => view.rules.shows(textOf(view, block), "form-label", "form-text");
  const tables = new Set(blocks.filter((block) => block.cell && isLine(block)).map(({ group }) => group));
  blocks.forEach((block, at) => {
    const above = blocks[at - 1];
    const value =
      above !== undefined && pieces.has(above) && /:$/.test(textOf(view, above)) && !isProse(textOf(view, block));
    if (isLine(block) || value || (block.cell && tables.has(block.group))) pieces.set(block, null);
  });
  return pieces;
}
