import type { Asked } from "../../src/link/asked.ts";
import { makeExtracted } from "./make-extracted.ts";

/** An ask that shares nothing with anything, by its id. */
export function askedOf(id: string): Asked {
  const { items } = makeExtracted("Will you?", { parts: [{}], items: [{ words: "Will you?", id }] });
  const nothing = new Map<string, number>();
  const plain = { asker: "", atHome: null, wantsReply: false, goesOn: false, leans: false };
  return {
    ...plain,
    item: items[0]!,
    segment: 0,
    block: -1,
    own: nothing,
    wide: () => nothing,
    heading: nothing,
    headingText: "",
    names: new Set(),
    numbers: [],
  };
}
