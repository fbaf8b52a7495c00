import type { Mark } from "../document/document.ts";
import { readName } from "./name.ts";
import { kindOfLine, officeAlone, readRole } from "./people.ts";
import { type Candidate, FEWEST_TURNS } from "./turn.ts";
import { blockOf, isProse, isWhole, opensBlock, type Range, type View, wordCount } from "./view.ts";

/** A name that stands over each speech, with a party or an office: after its picture, in bold, or over two lines. */
export function captionedTurns(view: View, range: Range): Candidate[] {
  const marked = new Map<number, Mark>();
  for (const mark of view.document.marks)
    if (mark.kind === "bold" || mark.kind === "link") marked.set(mark.start, mark);
  const read = (at: (index: number) => Candidate | null): Candidate[] => {
    const turns: Candidate[] = [];
    for (let index = range.from; index < range.to; index++) {
      const caption = at(index);
      if (caption === null) continue;
      turns.push({ ...caption, bodyLine: afterClock(view, caption.bodyLine) });
      index = caption.bodyLine - 1;
    }
    return turns;
  };
  const turns = read((index) => captionAt(view, index, range.to, marked));
  if (turns.length < FEWEST_TURNS) return turns;
  const first = turns[0]!.line;
  const all = read(
    (index) => captionAt(view, index, range.to, marked) ?? (index > first ? nameAlone(view, index) : null),
  );
  return all.flatMap((turn, nth) => withPicture(view, turn, { before: all[nth - 1], after: all[nth + 1] }));
}

/** A turn from the line under its speaker's picture on, where that names the same; no turn for such a line itself. */
function withPicture(
  view: View,
  turn: Candidate,
  { before, after }: { before: Candidate | undefined; after: Candidate | undefined },
): Candidate[] {
  const names = (line: number) => {
    const { name } = turn.speaker;
    return name !== null && line >= 0 && isWhole(view, line) && view.lines[line]!.text.includes(name);
  };
  if (after && turn.bodyLine >= after.line && names(after.line)) return [];
  const above = turn.line - 1;
  const free = before ? above > before.bodyLine || names(before.line) : true;
  const pictured = free && names(above) && !isProse(view.lines[above]!.text);
  return [
    pictured ? { ...inOfficeOf(turn, JOINED.exec(view.lines[above]!.text)?.groups?.rest, view), line: above } : turn,
  ];
}

/** A turn of whoever holds an office, as the line under the picture may say and the one below it need not. */
function inOfficeOf(turn: Candidate, office: string | undefined, view: View): Candidate {
  if (office === undefined || turn.speaker.role !== null || !view.rules.holds("role", office)) return turn;
  const member = turn.member || view.rules.holds("member", office);
  return { ...turn, member, speaker: { ...turn.speaker, ...readRole(office, view.rules) } };
}

