import type * as hast from "hast";

/** Elements whose words are read as sentences. */
const PROSE = new Set("p li td th h1 h2 h3 h4 h5 h6 blockquote pre dd dt".split(" "));

/** How much of the prose one child must hold for its siblings to be furniture, and how much of all words: sentences may stand in no paragraph. */
const NEARLY_ALL = 0.9;
const MOST = 0.6;

/** How many characters of prose, and of words of any kind, an element holds. */
type Weight = { prose: number; words: number };
export type Weights = ReadonlyMap<hast.Element, Weight>;

/**
 * The smallest element that holds nearly all of a page's prose, for pages that do not say where their content is, with the headings
 * right above it. After the idea of Readability (Arc90): prose is what stands in paragraphs and is not links.
 */
export function proseRoots(body: hast.Element, weights: Weights): hast.Element[] {
  const weight = (element: hast.Element): Weight => weights.get(element) ?? NOTHING;
  const above: hast.Element[] = [];
  let root = body;
  for (;;) {
    const all = weight(root);
    const inside = elementsIn(root);
    const at = inside.findIndex((child) => weight(child).prose > all.prose * NEARLY_ALL);
    const next = inside[at];
    if (!next || PROSE.has(next.tagName) || weight(next).words < all.words * MOST || goesWith(next, inside, weights))
      return [...above, root];
    above.push(...inside.slice(inside.findLastIndex((child, nth) => nth < at && !isSubheading(child)) + 1, at));
    root = next;
  }
}

/** A list or a table of what the sentences beside it lead in, however long it is; a table with no paragraph beside it may only lay out the page. */
const goesWith = ({ tagName }: hast.Element, siblings: readonly hast.Element[], weights: Weights): boolean =>
  SET_OUT.has(tagName) && siblings.some((each) => each.tagName === "p" && (weights.get(each) ?? NOTHING).prose > 0);

const SET_OUT = new Set("ol ul dl table".split(" "));

/** Below the page's own heading, which is looked for wherever it stands. */
const isSubheading = ({ tagName }: hast.Element): boolean => /^h[2-6]$/.test(tagName);

const elementsIn = (element: hast.Element): hast.Element[] =>
  element.children.filter((child): child is hast.Element => child.type === "element");

const NOTHING: Weight = { prose: 0, words: 0 };

/** The weight of each element, without what is left out and without the words of links. */
export function weighProse(root: hast.Element, leaveOut: (element: hast.Element) => boolean): Weights {
  const weights = new Map<hast.Element, Weight>();
  const visit = (element: hast.Element, inProse: boolean): Weight => {
    if (leaveOut(element) || element.tagName === "a" || element.tagName === "script" || element.tagName === "style")
      return NOTHING;
    const isProse = inProse || PROSE.has(element.tagName);
    const sum = { prose: 0, words: 0 };
    for (const child of element.children) {
      const length = child.type === "text" ? child.value.trim().length : 0;
      const { prose, words } =
        child.type === "element" ? visit(child, isProse) : { prose: isProse ? length : 0, words: length };
      sum.prose += prose;
      sum.words += words;
    }
    weights.set(element, sum);
    return sum;
  };
  visit(root, false);
  return weights;
}
