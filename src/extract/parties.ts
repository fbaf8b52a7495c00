import { z } from "zod";
import type { Segment } from "../document/structure.ts";
import { ItemKind } from "../records/item.ts";
import type { Part } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import type { Words } from "./cue.ts";
import { expand } from "./cue.ts";

/** How a sentence names who is to act. */
export const PartyRules = z.strictObject({
  /**
   * Patterns (flags `u`) by kind of item, tried in order: the group `actor` of the first that fits names who is to act; the group
   * `charged` names one whom somebody else, the writer, has told or will tell to act.
   */
  actors: z.partialRecord(ItemKind, z.array(z.string())).default({}),
  /** Actors that are the writer or speaker ("We"). */
  self: z.string().default("(?!)"),
  /** Words of one who promises in person; other writers promise for their bodies. */
  alone: z.string().default("(?!)"),
  /** Words of a promise by somebody whom an earlier sentence names, and who is not the writer ("She undertook to …"). */
  another: z.string().default("(?!)"),
  /** Actors for whom the writer or speaker answers ("My officers"): they are to act, the writer promises. */
  own: z.string().default("(?!)"),
  /** What an actor's name has in it; other words that stand in its place ("Copies") name nobody. */
  somebody: z.string().default(""),
  /** Roles of people who write for a body; the group `body` is its name. */
  head: z.string().default("(?!)"),
});
export type PartyRules = z.infer<typeof PartyRules>;

/** The same, ready for use. */
export type CompiledParties = {
  actors: ReadonlyMap<ItemKind, readonly RegExp[]>;
  self: RegExp;
  alone: RegExp;
  another: RegExp;
  own: RegExp;
  somebody: RegExp;
  head: RegExp;
};

/** Rules ready for use. Throws a SyntaxError where a pattern is none, or uses a word that is not there. */
export function compileParties(
  { actors, self, alone, another, own, somebody, head }: PartyRules,
  words: Words,
): CompiledParties {
  const regular = (pattern: string, flags: string) => new RegExp(expand(pattern, words), flags);
  return {
    actors: new Map(
      Object.entries(actors).map(([kind, patterns]) => [
        kind as ItemKind,
        patterns.map((pattern) => regular(pattern, "u")),
      ]),
    ),
    self: regular(self, "iu"),
    alone: regular(alone, "u"),
    another: regular(another, "u"),
    own: regular(own, "iu"),
    somebody: regular(somebody, "u"),
    head: regular(head, "iu"),
  };
}

/** What is said, under which lead-in ("" where there is none), by what kind of item, and whether it restates the other side's words. */
export type Said = { kind: ItemKind; masked: string; leadIn: string; restated: boolean };

/** Who is to act as a sentence names it, and whether it is one whom the writer charges with it. */
type Named = { actor: string; charged: boolean };

/** Who asks, recommends or promises, and who is to act or answer, as named; empty where nothing names anybody. */
export function partiesOf(said: Said, segment: Segment, part: Part, rules: CompiledParties) {
  const writer = segment.speaker ? [segment.speaker] : part.from;
  const reader = segment.addressee ? [segment.addressee] : part.to;
  const named = actorIn(said, rules);
  if (said.kind === "undertaking") return promised(said, named, segment, writer, rules);
  const [asking, asked] = said.restated ? [reader, writer] : [writer, reader];
  const by = said.kind === "recommendation" ? bodies(asking, rules) : names(asking);
  return { by, to: named && !rules.self.test(named.actor) ? [named.actor] : names(asked) };
}

/** A promise is made by whoever is to act, unless the writer makes it for others; by nobody known where only "she" is to act. */
function promised(
  said: Said,
  named: Named | null,
  { action }: Segment,
  writer: readonly Person[],
  rules: CompiledParties,
) {
  const self = rules.alone.test(said.masked) ? names(writer) : bodies(writer, rules);
  const actor = action?.owner ?? named?.actor;
  if (actor === undefined && rules.another.test(said.masked)) return { by: [], to: [] };
  if (actor === undefined || rules.self.test(actor)) return { by: self, to: self };
  return { by: named?.charged || rules.own.test(actor) ? self : [actor], to: [actor] };
}

/** As the item itself names whoever is to act, or else its lead-in ("The Council will:"). */
function actorIn({ kind, masked, leadIn }: Said, { actors, self, somebody }: CompiledParties): Named | null {
  for (const words of [masked, leadIn])
    for (const pattern of actors.get(kind) ?? []) {
      const { actor, charged } = pattern.exec(words)?.groups ?? {};
      const name = (actor ?? charged)?.replace(/\s+/g, " ").trim();
      if (name && (self.test(name) || somebody.test(name))) return { actor: name, charged: charged !== undefined };
    }
  return null;
}

const names = (people: readonly Person[]): string[] =>
  people.flatMap(({ name, role, organisation }) => name ?? organisation ?? role ?? []);

/** The bodies for which people write; a person where none is known. */
const bodies = (people: readonly Person[], { head }: CompiledParties): string[] => [
  ...new Set(
    people.flatMap(
      ({ name, role, organisation }) => head.exec(role ?? "")?.groups?.body ?? organisation ?? name ?? role ?? [],
    ),
  ),
];
