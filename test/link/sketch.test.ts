import fc from "fast-check";
import { expect, it } from "vitest";
import { likeness, shared, sketchOf } from "../../src/link/sketch.ts";

const words = fc.array(fc.stringMatching(/^[a-f]{1,2}$/), { maxLength: 40 });

it("tells the part of all words that two texts share, where both sketches hold them all", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const all = new Set([...a, ...b]);
      const both = [...all].filter((word) => a.includes(word) && b.includes(word));
      const [own, other] = [sketchOf(a, 100), sketchOf(b, 100)];
      expect(shared(own, other)).toBe(both.length);
      if (all.size <= Math.max(own.length, other.length))
        expect(likeness(own, other)).toBe(all.size === 0 ? 0 : both.length / all.size);
    }),
  );
});

it("is the same of packed sketches and of lists", () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [own, other] = [sketchOf(a, 10), sketchOf(b, 10)];
      expect(likeness(Uint32Array.from(own), Uint32Array.from(other))).toBe(likeness(own, other));
      expect(likeness(own, other)).toBe(likeness(other, own));
    }),
  );
});
