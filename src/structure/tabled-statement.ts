import type { Block } from "../document/document.ts";
import { isPoint, sameCell } from "./statement-extent.ts";
import { codeOf, labelIn, openingWith, type Statement, says } from "./statement-label.ts";
import { headOf, rowOf, type Tables } from "./table.ts";
import { textOf, type View } from "./view.ts";

/** The blocks of one cell from here on, as far as another label begins. */
function restOfCell(view: View, blocks: readonly Block[], at: number): Block[] {
  const goesOn = (block: Block | undefined) =>
    block !== undefined &&
    sameCell(block, blocks[at]!) &&
    (block.label === null || isPoint(block)) &&
    !says(view, block);
  let end = at + 1;
  while (goesOn(blocks[end])) end++;
  return blocks.slice(at + 1, end);
}

/** A cell of a column of recommendations; its number may have a column of its own, or a line of its own in the cell. */
export function tabled(view: View, blocks: readonly Block[], at: number, tables: Tables): Statement {
  const block = blocks[at]!;
  const number = rowOf(tables, block).get("label");
  const rest = restOfCell(view, blocks, at);
  const heading = says(view, block) && rest.length > 0 ? textOf(view, block) : null;
  const { span, label } = openingWith(view, heading === null ? block : rest[0]!, heading);
  const printed = label === null && !number ? TYPED_NUMBER.exec(view.document.text.slice(span.start, span.end)) : null;
  return {
    at: block.start,
    span: { start: span.start + (printed?.[0].length ?? 0), end: (rest.at(-1) ?? block).end },
    label:
      label ??
      printed?.[1] ??
      (number ? codeOf(view, textOf(view, number)) : null) ??
      labelIn(view, headOf(tables, block)),
    heading,
  };
}

/** The number at the beginning of a cell's words, which no reader of a format takes for the number of a list. */
const TYPED_NUMBER =
  /^(?:[Rr]ec(?:ommendation|\.)?\s?)?(\p{Lu}{0,2}\d{1,2}(?:\.\d{1,2})*)(?:[.):]\s+|\s+(?=\p{Lu}))(?=["“‘(]?\p{L})/u;
