import { pageAt } from "../document/anchor.ts";
import { oncePer } from "../document/once.ts";
import { isDateLine } from "./date-line.ts";
import { readName } from "./name.ts";
import { kindOfLine, officeAlone } from "./people.ts";
import { signatureAfter, unsignedSignature } from "./signature.ts";
import { answersInTables, readTables } from "./table.ts";
import { blockOf, headerField, isProse, isWhole, type Range, type View, within, wordCount } from "./view.ts";

/** The bones of a letter, as indexes of lines. A letter may lack its salutation or its sign-off, not both. */
export type Frame = Range & {
  /** The first line after the salutation (and before the sign-off). */
  body: Range;
  /** The lines before the salutation: letterhead, address, date, references. */
  head: Range;
  salutation: number | null;
  /** What stands under the sign-off: names, roles. */
  signature: Range;
  /** What is attached under a heading of its own ("Annex A"); empty where nothing is. */
  annex: Range;
};

/** An address with a letterhead and references above the salutation; twice what the longest of the letters read for this has. */
const LONGEST_HEAD = 40;

/** The letters in a range of lines, in order. */
export function findFrames(view: View, range: Range): Frame[] {
  const frames: Frame[] = [];
  let floor = range.from;
  const greeted = within(view, range)
    .filter(({ index }) => isSalutation(view, index))
    .map(({ index }) => index)
    .filter((index, nth, all) => !isAddress(view, index, all[nth + 1]));
  const salutations = greeted.length > 0 ? greeted : officeGreeted(view, range);
  salutations.forEach((salutation, nth) => {
    if (salutation < floor) return;
    const frame = frameAt(view, { salutation, floor, end: salutations[nth + 1] ?? range.to });
    frames.push(frame);
    floor = frame.to;
  });
  return frames;
}

/** The letter of a range that has no salutation: its body begins after the lines of its head. */
export function frameWithout(view: View, range: Range): Frame {
  const first = within(view, range).find(({ line }) => isProse(line.text))?.index ?? range.from;
  const signOff = lineShowing(view, { from: first, to: range.to }, "sign-off");
  const { bodyEnd, signature } = closeOf(view, signOff, { from: first, to: range.to });
  return {
    ...range,
    salutation: null,
    head: { from: range.from, to: first },
    body: { from: first, to: bodyEnd },
    signature,
    annex: { from: range.to, to: range.to },
  };
}

/** Headings that part letters without salutations stand among the first lines of what is read, the first of them. */
const TITLE_LINES = 8;

/** Letters without salutations, each under a heading that says from whom it is and to whom ("Letter from the Minister to the Chair"). */
export function titledFrames(view: View, { from, to }: Range): Frame[] {
  const starts = within(view, { from, to }).flatMap(({ line, index }) => {
    const { kind, bold } = blockOf(view, index);
    const heads = (["title", "heading"].includes(kind) || bold) && isWhole(view, index);
    return heads && view.rules.read("parties", line.text)?.groups?.from ? [index] : [];
  });
  if (starts.length === 0 || starts[0]! - from > TITLE_LINES) return [];
  return starts.flatMap((start, nth) => {
    const end = starts[nth + 1] ?? to;
    return start + 1 < end ? [titledFrame(view, { from: start, to: end })] : [];
  });
}

/** A letter under such a heading; short lines at its end (a name, the day) sign it where no farewell does. */
function titledFrame(view: View, range: Range): Frame {
  const below = { from: range.from + 1, to: range.to };
  const frame = frameWithout(view, below);
  const last = within(view, below).findLastIndex(({ line }) => isProse(line.text));
  const close = range.from + 1 + last + 1;
  const signed = frame.signature.from < frame.signature.to;
  const body = { from: frame.body.from, to: signed ? frame.body.to : Math.max(close, frame.body.from) };
  const signature = signed ? frame.signature : { from: body.to, to: range.to };
  return { ...frame, ...range, head: { from: range.from, to: body.from }, body, signature };
}

function isSalutation(view: View, index: number): boolean {
  const { text } = view.lines[index]!;
  return wordCount(text) <= 12 && view.rules.shows(text, "salutation") && blockOf(view, index).kind !== "contents";
}

/** "Chief Constable" on a line of its own, below a day and above what is written and signed off, greets without a mark. */
function officeGreeted(view: View, range: Range): number[] {
  const lines = within(view, range);
  const dated = lines.findIndex(({ line }) => isDateLine(line.text));
  const signed = lines.findLastIndex(
    ({ line }) => wordCount(line.text) <= 8 && view.rules.shows(line.text, "sign-off"),
  );
  const greeting = lines
    .slice(dated + 1, Math.max(signed, 0))
    .find(({ index }) => isWhole(view, index) && officeAlone(view.lines[index]!.text, view.rules) !== null);
  return dated >= 0 && greeting && opensText(view, greeting.index) ? [greeting.index] : [];
}

/** Whether running text follows a line, at once or below its heading. */
const opensText = (view: View, index: number): boolean =>
  within(view, { from: index + 1, to: index + 3 }).some(({ line }) => isProse(line.text));

/** "For the attention of …" above "Dear …" is a line of the address: a letter says something after its salutation. */
const isAddress = (view: View, index: number, next: number | undefined): boolean =>
  next !== undefined &&
  !within(view, { from: index + 1, to: next }).some(
    ({ line }) => isProse(line.text) || view.rules.shows(line.text, "sign-off"),
  );

function lineShowing(view: View, range: Range, sign: "sign-off"): number | null {
  return (
    within(view, range).find(({ line }) => wordCount(line.text) <= 8 && view.rules.shows(line.text, sign))?.index ??
    null
  );
}

type Bones = { salutation: number; floor: number; end: number };

