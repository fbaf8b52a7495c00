import { isBlank, type Line } from "./line.ts";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number at the start of a line that may be a note's: set off by white space, or alone with its words on the next line. */
const NUMBER = /^(\d{1,3})(?:\s+(?=\S)|$)/;

/** Converters lose a number now and then. */
const MOST_LOST = 3;

/**
 * Pages in which the notes at their feet and the marks that point at them have raised figures, as they were printed: what makes
 * text of a PDF sets both like any other number. A page's notes are known by counting on from the page before, by going to the page's end,
 * and by marks of the same numbers that stick to words above them.
 */
export function raiseNotes(pages: readonly Line[][]): Line[][] {
  let next = 1;
  return pages.map((page) => {
    const first = next;
    const from = notesFrom(page, first);
    if (from === null) return page;
    const notes = page.slice(from).map((line) => {
      const number = NUMBER.exec(line.text)?.[1];
      if (number === undefined || Number(number) < next || Number(number) > next + MOST_LOST) return line;
      next = Number(number) + 1;
      return { ...line, text: raise(number) + line.text.slice(number.length) };
    });
    return [...page.slice(0, from).map((line) => withMarks(line, first, next)), ...withNumbersFilled(notes)];
  });
}

/** A raised number alone on its line takes the next line's words. */
function withNumbersFilled(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let number: Line | null = null;
  for (const line of lines) {
    if (ALONE.test(line.text)) number = line;
    else if (number === null) out.push(line);
    else if (!isBlank(line)) {
      out.push({ ...line, text: `${number.text} ${line.text}`, raw: null });
      number = null;
    }
  }
  return out;
}

const ALONE = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}$/;

const raise = (digits: string): string => [...digits].map((digit) => RAISED[Number(digit)]).join("");

/** A mark of a note: figures stuck to a word or a stop, with white space or a stop after them. */
const STUCK = /(?<=[\p{L}.,;:!?'"”’)\]])(\d{1,3})(?=$|[\s.,;:)\]”’—–-])/gu;

function withMarks(line: Line, from: number, to: number): Line {
  const text = line.text.replace(STUCK, (digits) =>
    Number(digits) >= from && Number(digits) < to ? raise(digits) : digits,
  );
  return text === line.text ? line : { ...line, text };
}

/** The index of the line with which a page's notes begin; null where it has none that are sure. */
function notesFrom(page: readonly Line[], next: number): number | null {
  const starts = page.flatMap((line, at) => (Number(NUMBER.exec(line.text)?.[1]) === next ? [at] : []));
  const from = starts.findLast((at) => hasMark(page.slice(0, at), next));
  return from === undefined || from < page.length * 0.2 ? null : from;
}

const hasMark = (lines: readonly Line[], number: number): boolean =>
  lines.some((line) => [...line.text.matchAll(STUCK)].some(([digits]) => Number(digits) === number));

/** A line that begins a note, its number raised. */
const RAISED_START = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s*(?=\S)/;

/** Lines without the notes among them; each note is kept by the line before it, so that the text runs on over it. */
export function setNotesAside(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let note: Line[] | null = null;
  let pending: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    if (RAISED_START.test(line.text)) {
      note = [line];
      pending.push(note);
    } else if (note !== null && !isBlank(line) && !line.seam && !isBlank(lines[at - 1]!)) note.push(line);
    else if (note === null || !isBlank(line)) {
      const seam = line.seam || note !== null;
      if (note !== null) attach(out, pending);
      if (note !== null) pending = [];
      note = null;
      out.push(seam === line.seam ? line : { ...line, seam });
    }
  }
  attach(out, pending);
  return out;
}

function attach(lines: Line[], notes: Line[][]): void {
  if (notes.length === 0) return;
  const at = lines.findLastIndex((line) => !isBlank(line));
  if (at < 0) lines.push(...notes.flat());
  else lines[at] = { ...lines[at]!, notes };
}
