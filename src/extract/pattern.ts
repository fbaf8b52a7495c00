/** Named pieces of patterns that a pipeline file defines once: `{month}` in a pattern stands for the entry `month`. */
export type Words = Readonly<Record<string, string>>;

/** The pattern with every `{name}` replaced by its entry, deeply. Throws a SyntaxError for a name that is not there. */
export function expandWords(pattern: string, words: Words): string {
  return pattern.replace(/\{([a-z][a-z-]+)\}/g, (_, name: string) => {
    const entry = words[name];
    if (entry === undefined) throw new SyntaxError(`no such word list: {${name}}`);
    return `(?:${expandWords(entry, words)})`;
  });
}

/** A pattern of a pipeline file, compiled. Throws a SyntaxError that names the rule where it cannot be read. */
export function compilePattern(name: string, pattern: string, words: Words, flags: string): RegExp {
  try {
    return new RegExp(expandWords(pattern, words), flags);
  } catch (cause) {
    throw new SyntaxError(`the pattern of "${name}" cannot be read: ${(cause as Error).message}`, { cause });
  }
}
