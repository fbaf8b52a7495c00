import type { Block } from "../document/document.ts";
import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import { readPeople } from "./people.ts";
import { endsAsking, textOf, type View } from "./view.ts";

/** A question or an answer that someone wrote down as such: where its words begin, the number printed for it, and who asks. */
type Said = { kind: "question" | "answer"; start: number; label: string | null; asker: Person | null };

/** What some paragraphs are in questions and answers written down one below the other. */
export type Exchange = ReadonlyMap<Block, Said>;

/** The paragraphs among some blocks that are a question with an answer right below it, or that answer: "Q …" and "A …", or who asks ("Cllr Moss: …") over the answer. */
export function typedExchange(view: View, blocks: readonly Block[]): Exchange {
  const found = new Map<Block, Said>();
  blocks.forEach((block, at) => {
    const above = blocks[at - 1];
    const asked = above && view.rules.read("typed-question", textOf(view, above));
    const answered = asked && view.rules.read("typed-answer", textOf(view, block));
    if (!above || !asked || !answered) return;
    const over = registered(view, blocks[at - 2]);
    const label = asked.groups?.number ?? over?.label ?? null;
    const asker = personIn(view, asked.groups?.asker ?? asked.groups?.who ?? "") ?? over?.asker ?? null;
    found.set(above, { kind: "question", start: above.start + asked[0].length, label, asker });
    found.set(block, { kind: "answer", start: block.start + answered[0].length, label, asker });
  });
  return found.size > 0 ? found : answersToNamed(view, blocks);
}

/** The number in the register over a question, and who asks it where the line goes on with a member ("2024/0412 Ada Moss AM LIFTS AT MILL HILL"). */
function registered(view: View, block: Block | undefined): { label: string; asker: Person | null } | null {
  const groups = block && view.rules.read("question-number", textOf(view, block))?.groups;
  if (!groups?.number) return null;
  const words = (groups.title ?? "").split(/\s+/);
  const member = words
    .map((_, nth) => readName(words.slice(0, nth + 1).join(" "), view.rules))
    .find((name) => name?.member);
  return { label: groups.number, asker: member ? { name: member.name, role: null, organisation: null } : null };
}

/** Fewer questions than this with who asks them before them are no exchange. */
const FEWEST = 2;

/** Questions that begin with the name of who asks, each with what nobody is named for below it; among such, what is asked without a question mark as well. */
function answersToNamed(view: View, blocks: readonly Block[]): Exchange {
  const pairs = blocks.flatMap((block, at) => {
    const [next, asked] = [blocks[at + 1], namedQuestion(view, block)];
    if (!asked || next?.kind !== "paragraph" || namedQuestion(view, next)) return [];
    return [{ block, next, ...asked }];
  });
  if (pairs.filter(({ block }) => isAsked(view, block)).length < Math.max(FEWEST, pairs.length / 2)) return new Map();
  return new Map(
    pairs.flatMap(({ block, next, start, asker }): [Block, Said][] => [
      [block, { kind: "question", start, label: null, asker }],
      [next, { kind: "answer", start: next.start, label: null, asker }],
    ]),
  );
}

const isAsked = (view: View, block: Block): boolean => endsAsking(textOf(view, block));

function namedQuestion(view: View, block: Block): { start: number; asker: Person } | null {
  const label = block.kind === "paragraph" ? view.rules.read("turn", textOf(view, block)) : null;
  if (!label?.groups || label[0].length >= block.end - block.start || view.rules.shows(label[0], "no-turn"))
    return null;
  const asker = personIn(view, label.groups.who ?? "");
  return asker && { start: block.start + label[0].length, asker };
}

function personIn(view: View, words: string): Person | null {
  const [person] = words === "" ? [] : readPeople([words], view.rules);
  return person?.name ? person : null;
}

/** Whether the turns that begin in some blocks are questions with what answers them below, by nobody named: no speeches. */
export function asksOnly(view: View, blocks: readonly Block[], turns: number): boolean {
  const asked = [...answersToNamed(view, blocks).values()].filter(({ kind }) => kind === "question").length;
  return asked >= FEWEST && asked > turns / 2;
}
