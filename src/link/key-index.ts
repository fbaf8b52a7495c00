import { hashOf } from "./sketch.ts";

/** Numbers under keys: `under` gives those of a key, and none of a crowd. */
export type KeyIndex = { add: (key: string, value: number) => void; under: (key: string) => number[] };

/** Entries for which there is room at first; a power of two. */
const ROOM = 1024;
const NONE = -1;

/**
 * An index of keys that may be many millions: only their hashes are held, in typed arrays, chained from a table as wide as there are entries. Two keys
 * of one hash (of 2³²) are taken for one. More numbers than `most` under one key are a crowd.
 */
export function makeKeyIndex(most: number): KeyIndex {
  const crowds = new Set<number>();
  let size = 0;
  let hashes = new Uint32Array(ROOM);
  let values = new Uint32Array(ROOM);
  let next = new Int32Array(ROOM);
  let heads = new Int32Array(ROOM).fill(NONE);
  const chain = (hash: number) => hash & (heads.length - 1);
  const enchain = (at: number) => {
    next[at] = heads[chain(hashes[at]!)]!;
    heads[chain(hashes[at]!)] = at;
  };
  const grow = () => {
    hashes = doubled(hashes, new Uint32Array(2 * size));
    values = doubled(values, new Uint32Array(2 * size));
    next = new Int32Array(2 * size);
    heads = new Int32Array(2 * size).fill(NONE);
    for (let at = 0; at < size; at++) enchain(at);
  };
  const underHash = (hash: number) => {
    const found: number[] = [];
    for (let at = heads[chain(hash)]!; at !== NONE; at = next[at]!) if (hashes[at] === hash) found.push(values[at]!);
    return found;
  };
  return {
    under(key) {
      const hash = hashOf(key);
      return crowds.has(hash) ? [] : underHash(hash);
    },
    add(key, value) {
      const hash = hashOf(key);
      if (crowds.has(hash)) return;
      if (underHash(hash).length === most) return void crowds.add(hash);
      if (size === hashes.length) grow();
      hashes[size] = hash;
      values[size] = value;
      enchain(size);
      size++;
    },
  };
}

function doubled(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from);
  return to;
}
