import type { Answer } from "./answer.ts";
import type { Asked } from "./asked.ts";
import type { Reach } from "./reaching.ts";
import type { Unit } from "./unit.ts";
import { stemOf, type Terms } from "./words.ts";

/** From this value on a signal is worth telling a reader. */
const WORTH_TELLING = 0.5;
/** How many shared words, and how much of an echo, are shown. */
const WORDS = 4;
const ECHO = 80;

/** Every signal that spoke for a link, in words that a researcher understands. */
export function evidenceOf({ one, units, reached, how, strongest }: Answer): string[] {
  const out: string[] = [];
  if (how) out.push(inWords(how, one));
  else if (units.length > 0) out.push("stands under the same words set out again");
  const echo = reached.find((unit) => unit.echoText !== "");
  if (echo && strongest("echoed") >= WORTH_TELLING) out.push(`takes up the ask: '${shorten(echo.echoText)}'`);
  const headed = reached.find((unit) => unit.headingText !== "");
  if (headed && strongest("heading") >= WORTH_TELLING) out.push(`under the heading '${shorten(headed.headingText)}'`);
  if (strongest("labelled") > 0) out.push(`under its number ${one.item.label}`);
  const cited = one.numbers.find((number) => units.some((unit) => unit.text.includes(number)));
  if (cited) out.push(`cites ${cited}`);
  if (strongest("asker") > 0 && reached.some((unit) => unit.comeback !== "")) out.push("names the one who asked");
  const words = sharedWords(one.own, units);
  if (words.length > 0) out.push(`shares the words ${words.map((word) => `'${word}'`).join(", ")}`);
  return out;
}

function inWords(how: Reach, { item }: Asked): string {
  const number = item.label ? ` number ${item.label}` : "";
  const what = item.kind === "recommendation" ? "recommendation" : "question";
  const told: Record<Reach, string> = {
    stated: item.label ? `same ${what}${number}` : `stands under the same ${what} set out again`,
    under: `stands below the same ${what} set out again`,
    next: "next turn of the other side",
    later: "comes back to it in a later turn",
    pointed: "the answer that its own answer points to",
    letter: "stands in the part that replies",
    beside: "stands in the part that replies",
    after: "stands between it and the next question",
  };
  return told[how];
}

/** A word or a number as it is printed. */
const PRINTED = /[£$€]?\d[\d.,]*\d|(?:[A-Za-z]|[\p{L}\p{N}])+/gu;

/** The first telling words of an item that a reply has too, as the reply prints them. */
function sharedWords(own: Terms, units: readonly Unit[]): string[] {
  const words = new Map<string, string>();
  for (const { text } of units)
    for (const [word] of text.matchAll(PRINTED)) {
      const stem = stemOf(word.toLowerCase());
      if (own.get(stem) === 1 && !words.has(stem)) words.set(stem, word);
      if (words.size === WORDS) return [...words.values()];
    }
  return [...words.values()];
}

const shorten = (words: string): string => {
  const plain = words.replace(/\s+/g, " ").trim();
  return plain.length <= ECHO ? plain : `${plain.slice(0, plain.lastIndexOf(" ", ECHO))} …`;
};
