/** One edit of a library's text: `find` stands there exactly once. */
export type Edit = { find: string; put: string };

/** The text with all edits made, or null where one of them does not fit. */
export function withEdits(source: string, edits: readonly Edit[]): string | null {
  const places = edits.map((edit) => ({ ...edit, at: source.indexOf(edit.find) })).sort((a, b) => a.at - b.at);
  if (places.some(({ find, at }) => at < 0 || source.indexOf(find, at + 1) >= 0)) return null;
  let done = 0;
  const pieces = places.flatMap(({ find, put, at }) => {
    const before = source.slice(done, at);
    done = at + find.length;
    return [before, put];
  });
  return pieces.join("") + source.slice(done);
}
