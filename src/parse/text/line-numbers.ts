import { isBlank, type Line } from "./line.ts";
import { beginsSmall } from "./shape.ts";

/** Fewer lines numbered one after the other may be a list. */
const FEWEST = 8;

/** A number in a column of its own before the words of a line; or with no words, as transcripts number empty lines. */
const NUMBERED = /^(?<number>\d{1,4})(?:\s{2,}(?=\S)|$)/;

/**
 * Lines without the numbers that transcripts of hearings print before each of them. They are told from a list by going up line by line (or
 * beginning again at 1, on the next page) over many lines, in which sentences run on from one to the next.
 */
export function withoutLineNumbers(lines: readonly Line[]): Line[] {
  const out = [...lines];
  let run: number[] = [];
  let last = 0;
  const close = () => {
    const running = run.filter((at) => beginsSmall(wordsOf(lines[at]!))).length;
    if (run.length >= FEWEST && running >= 2) for (const at of run) out[at] = stripped(lines[at]!);
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const number = Number(NUMBERED.exec(line.text)?.groups?.number ?? Number.NaN);
    if (Number.isNaN(number) || (run.length > 0 && number !== last + 1 && number !== 1)) close();
    if (!Number.isNaN(number)) run.push(at);
    last = number;
  }
  close();
  return out;
}

const wordsOf = ({ text }: Line): string => text.replace(NUMBERED, "");

function stripped(line: Line): Line {
  const length = NUMBERED.exec(line.text)![0].length;
  const raw = line.raw === null ? null : line.raw + length;
  return { ...line, text: line.text.slice(length), raw, indent: line.indent + length };
}
