import fc from "fast-check";
import { expect, it } from "vitest";
import type { Person } from "../../src/records/person.ts";
import { namedElsewhere, namesakesIn } from "../../src/structure/namesakes.ts";
import { mayBeOne } from "../../src/structure/people.ts";
import type { PartDraft } from "../../src/structure/view.ts";

const words = fc.constantFrom("Ada", "Tom", "A.", "Moss", "Reed", "Hale");
const person: fc.Arbitrary<Person> = fc.record({
  name: fc.option(fc.array(words, { minLength: 1, maxLength: 3 }).map((name) => name.join(" "))),
  role: fc.option(fc.constantFrom("Chair", "Deputy Chair", "Director")),
  organisation: fc.constant(null),
});
const people = fc.array(person, { maxLength: 2 });
const parts = fc.array(fc.record({ from: people, to: people }), { maxLength: 6 }) as unknown as fc.Arbitrary<
  PartDraft[]
>;

const distinct = (all: readonly Person[]) => [...new Set(all.map((each) => JSON.stringify(each)))];

it("whoever may be one with a person is told, in the order in which other parts name them", () => {
  fc.assert(
    fc.property(parts, person, fc.nat(5), (letters, own, at) => {
      const others = letters.flatMap(({ from, to }, part) => (part === at ? [] : [...from, ...to]));
      const told = namedElsewhere(namesakesIn(letters, () => true)(own), at);
      expect(distinct(told)).toEqual(distinct(others.filter((other) => mayBeOne(own, other))));
      expect(distinct(told)).toHaveLength(told.length);
    }),
  );
});

it("parts that do not count name nobody", () => {
  const moss = { name: "Ada Moss", role: null, organisation: null };
  const letters = [{ kind: "minutes", from: [moss], to: [] }] as unknown as PartDraft[];
  expect(namesakesIn(letters, ({ kind }) => kind === "letter")(moss)).toEqual([]);
});
