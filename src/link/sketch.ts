/** A small stand-in for a set of words: its lowest hashes. Two sketches share about as much as their sets do. */
export type Sketch = readonly number[];

/** FNV-1a, 32 bits (Fowler, Noll and Vo): fast, and spread well enough for lowest-hash sketches. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  // FNV leaves neighbours close together; one round of the finaliser of MurmurHash3 parts them
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The `size` lowest hashes of a set of words, ascending (bottom-k sketch: Broder 1997). */
export function sketchOf(words: Iterable<string>, size: number): Sketch {
  return [...new Set([...words].map(hashOf))].sort((a, b) => a - b).slice(0, size);
}

/** The likeness (Jaccard, 0–1) of the sets behind two sketches of the same size. */
export function likeness(a: Sketch, b: Sketch): number {
  const lowest = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, Math.max(a.length, b.length));
  if (lowest.length === 0) return 0;
  const [inA, inB] = [new Set(a), new Set(b)];
  return lowest.filter((hash) => inA.has(hash) && inB.has(hash)).length / lowest.length;
}
