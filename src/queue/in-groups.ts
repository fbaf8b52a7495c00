/** Small documents travel together, so that what a job costs is shared: no more of them than are done in a second or two. */
const MOST_DOCUMENTS = 100;
const MOST_BYTES = 1_000_000;
/** Where all are known that are to be done, no more travel together than one of so many shares of what is left, or so few. */
const SHARES = 16;
const FEWEST = 12;

/** How many documents travel together at most when so many are left: fewer and fewer towards the end, that no worker is long at its last job while others have none. */
export const mostOf = (left: number): number => Math.min(MOST_DOCUMENTS, Math.max(FEWEST, Math.ceil(left / SHARES)));

/** As they travel where hardly any others are left. */
export const inDozens = <D>(documents: readonly D[]): D[][] =>
  Array.from({ length: Math.ceil(documents.length / FEWEST) }, (_, at) =>
    documents.slice(at * FEWEST, (at + 1) * FEWEST),
  );

/**
 * Documents as they travel, in the order in which they come; a large one goes alone, and so does one whose size is not known. `left` are those of them,
 * and others, that are still to go; they may be without end.
 */
export function inGroups<D>(
  documents: readonly D[],
  { bytesOf, left }: { bytesOf: (document: D) => number | null; left: number },
): D[][] {
  const groups: D[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  let room = 0;
  for (const [at, document] of documents.entries()) {
    const size = bytesOf(document) ?? MOST_BYTES;
    const last = groups.at(-1);
    if (last && bytes + size <= MOST_BYTES && last.length < room) {
      last.push(document);
      bytes += size;
    } else {
      groups.push([document]);
      bytes = size;
      room = mostOf(left - at);
    }
  }
  return groups;
}
