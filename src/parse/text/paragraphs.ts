import { endOf, isBlank, type Line } from "./line.ts";
import {
  beginsSmall,
  bulletLength,
  endsSentence,
  hasHeadingShape,
  isLoneBullet,
  isShort,
  isTabular,
  lineLabel,
  wordCount,
} from "./shape.ts";

/** Lines that are one block: joined into running text, or kept as lines (addresses, sign-offs, columns). */
export type Paragraph = { lines: Line[]; kept: boolean; gapBefore: boolean };

/** How a text's lines were ended: `width` is the column at which running text was broken, null where each line end is meant. */
export type Setting = { width: number | null; spaced: boolean };

/** Text set wider than this was not broken by hand or by a printer. */
const WIDEST = 160;
const NARROWEST = 40;

/**
 * How the lines of a text were ended. Broken text has many lines after which the next word would not have fitted; text with
 * a paragraph a line has not. Some converters undo the breaks here and there, so that long lines stand among broken ones.
 * `spaced`: blank lines part the paragraphs.
 */
export function settingOf(lines: readonly Line[]): Setting {
  const full = lines.filter((line) => !isBlank(line));
  const spaced = lines.length - full.length >= Math.max(2, full.length * 0.12);
  const plain = full.filter((line) => !isTabular(line.text) && !isField(line));
  const ends = plain.map(endOf).filter((end) => end <= WIDEST);
  if (ends.length < plain.length * 0.75) return { width: null, spaced };
  // short lines (addresses, headings, forms) say nothing of the width, long ones may be notes in small type
  const long = ends.filter((end) => end >= NARROWEST).sort((a, b) => a - b);
  const width = long[Math.floor((long.length - 1) * 0.75)];
  return { width: width !== undefined && isBroken(lines, width) ? width : null, spaced };
}

/** "Sent: …", "Our ref: …": a field's line ends where its value does, and the line above it likewise. */
const isField = ({ text }: Line): boolean => /^\p{Lu}[\p{L}-]{1,12}(?: [\p{L}]{2,12})?:\s/u.test(text);

/** Whether at least half of the longer lines that another follows end where its first word would have gone over the edge. */
function isBroken(lines: readonly Line[], width: number): boolean {
  let pairs = 0;
  let forced = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || isBlank(line) || isBlank(next) || isTabular(line.text) || isField(next)) continue;
    if (endOf(line) > WIDEST || endOf(line) < width / 2) continue;
    pairs++;
    if (isFull(line, next, width, 0.9)) forced++;
  }
  return forced >= 2 && forced >= pairs * 0.5;
}

/** Whether the first word of the next line would have gone over the edge. In proportional type the edge is uneven: hence the slack. */
function isFull(line: Line, next: Line, width: number, slack = 0.96): boolean {
  return endOf(line) + 1 + firstWord(next.text).length > width * slack;
}

const firstWord = (text: string): string => /^\S*/.exec(text.slice(0, 60))![0];

/** The paragraphs of a text, in order. */
export function paragraphsOf(lines: readonly Line[], setting: Setting): Paragraph[] {
  const out: Paragraph[] = [];
  let gap = true;
  for (const line of withBulletsFilled(lines)) {
    if (isBlank(line) || isRule(line)) {
      gap = true;
      continue;
    }
    const last = out.at(-1);
    const how = last ? relation(last, line, gap && !line.seam, setting) : "apart";
    if (how === "joined") last!.lines.push(line);
    else if (how === "line") {
      last!.lines.push(line);
      last!.kept = true;
    } else out.push({ lines: [line], kept: false, gapBefore: gap });
    gap = false;
  }
  return out;
}

/** A line drawn across the page with signs. */
const isRule = (line: Line): boolean => /^[-=_*~–—]{5,}$/.test(line.text);

/** A bullet alone on its line takes the next line's words. */
function* withBulletsFilled(lines: readonly Line[]): Generator<Line> {
  let bullet: Line | null = null;
  for (const line of lines) {
    if (bullet && isBlank(line)) continue;
    if (isLoneBullet(line.text)) {
      bullet = line;
      continue;
    }
    yield bullet ? { ...line, text: `${bullet.text} ${line.text}`, raw: null, indent: bullet.indent } : line;
    bullet = null;
  }
}

type Relation = "joined" | "line" | "apart";

