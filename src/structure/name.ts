import { oncePer } from "../document/once.ts";
import type { Compiled } from "./rules.ts";

const TOKEN = String.raw`(?:(?:d['’]|o['’]|mc|mac)?\p{Lu}[\p{L}'’-]*\.?|de|van|von|der|den|la|le|al|el|bin|da|di|dos|ap)`;

const nameShape = oncePer(
  (rules: Compiled) =>
    new RegExp(
      `^(?<before>(?:${cased(rules.list("honorific"))}\\.?\\s+)*)(?<name>${TOKEN}(?:\\s+${TOKEN}){0,4}?)(?<after>(?:,?\\s+\\(?${cased(rules.list("post-nominal"))}\\)?)*)[,.]?$`,
      "u",
    ),
);

const plainTitles = oncePer(
  (rules: Compiled) => new RegExp(`(?<!\\p{L})${rules.list("plain-honorific")}\\.?(?!\\p{L})\\s*`, "giu"),
);

/** The alternatives in either case: names are told by their capitals, so the whole pattern cannot leave case open. */
const cased = (pattern: string): string =>
  pattern.replace(/(?<!\\)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** "Lord Reed of Allermuir", "The Earl of Moss", "The Lord Bishop of Ely": a peer or prelate with a place. */
const peerShape = oncePer((rules: Compiled) => {
  const place = String.raw`of\s+(?:the\s+)?${TOKEN}(?:\s+${TOKEN}){0,2}`;
  return new RegExp(
    `^(?:[Tt]he\\s+)?(?<name>${cased(rules.list("peer"))}(?:\\s+${TOKEN}){0,3}?\\s+${place})[,.]?$`,
    "u",
  );
});

/** A person's name as printed, without "Mr" or "AM"; null where the words are no name by their shape. */
export function readName(text: string, rules: Compiled): { name: string; sure: boolean; member: boolean } | null {
  const groups = nameShape(rules).exec(text.trim())?.groups;
  const peer = peerShape(rules).exec(text.trim())?.groups?.name;
  if (peer) return { name: peer, sure: true, member: false };
  if (!groups) return null;
  const { before = "", name = "", after = "" } = groups;
  const title = before.replace(plainTitles(rules), "");
  const sure = before.trim() !== "" || after.trim() !== "";
  const single = !/\s/.test(name);
  if ((single || /^the\s/i.test(name)) && !sure) return null;
  return { name: `${title}${name}`.trim().replace(/[,.]$/, ""), sure, member: rules.holds("member", after) };
}

/** A name as an address book has it ("Moss, Ada") in the order in which it is said. */
export const inOrder = (name: string): string =>
  name
    .replace(/\s*\([^)]*\)$/, "")
    .trim()
    .replace(/^(\p{Lu}[\p{L}'’-]+),\s+(\p{Lu}[\p{L}'’-]+)$/u, "$2 $1");
