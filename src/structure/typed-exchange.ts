import type { Block } from "../document/document.ts";
import { textOf, type View } from "./view.ts";

/** A question and its answer that someone wrote down as "Q …" and "A …": where the words of each begin, and the number after the letter. */
export type Exchange = ReadonlyMap<Block, { kind: "question" | "answer"; start: number; label: string | null }>;

/** The paragraphs among some blocks that are such a question with an answer right below it, or that answer. */
export function typedExchange(view: View, blocks: readonly Block[]): Exchange {
  const found = new Map<Block, { kind: "question" | "answer"; start: number; label: string | null }>();
  blocks.forEach((block, at) => {
    const above = blocks[at - 1];
    const asked = above && view.rules.read("typed-question", textOf(view, above));
    const answered = asked && view.rules.read("typed-answer", textOf(view, block));
    if (!above || !asked || !answered) return;
    const label = asked.groups?.number ?? null;
    found.set(above, { kind: "question", start: above.start + asked[0].length, label });
    found.set(block, { kind: "answer", start: block.start + answered[0].length, label });
  });
  return found;
}