function relation(last: Paragraph, line: Line, gap: boolean, setting: Setting): Relation {
  const before = last.lines.at(-1)!;
  if (gap || line.seam) return runsOn(last, line, setting) ? "joined" : "apart";
  if (last.kept) return isShort(line) && !startsItem(line) && setting.spaced ? "line" : "apart";
  if (TYPED_QUESTION.test(last.lines[0]!.text) && TYPED_ANSWER.test(line.text)) return "apart";
  if (startsItem(line) && !isAccident(last, line, setting)) return "apart";
  if (endsSentence(before.text) && OPENS_TURN.test(line.text)) return "apart";
  if (CLOCK.test(line.text) || (CLOCK.test(before.text) && !endsSentence(before.text))) return "apart";
  if (setting.width !== null && continues(last, line, setting.width)) return "joined";
  const shorts = last.lines.length === 1 && (isShort(before) || isTabular(before.text)) && !startsItem(before);
  return setting.spaced && shorts && (isShort(line) || isTabular(line.text)) ? "line" : "apart";
}

const startsItem = (line: Line): boolean =>
  bulletLength(line.text) > 0 || lineLabel(line.text) !== null || TYPED_QUESTION.test(line.text);

/** "Q Why …", "Q. Why …": a question that someone wrote down, on a line of its own. */
const TYPED_QUESTION = /^Q(?:\d{1,3})?[.:)]?\s+\p{Lu}/u;

/** "A The …" under such a question. */
const TYPED_ANSWER = /^A(?:\d{1,3})?[.:)]?\s+[\p{Lu}\p{N}£]/u;

/** "00:12:05 Ada Moss (Chair)": when somebody begins to speak, over what is said. */
const CLOCK = /^[[(]?\d{1,2}:\d{2}:\d{2}[\])]?\s/;

/** "Ada Moss (Chair): …", "Q12 Tom Reed: …": who speaks, or what is said ("Action: …"), at the start of a line after a sentence. */
const OPENS_TURN =
  /^(?:Q\d{1,4}\s+)?\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|of|and|for|the)){0,5}(?:\s\([^()]{2,80}\))?:\s+["'“‘]?\p{Lu}/u;

/** A number or dash that only happens to come first on a line of running text. */
function isAccident(last: Paragraph, line: Line, { width }: Setting): boolean {
  const before = last.lines.at(-1)!;
  const first = last.lines[0]!;
  // a second sign of the same list is no accident
  if (bulletLength(line.text) > 0 && first.text[0] === line.text[0] && bulletLength(first.text) > 0) return false;
  if (width === null || endsSentence(before.text) || !isFull(before, line, width)) return false;
  return last.lines.length > 1 ? line.indent === before.indent : line.indent >= before.indent;
}

/** Whether a line goes on with the running text before it, in text that was broken at `width`. */
function continues(last: Paragraph, line: Line, width: number): boolean {
  const before = last.lines.at(-1)!;
  if (isTabular(before.text) || isTabular(line.text)) return false;
  // lines set at the right, such as a sender's address, end at the edge without having been broken there
  if (before.indent > width * 0.35 && before.text.length < width * 0.6) return false;
  if (last.lines.length > 1 && endsSentence(before.text) && line.indent > before.indent + 1) return false;
  if (/[\p{L}\p{N}]-$/u.test(before.text) || /^(?:and|or)$/.test(line.text)) return true;
  const stops = endsSentence(before.text);
  // a heading or a sign-off under a paragraph that happens to end near the edge
  if (stops && line.text.length < 40 && !endsSentence(line.text) && !beginsSmall(line.text)) return false;
  if (isFull(before, line, width)) return true;
  if (endOf(before) > width * 0.8 && !(stops && endOf(before) < width * 0.9))
    return !isShort(line) || beginsSmall(line.text) || !stops;
  return beginsSmall(line.text) && !stops && wordCount(before.text) >= 4;
}

/** Shorter paragraphs do not run on over a gap: they may be items of a list without signs. */
const RUNS_ON = 60;

/** Whether a sentence goes on after a page end, or after a gap that a page end left behind. */
function runsOn(last: Paragraph, line: Line, { width }: Setting): boolean {
  const before = last.lines.at(-1)!;
  if (last.kept || endsSentence(before.text) || startsItem(line) || isTabular(line.text) || isTabular(before.text))
    return false;
  if (!line.seam && last.lines.length === 1 && hasHeadingShape(before.text)) return false;
  const long = last.lines.length > 1 || before.text.length >= RUNS_ON;
  if (beginsSmall(line.text))
    return long ? !(/,$/.test(before.text) && !line.seam) : line.seam && wordCount(before.text) >= 4;
  return line.seam && width !== null && long && isFull(before, line, width);
}
