/** Words as the source of a regular expression (also one with the flag u or v) that fits them alone. */
export const literal = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
