import type * as hast from "hast";
import { selectAll } from "hast-util-select";

/** Elements that selectors name without an attribute. */
const STRUCTURE = new Set(
  "html head title body main article section aside nav header footer div form h1 time meta script".split(" "),
);
/** Attributes that say how an element looks or where it leads, not what it is. */
const PLAIN = new Set(
  "href src alt title style lang dir align vAlign width height target rel colSpan rowSpan start type".split(" "),
);

/** The elements of a page that any of some CSS selectors points at, in the order of the page. */
export type Query = (...selectors: string[]) => hast.Element[];

/**
 * A way of asking a page for elements. It looks at the page without its words and its plain paragraphs, list items and emphases: selecting
 * costs many steps for every element and selector, on a long page more than all the rest of reading it.
 */
export function queryOf(tree: hast.Root): Query {
  const originals = new Map<hast.Element, hast.Element>();
  const prune = (nodes: readonly hast.Nodes[]): hast.Element[] =>
    nodes.flatMap((node) => {
      if (node.type !== "element") return [];
      const children = prune(node.children);
      if (!isNamed(node)) return children;
      const copy: hast.Element = { ...node, children };
      originals.set(copy, node);
      return [copy];
    });
  const skeleton: hast.Root = { type: "root", children: prune(tree.children) };
  return (...selectors) =>
    selectors.length === 0 ? [] : selectAll(selectors.join(", "), skeleton).map((element) => originals.get(element)!);
}

const isNamed = ({ tagName, properties }: hast.Element): boolean =>
  STRUCTURE.has(tagName) || Object.keys(properties).some((name) => !PLAIN.has(name));