/** A name and nothing else between paragraphs: whoever speaks there, where others are known to have their names over what they say. */
function nameAlone(view: View, index: number): Candidate | null {
  const { text } = view.lines[index]!;
  const [above, below] = [view.lines[index - 1]?.text ?? "", view.lines[index + 1]?.text ?? ""];
  const stands = isWhole(view, index) && blockOf(view, index).kind !== "list-item" && /[.?!…]["'”’)]?$/.test(above);
  if (!stands || wordCount(below) < 2 || !/^["'“‘]?\p{Lu}/u.test(below) || /[.?!:;,]$/.test(text)) return null;
  const words = text.replace(TIME, "");
  const { name = words, rest = "" } = TITLED.exec(words)?.groups ?? {};
  return candidate(view, { line: index, bodyLine: index + 1, name, rest, sure: false });
}

/** As many words as a name, a party and a long office have. */
const LONGEST_CAPTION = 16;
const TIME = /^[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?\s*(?:[ap]\.?m\.?)?(?:\s+|$)/i;

/** What is said begins below the hour, where that is printed under a name. */
const afterClock = (view: View, line: number): number =>
  view.lines[line]?.text.replace(TIME, "") === "" ? line + 1 : line;

/** "Ada Moss (Chair)" on a line of its own. */
const TITLED = /^(?<name>\p{Lu}[^()]{2,50}?)\s+\((?<rest>[^()]{2,90})\)$/u;

/** "Ada Moss, Chair", "Lena Ward – Rivers Agency". */
const JOINED = /^(?<name>\p{Lu}[^,–—]{2,50}?)(?:,| [–—-])\s+(?<rest>\S.{2,90})$/u;

/** Whether a line begins its block, or is the first cell of its row, and what stands next opens like speech. */
function startsSpeech(view: View, index: number): boolean {
  const { cell } = blockOf(view, index);
  if (!opensBlock(view, index) || (cell && (cell.column > 0 || !isWhole(view, index)))) return false;
  const below = index + 1 < view.lines.length ? blockOf(view, index + 1) : null;
  const said = below === null ? "" : view.document.text.slice(view.lines[index + 1]!.start, below.end);
  return /^["'“‘(]?[\p{Lu}\d£].*[.?!…–—-]["'”’)]*$/su.test(said);
}

/** Whether a name alone is told from speech by its place: in bold above it, or in the cell beside it. */
function isSetApart(view: View, index: number, mark: Mark | undefined): boolean {
  const { bold, cell } = blockOf(view, index);
  const marked = mark?.kind === "bold" && mark.end >= view.lines[index]!.end;
  return (bold || marked || cell !== null) && startsSpeech(view, index);
}

function captionAt(view: View, index: number, end: number, marked: ReadonlyMap<number, Mark>): Candidate | null {
  const line = view.lines[index]!;
  const text = line.text.replace(TIME, "");
  if (wordCount(text) > LONGEST_CAPTION || /[.?!:;,]$/.test(text) || blockOf(view, index).kind === "list-item")
    return null;
  const office = isWhole(view, index) ? officeAlone(text, view.rules) : null;
  if (office !== null) return officeTurn(view, index, office);
  const picture = view.rules.read("caption", text)?.groups;
  if (picture?.name)
    return candidate(view, {
      line: index,
      bodyLine: index + 1,
      name: picture.name,
      rest: picture.rest ?? "",
      sure: true,
    });
  const holder = view.rules.read("office-holder", text)?.groups;
  if (holder?.name && view.rules.holds("role", holder.role!))
    return candidate(view, { line: index, bodyLine: index + 1, name: holder.name, rest: holder.role!, sure: true });
  const titled = isWhole(view, index) ? TITLED.exec(text)?.groups : undefined;
  const ofBody = titled && startsSpeech(view, index) && kindOfLine(titled.rest!, view.rules) === "organisation";
  if (titled && (ofBody || isPosition(view, titled.rest!)))
    return candidate(view, { line: index, bodyLine: index + 1, name: titled.name!, rest: titled.rest!, sure: false });
  const joined = startsSpeech(view, index) ? JOINED.exec(text)?.groups : undefined;
  if (joined && (isPosition(view, joined.rest!) || kindOfLine(joined.rest!, view.rules) === "organisation"))
    return candidate(view, { line: index, bodyLine: index + 1, name: joined.name!, rest: joined.rest!, sure: false });
  const named = nameBefore(view, text, marked.get(line.end - text.length));
  const partisan = named && view.rules.holds("party", named.rest) ? officeAlone(named.name, view.rules) : null;
  if (partisan !== null) return officeTurn(view, index, partisan);
  if (named) return candidate(view, { line: index, bodyLine: index + 1, ...named, sure: false });
  const heads = blockOf(view, index).kind === "heading" && isWhole(view, index) && readName(text, view.rules)?.sure;
  if (heads || isSetApart(view, index, marked.get(line.end - text.length)))
    return candidate(view, { line: index, bodyLine: index + 1, name: text, rest: "", sure: false });
  const below = view.lines[index + 1]?.text ?? "";
  const stands = isWhole(view, index) && index + 1 < end && !isProse(below) && wordCount(below) <= LONGEST_CAPTION / 2;
  if (stands && isPosition(view, below))
    return candidate(view, { line: index, bodyLine: index + 2, name: text, rest: below, sure: false });
  return null;
}

/** An office over a speech, where whoever holds it is not named. */
const officeTurn = (view: View, index: number, role: string): Candidate => ({
  line: index,
  bodyLine: index + 1,
  words: 0,
  number: null,
  member: view.rules.holds("member", role),
  speaker: { name: null, role, organisation: null },
  sure: false,
});

const isPosition = (view: View, text: string): boolean =>
  view.rules.holds("party", text) || view.rules.holds("role", text);

/** A line that is a name and then a party or an office; the name is printed in bold or as a link, or ends where the office begins. */
function nameBefore(view: View, text: string, mark: Mark | undefined): { name: string; rest: string } | null {
  const name = mark ? view.document.text.slice(mark.start, mark.end) : "";
  if (name !== "" && text.startsWith(name) && name !== text) return { name, rest: text.slice(name.length).trim() };
  const split = new RegExp(
    `^(?<name>.{3,50}?)\\s+(?<rest>${view.rules.list("party")}|${view.rules.list("office")})$`,
    "iu",
  );
  const groups = split.exec(text)?.groups;
  return groups ? { name: groups.name!, rest: groups.rest! } : null;
}

type Caption = { line: number; bodyLine: number; name: string; rest: string; sure: boolean };

/** A party's letters behind a name of two words or more ("Callum Reed SNP"). */
const LETTERS_BEHIND = /^(?<name>\S+ .+?) (?<letters>\p{Lu}{3,4})$/u;

/** The constituency that a parliament prints behind a member's name. */
const SEAT = /(?<=\S \S.*)\s+\([^()]{3,60}\)$/;

function candidate(view: View, { line, bodyLine, name: whole, rest, sure }: Caption): Candidate | null {
  const behind = LETTERS_BEHIND.exec(whole)?.groups;
  const printed = (behind && view.rules.is("party", behind.letters!) ? behind.name! : whole).replace(SEAT, "");
  const name = readName(printed, view.rules);
  if (name === null || kindOfLine(printed, view.rules) !== "name") return null;
  const party = view.rules.holds("party", rest);
  const said = rest === "" || party ? { role: null, organisation: null } : readRole(rest, view.rules);
  const member =
    party || name.member || (view.rules.holds("peer", printed) && rest === "") || view.rules.holds("member", rest);
  return { line, bodyLine, words: 0, number: null, member, sure, speaker: { name: name.name, ...said } };
}
