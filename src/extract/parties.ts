import { z } from "zod";
import type { Segment } from "../document/structure.ts";
import { ItemKind } from "../records/item.ts";
import type { Part } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import type { Words } from "./cue.ts";
import { expand } from "./cue.ts";

/** How a sentence names who is to act. */
export const PartyRules = z.strictObject({
  /** Patterns (flags `u`) by kind of item, tried in order; the group `actor` of the first that fits names who is to act. */
  actors: z.partialRecord(ItemKind, z.array(z.string())).default({}),
  /** Actors that are the writer or speaker ("We"). */
  self: z.string().default("(?!)"),
  /** Actors for whom the writer or speaker answers ("My officers"): they are to act, the writer promises. */
  own: z.string().default("(?!)"),
  /** Words that stand where an actor would and name nobody ("It", "Copies"). */
  nobody: z.string().default("(?!)"),
});
export type PartyRules = z.infer<typeof PartyRules>;

/** The same, ready for use. */
export type CompiledParties = {
  actors: ReadonlyMap<ItemKind, readonly RegExp[]>;
  self: RegExp;
  own: RegExp;
  nobody: RegExp;
};

/** Rules ready for use. Throws a SyntaxError where a pattern is none, or uses a word that is not there. */
export function compileParties({ actors, self, own, nobody }: PartyRules, words: Words): CompiledParties {
  const regular = (pattern: string, flags: string) => new RegExp(expand(pattern, words), flags);
  return {
    actors: new Map(
      Object.entries(actors).map(([kind, patterns]) => [
        kind as ItemKind,
        patterns.map((pattern) => regular(pattern, "u")),
      ]),
    ),
    self: regular(self, "iu"),
    own: regular(own, "iu"),
    nobody: regular(nobody, "iu"),
  };
}

/** What is said, by what kind of item, and whether it restates the other side's words. */
export type Said = { kind: ItemKind; masked: string; restated: boolean };

/** Who asks, recommends or promises, and who is to act or answer, as named; empty where nothing names anybody. */
export function partiesOf(said: Said, segment: Segment, part: Part, rules: CompiledParties) {
  const writer = segment.speaker ? [segment.speaker] : part.from;
  const reader = segment.addressee ? [segment.addressee] : part.to;
  const named = actorIn(said, rules);
  if (said.kind === "undertaking") return promised(named, segment, writer, rules);
  const [asking, asked] = said.restated ? [reader, writer] : [writer, reader];
  const by = said.kind === "recommendation" ? bodies(asking) : names(asking);
  return { by, to: named && !rules.self.test(named) ? [named] : names(asked) };
}

/** A promise is made by whoever is to act, unless the writer makes it for his or her own people. */
function promised(named: string | null, { action }: Segment, writer: readonly Person[], rules: CompiledParties) {
  const self = names(writer);
  const actor = action?.owner ?? named;
  if (actor === null || rules.self.test(actor)) return { by: self, to: self };
  return { by: rules.own.test(actor) ? self : [actor], to: [actor] };
}

function actorIn({ kind, masked }: Said, { actors, nobody }: CompiledParties): string | null {
  for (const pattern of actors.get(kind) ?? []) {
    const actor = pattern.exec(masked)?.groups?.actor?.replace(/\s+/g, " ").trim();
    if (actor && !nobody.test(actor) && !actor.includes("\u2588")) return actor;
  }
  return null;
}

const names = (people: readonly Person[]): string[] =>
  people.flatMap(({ name, role, organisation }) => name ?? organisation ?? role ?? []);

const bodies = (people: readonly Person[]): string[] => [
  ...new Set(people.flatMap(({ name, role, organisation }) => organisation ?? name ?? role ?? [])),
];
