import type { Block, Document } from "../src/document/document.ts";

const SAYS: ReadonlySet<Block["kind"]> = new Set(["paragraph", "list-item", "cell", "quotation", "note"]);
/** Labels that stand in running text: "Recommendation 4:", "Question No: 2019/0011", "Q3.", "4.2". */
const PRINTED =
  /^\s*(?:(?:recommendation|question|action|response|answer|reply|point|item)s?\s*(?:no\.?|number)?\s*:?\s*[\d/.()a-z]{0,9}\s*[:.–—-]\s+|q\d+[.:)]?\s+|\(?\d+(?:\.\d+)*[.):]?\s+|\([a-z]{1,3}\)\s+)/i;

/** A document without its headings, titles and printed labels: only what is said. Its metadata stays, as on the envelope of a letter. */
export function stripped(document: Document): Document {
  let text = "";
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const words = document.text.slice(block.body, block.end).replace(PRINTED, "").trim();
    if (!SAYS.has(block.kind) || words === "") continue;
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += words;
    blocks.push({ ...block, start, body: start, end: text.length, label: null, bold: false, italic: false });
  }
  return { ...document, title: null, text, blocks, marks: [], pages: [], glyphs: [], sourceRuns: [] };
}
