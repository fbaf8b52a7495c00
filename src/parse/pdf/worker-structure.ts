import type { Edit } from "./text-edit.ts";

/** An element with more kids than this is a document, a chapter, a long table: hardly one of them is on the page that is asked for. */
const MANY_KIDS = 64;

/**
 * The structure tree of a page, of which the reader wants roles, spans and the way to the text: without annotations, pictures and
 * other words; and of long lists of kids only those that the page has, where the library looks through all of them on each page.
 * (Rows keep all their cells: empty ones count as columns.) Written against pdfjs-dist 6.5.
 */
export const STRUCTURE_EDITS: readonly Edit[] = [
  { find: "await this._parsedAnnotations;\n    try {\n      const structTree", put: "try {\n      const structTree" },
  { find: "for (const a of node.attributes) {", put: "for (const a of []) {" },
  {
    find: 'const kids = this.dict.get("K");\n    if (Array.isArray(kids)) {',
    put: `const kids = this.dict.get("K");
    if (Array.isArray(kids) && kids.length > ${MANY_KIDS} && this.role !== "TR") {
      if (!kids.places) {
        const isElement = kid => kid instanceof Dict && !isName(kid.get("Type"), "MCR") && !isName(kid.get("Type"), "OBJR");
        kids.places = new Map();
        kids.loose = [];
        kids.forEach((kid, at) => {
          if (kid instanceof Ref && isElement(this.xref.fetch(kid))) kids.places.set(kid.toString(), at);
          else kids.loose.push(at);
        });
      }
      this.places = kids.places;
      for (const at of kids.loose) {
        const element = this.parseKid(pageObjId, this.xref.fetchIfRef(kids[at]));
        if (element) this.kids.push(Object.assign(element, { at }));
      }
    } else if (Array.isArray(kids)) {`,
  },
  {
    find: "let save = false;\n    for (const kid of parentNode.kids) {",
    put: `const at = parentNode.places?.get(dict.objId);
    if (at !== undefined) {
      const kid = new StructElement({ type: StructElementType.ELEMENT, dict });
      parentNode.kids.push(Object.assign(kid, { at, parentNode: element }));
      return element;
    }
    let save = false;
    for (const kid of parentNode.kids) {`,
  },
  {
    find: "for (const kid of node.kids) {\n        const kidElement",
    put: "if (node.places) node.kids.sort((a, b) => a.at - b.at);\n      for (const kid of node.kids) {\n        const kidElement",
  },
];
