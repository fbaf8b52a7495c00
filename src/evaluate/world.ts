import type { Anchor } from "../records/anchor.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import { type GoldSet, stemOf } from "./gold.ts";
import { mapWords, type WordMap } from "./words.ts";

/** All records that are evaluated together, and the gold. */
export type World = {
  gold: GoldSet;
  byId: (id: string) => DocumentRecord | undefined;
  /** The record of a name: of several formats of one document the one that `from` links to, else the first. */
  byName: (name: string, from: DocumentRecord) => DocumentRecord | null;
  wordMap: (record: DocumentRecord) => WordMap;
};

/** The world of some records. Word maps are made when they are first asked for. */
export function makeWorld(gold: GoldSet, records: readonly DocumentRecord[]): World {
  const ids = new Map(records.map((record) => [record.id, record]));
  const maps = new Map<string, WordMap>();
  return {
    gold,
    byId: (id) => ids.get(id),
    byName: (name, from) => {
      const all = records.filter((record) => stemOf(record.source.name) === name);
      const linked = new Set(from.links.flatMap((link) => link.replies.map((reply) => reply.document)));
      return all.find((record) => linked.has(record.id)) ?? all[0] ?? null;
    },
    wordMap: (record) => {
      const map = maps.get(record.id) ?? mapWords(record.text);
      maps.set(record.id, map);
      return map;
    },
  };
}

/** Whether an anchor's words are the words at its place. */
export const isGrounded = (text: string | undefined, anchor: Anchor): boolean =>
  text !== undefined && anchor.end > anchor.start && text.slice(anchor.start, anchor.end) === anchor.exact;
