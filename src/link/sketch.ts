/** A small stand-in for a set of words: its lowest hashes, ascending. Two sketches share about as much as their sets do. */
export type Sketch = readonly number[] | Uint32Array;

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
export function sketchOf(words: Iterable<string>, size: number): readonly number[] {
  return [...new Set([...words].map(hashOf))].sort((a, b) => a - b).slice(0, size);
}

/** The likeness (Jaccard, 0–1) of the sets behind two sketches of the same size. */
export function likeness(a: Sketch, b: Sketch): number {
  const size = Math.max(a.length, b.length);
  let seen = 0;
  let both = 0;
  for (let inA = 0, inB = 0; seen < size; seen++) {
    const x = inA < a.length ? a[inA]! : Number.POSITIVE_INFINITY;
    const y = inB < b.length ? b[inB]! : Number.POSITIVE_INFINITY;
    if (x === y) both++;
    if (x <= y) inA++;
    if (y <= x) inB++;
  }
  return size === 0 ? 0 : both / size;
}

/** How many hashes two sketches share. */
export function shared(a: Sketch, b: Sketch): number {
  let both = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const x = a[inA]!;
    const y = b[inB]!;
    if (x === y) both++;
    if (x <= y) inA++;
    if (y <= x) inB++;
  }
  return both;
}