/** The letter whose salutation stands on a line: from `floor` at the earliest, to `end` at the latest. */
export function frameAt(view: View, { salutation, floor, end }: Bones): Frame {
  const from = headStart(view, salutation, floor);
  const signOff = lineShowing(view, { from: salutation + 1, to: end }, "sign-off");
  const last = signOff === null ? nextHead(view, end, salutation + 1) : end;
  const close = closeOf(view, signOff, { from: salutation + 1, to: last });
  const annex = annexFrom(view, { from: close.tail, to: last });
  const body = { from: salutation + 1, to: close.bodyEnd };
  return { from, to: annex.to, head: { from, to: salutation }, salutation, body, signature: close.signature, annex };
}

/** Where a body ends, what stands under it, and where that ends with copies and notes. */
function closeOf(
  view: View,
  signOff: number | null,
  { from, to }: Range,
): { bodyEnd: number; signature: Range; tail: number } {
  const unsigned = signOff === null ? unsignedSignature(view, { from, to }) : null;
  if (signOff === null && unsigned === null) return { bodyEnd: to, signature: { from: to, to }, tail: to };
  const signature = signatureAfter(view, signOff === null ? unsigned! : signOff + 1, to);
  return { bodyEnd: signOff ?? unsigned!, signature, tail: tailEnd(view, { from: signature.to, to }) };
}

/** What is attached after a letter, as far as the next letter's head: under a heading that says so, or a table of answers. */
function annexFrom(view: View, { from, to }: Range): Range {
  const attached =
    from < to && (view.rules.shows(view.lines[from]!.text, "annex") || beginsWithAnswers(view, { from, to }));
  return { from, to: attached ? nextHead(view, to, from) : from };
}

/** Whether the next thing is a table that sets what others said beside the answers to it. */
function beginsWithAnswers(view: View, range: Range): boolean {
  const { group, cell } = blockOf(view, range.from);
  const own = view.document.blocks.filter((block) => block.group === group);
  return cell !== null && group !== null && answersInTables(readTables(view, own));
}

/** Where a stretch ends that goes as far as a letter or to the end of what is read: before the head of that letter. */
const nextHead = (view: View, end: number, floor: number): number =>
  end < view.lines.length && view.rules.shows(view.lines[end]!.text, "salutation") ? headStart(view, end, floor) : end;

/** Where the head of a letter begins: as far up from its salutation as the lines read as one. */
function headStart(view: View, salutation: number, floor: number): number {
  if (salutation >= view.lines.length) return view.lines.length;
  const page = pageAt(view.document, view.lines[salutation]!.start);
  let dates = 0;
  let at = salutation;
  while (at > floor && salutation - at < LONGEST_HEAD) {
    const { text, start } = view.lines[at - 1]!;
    if (view.rules.shows(text, "label-above")) {
      at = Math.min(at + 1, salutation);
      break;
    }
    if (isAbove(view, at - 1) || pageAt(view.document, start) !== page) break;
    if (isDateLine(text) && ++dates > 1) break;
    at--;
    if (floor > 0 && opensMessage(view, at, floor)) break;
    if (view.rules.shows(text, "part-heading") && (blockOf(view, at).kind === "heading" || blockOf(view, at).bold))
      break;
  }
  return at;
}

/** Whether a line "From: …" is the first of a later message's head: above it there is no other header, and no heading. */
function opensMessage(view: View, index: number, floor: number): boolean {
  if (headerField(view, view.lines[index]!.text) !== "from") return false;
  if (index <= floor) return true;
  const above = blockOf(view, index - 1);
  return above.kind === "paragraph" && !above.bold && !view.rules.shows(view.lines[index - 1]!.text, "header-line");
}

/** Whether a line cannot be in a letter's head: the page's title, running text, a line of a form, furniture. */
function isAbove(view: View, index: number): boolean {
  const { text } = view.lines[index]!;
  const block = blockOf(view, index);
  if (view.rules.shows(text, "header-line")) return false;
  // a name in bold over an address is printed as titles are
  if (readName(text, view.rules)?.sure) return false;
  if (block.kind === "title") return kindOfLine(text, view.rules) !== "organisation";
  if (block.kind === "note" || (block.kind === "list-item" && block.label === null)) return true;
  if (isTitleAgain(view, index)) return true;
  return isProse(text) || view.rules.shows(text, "furniture", "form-label", "tail");
}

/** Whether a line says the document's title, or what an earlier line said already (a page that prints its title twice). */
function isTitleAgain(view: View, index: number): boolean {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const { text } = view.lines[index]!;
  if (view.document.title !== null && same(text, view.document.title)) return true;
  const { kind, bold } = blockOf(view, index);
  const names = (kind === "heading" || bold) && view.rules.shows(text, "part-heading");
  return (
    !names &&
    wordCount(text) > 4 &&
    kindOfLine(text, view.rules) !== "role" &&
    view.lines.slice(0, Math.min(index, 30)).some((line) => same(line.text, text))
  );
}

/** Whether no other letter ends before this one: then the page's title is over it. */
export const isFirstLetter = ({ lines, rules }: View, frame: Frame): boolean =>
  frame.from <= firstSignOff(lines, rules);

/** The first line with which a letter ends; infinite where none does. */
const firstSignOff = oncePer((lines: View["lines"], rules: View["rules"]): number => {
  const first = lines.findIndex(({ text }) => rules.shows(text, "sign-off"));
  return first < 0 ? Number.POSITIVE_INFINITY : first;
});

/** Copies, enclosures and notes after the signature belong to the letter. */
function tailEnd(view: View, { from, to }: Range): number {
  let at = from;
  while (at < to && (view.rules.shows(view.lines[at]!.text, "copies") || blockOf(view, at).kind === "note")) at++;
  return at;
}
