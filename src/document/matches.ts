/**
 * All that a global pattern finds in a text, in order. `matchAll` tells the same of a copy of the pattern, which it makes for each text: short
 * texts cost more so than reading them does.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}
