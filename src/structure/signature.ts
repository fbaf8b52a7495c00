import { pageAt } from "../document/anchor.ts";
import { isDateLine } from "./date-line.ts";
import { kindOfLine, splitNamed } from "./people.ts";
import { blockOf, isProse, isWhole, opensBlock, type Range, type View, within, wordCount } from "./view.ts";

/** Two signatories with three lines each, and an address. */
const LONGEST_SIGNATURE = 12;

/** The foot of a letterhead: "Chair: A. Moss", "Registered office: …". */
const FOOT = /^\p{Lu}[\p{L} ]{2,25}:\s/u;

/** A note whose mark is part of the text. */
const NOTE = /^(?:[¹²³⁰⁴-⁹]+|\[\d+\]|\d+\s|[*†‡])/;

/** The lines under a sign-off, up to what is no name, role or address. */
export function signatureAfter(view: View, from: number, end: number): Range {
  let to = from;
  while (
    to < end &&
    to - from < LONGEST_SIGNATURE &&
    isOfSignature(view, to) &&
    !(to > from && (opensPage(view, to, end) || opensNext(view, to) || isNextHead(view, { from, to, end })))
  )
    to++;
  return { from, to };
}

/** A new page, a table, or an address block with a letterhead, after a signature begins something else. */
function opensPage(view: View, index: number, end: number): boolean {
  const above = view.lines[index - 1]!;
  if (blockOf(view, index).cell && !blockOf(view, index - 1).cell) return true;
  if (pageAt(view.document, above.start) !== pageAt(view.document, view.lines[index]!.start)) return true;
  if (!opensBlock(view, index)) return false;
  const block = blockOf(view, index);
  const lines = view.document.text.slice(block.start, block.end).split("\n");
  const kinds = lines.map((text) => kindOfLine(text, view.rules));
  if (kinds[0] === "organisation" && isLetterhead(view, { from: index, to: end })) return true;
  return lines.length > 1 && kinds[0] !== "name" && kinds[0] !== "role" && kinds.includes("place");
}

/** Whether a line stands over the day and the greeting of the next message: who sent that ("Tom Reed, Exford Council"). */
const opensNext = (view: View, index: number): boolean => {
  const [day, greeting] = [view.lines[index + 1], view.lines[index + 2]];
  if (!day || !greeting || !opensBlock(view, index) || !opensBlock(view, index + 1)) return false;
  return isDateLine(day.text) && view.rules.shows(greeting.text, "salutation");
};

/** Whether, below a name with its office, another name opens a block over the day and the greeting of the next letter. */
function isNextHead(view: View, { from, to, end }: { from: number; to: number; end: number }): boolean {
  const greeting = view.lines[end]?.text ?? "";
  if (to - from < 2 || !opensBlock(view, to) || end - to > LONGEST_HEAD || !view.rules.shows(greeting, "salutation"))
    return false;
  const kinds = within(view, { from, to: to + 1 }).map(({ line }) => kindOfLine(line.text, view.rules));
  const below = within(view, { from: to + 1, to: end });
  return (
    kinds.at(-1) === "name" &&
    kinds.slice(0, -1).includes("role") &&
    below.some(({ line }) => isDateLine(line.text)) &&
    below.every(({ line }) => !isProse(line.text))
  );
}

/** As many lines as stand between a letterhead and the greeting. */
const LONGEST_HEAD = 12;

/** Whether a body's name in capitals, or with more in its block, has a day and a greeting below it: the next letter's. */
function isLetterhead(view: View, { from, to }: Range): boolean {
  const { text } = view.lines[from]!;
  const greets = to < view.lines.length && view.rules.shows(view.lines[to]!.text, "salutation");
  if (!greets || to - from > LONGEST_HEAD || (isWhole(view, from) && text !== text.toUpperCase())) return false;
  return within(view, { from, to }).some(({ line }) => isDateLine(line.text));
}

function isOfSignature(view: View, index: number): boolean {
  const { text } = view.lines[index]!;
  const block = blockOf(view, index);
  if (block.kind === "title" || block.kind === "note" || (block.kind === "heading" && block.level < 4)) return false;
  if (view.rules.shows(text, "tail", "copies", "furniture", "annex", "part-heading", "salutation", "forwarded"))
    return false;
  if (isDateLine(text)) return !opensBlock(view, index);
  if (FOOT.test(text) && !view.rules.shows(text, "own-reference", "contact")) return false;
  return !isProse(text) && !NOTE.test(text) && !/[?]$/.test(text.trim());
}

/** A letter without a sign-off ends with a name and an office (a message's signature); the first line of those, or null. */
export function unsignedSignature(view: View, { from, to }: Range): number | null {
  const lines = within(view, { from, to });
  const found = lines.find(({ index }) => {
    if (index > from && isSignedBelow(view, { from: index, to })) return true;
    if (!opensBlock(view, index) || blockOf(view, index).kind !== "paragraph") return false;
    const [first, second] = [view.lines[index]!, view.lines[index + 1]];
    const office =
      second !== undefined && index + 1 < to && !isProse(second.text) ? kindOfLine(second.text, view.rules) : "other";
    return (
      kindOfLine(first.text, view.rules) === "name" && (office === "role" || office === "organisation") && index > from
    );
  });
  return found?.index ?? nameAtEnd(view, { from, to });
}

/** As many lines as a name, what it stands for, and an address take. */
const LONGEST_CLOSE = 4;

/** A name of one to three words alone in the last block, or over short lines that say whose it is: who signs a letter with no word of farewell. */
function nameAtEnd(view: View, { from, to }: Range): number | null {
  const last = to - 1;
  if (last <= from || blockOf(view, last).kind !== "paragraph") return null;
  const own = within(view, { from: Math.max(from + 1, to - LONGEST_CLOSE), to }).filter(
    ({ line }) => line.block === view.lines[last]!.block,
  );
  const { index, line } = own[0]!;
  const above = view.lines[index - 1]!;
  const isShort = own.slice(1).every((each) => wordCount(each.line.text) <= 6 && !/[.?!:;]$/.test(each.line.text));
  const stands = above.block !== line.block && isShort && /[.?!]["'”’)]*$/.test(above.text);
  return stands && SIGNED.test(line.text.trim()) && kindOfLine(line.text, view.rules) !== "organisation" ? index : null;
}

const SIGNED = /^\p{Lu}[\p{L}'’-]+(?:\s+(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)){0,2}[,.]?$/u;

/** Whether nothing but people with their offices follows, each on a line of its own ("Tom Reed, Head of Ponds"). */
function isSignedBelow(view: View, range: Range): boolean {
  if (!opensBlock(view, range.from) || blockOf(view, range.from).kind !== "paragraph") return false;
  const lines = within(view, range);
  return (
    lines.length > 1 && lines.length <= LONGEST_SIGNATURE && lines.every(({ line }) => isNamedOffice(view, line.text))
  );
}

const isNamedOffice = (view: View, text: string): boolean => {
  const [name = "", office = ""] = splitNamed(text, view.rules);
  return kindOfLine(office, view.rules) === "role" && kindOfLine(name, view.rules) === "name";
};
