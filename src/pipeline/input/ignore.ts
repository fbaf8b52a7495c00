import { matchesGlob } from "node:path";

/** Whether a path (with "/" steps) or a name is one of those that glob patterns name. Blank lines and lines that begin with "#" say nothing. */
export function ignoring(patterns: readonly string[]): (uri: string, name: string) => boolean {
  const globs = patterns.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  return (uri, name) => globs.some((glob) => matchesGlob(name, glob) || matchesGlob(uri, glob));
}
