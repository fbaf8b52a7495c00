/** A pattern as pipeline files print it: a space is any white space, one that is optional ("under ?way") none or any. */
export const anySpace = (pattern: string): string => pattern.replace(/\s\?/g, "\\s*").replace(/\s+/g, "\\s+");
