import { styleText } from "node:util";

/** Styles for a terminal. Where the output is no terminal, or NO_COLOR is set, words stay as they are. */
export const style = {
  strong: (words: string) => paint("bold", words),
  faint: (words: string) => paint("dim", words),
  good: (words: string) => paint("green", words),
  doubtful: (words: string) => paint("yellow", words),
  bad: (words: string) => paint("red", words),
};

// styleText minds NO_COLOR, NODE_DISABLE_COLORS, FORCE_COLOR and whether the stream is a terminal
const paint = (format: Parameters<typeof styleText>[0], words: string): string =>
  styleText(format, words, { stream: process.stdout });
