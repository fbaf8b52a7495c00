import type * as hast from "hast";

/** Elements whose words are read as sentences. */
const PROSE = new Set("p li td th h1 h2 h3 h4 h5 h6 blockquote pre dd dt".split(" "));

/** How much of the prose one child must hold for its siblings to be furniture. */
const NEARLY_ALL = 0.9;

/**
 * The smallest element that holds nearly all of a page's prose, for pages that do not say where their content is, with the headings
 * right above it. After the idea of Readability (Arc90): prose is what stands in paragraphs and is not links.
 */
export function proseRoots(body: hast.Element, weights: ReadonlyMap<hast.Element, number>): hast.Element[] {
  const above: hast.Element[] = [];
  let root = body;
  for (;;) {
    const all = weights.get(root) ?? 0;
    const inside = elementsIn(root);
    const at = inside.findIndex((child) => (weights.get(child) ?? 0) > all * NEARLY_ALL);
    const next = inside[at];
    if (!next || PROSE.has(next.tagName) || all === 0 || goesWith(next, inside, weights)) return [...above, root];
    above.push(...inside.slice(inside.findLastIndex((child, nth) => nth < at && !isSubheading(child)) + 1, at));
    root = next;
  }
}

/** A list or a table of what the sentences beside it lead in, however long it is; a table with no paragraph beside it may only lay out the page. */
const goesWith = (
  { tagName }: hast.Element,
  siblings: readonly hast.Element[],
  weights: ReadonlyMap<hast.Element, number>,
): boolean => SET_OUT.has(tagName) && siblings.some((each) => each.tagName === "p" && (weights.get(each) ?? 0) > 0);

const SET_OUT = new Set("ol ul dl table".split(" "));

/** Below the page's own heading, which is looked for wherever it stands. */
const isSubheading = ({ tagName }: hast.Element): boolean => /^h[2-6]$/.test(tagName);

const elementsIn = (element: hast.Element): hast.Element[] =>
  element.children.filter((child): child is hast.Element => child.type === "element");

/** The length of the prose in each element, without what is left out and without the words of links. */
export function weighProse(
  root: hast.Element,
  leaveOut: (element: hast.Element) => boolean,
): Map<hast.Element, number> {
  const weights = new Map<hast.Element, number>();
  const visit = (element: hast.Element, inProse: boolean): number => {
    if (leaveOut(element) || element.tagName === "a" || element.tagName === "script" || element.tagName === "style")
      return 0;
    const prose = inProse || PROSE.has(element.tagName);
    let sum = 0;
    for (const child of element.children) {
      if (child.type === "element") sum += visit(child, prose);
      else if (child.type === "text" && prose) sum += child.value.trim().length;
    }
    weights.set(element, sum);
    return sum;
  };
  visit(root, false);
  return weights;
}
