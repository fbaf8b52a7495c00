import { anchorOf } from "../../document/anchor.ts";
import type { Block, Document } from "../../document/document.ts";
import { oncePer } from "../../document/once.ts";
import { contains, firstEndingAfter } from "../../document/span.ts";
import type { Structure } from "../../document/structure.ts";
import type { Span } from "../../records/anchor.ts";
import { shortId } from "../../records/ids.ts";
import type { Item } from "../../records/item.ts";
import type { Part, PartKind } from "../../records/part.ts";
import type { Reference } from "../../records/reference.ts";
import { type CompiledSchemes, compileSchemes, findMentions, type Mention } from "./mention.ts";
import { ReferenceRules } from "./scheme.ts";
import { normalForm, relativeYear } from "./value.ts";

export { ReferenceRules };

/** A pipeline is compiled once, not once a document. */
const schemesOf = oncePer(compileSchemes);

/** The numbered public documents that a document cites, in reading order. */
export function extractReferences(
  document: Document,
  structure: Structure,
  items: readonly Item[],
  rules: ReferenceRules,
): Reference[] {
  const cues = schemesOf(rules);
  const known = knownOf(items);
  return structure.parts.flatMap((part) =>
    mentionsIn(document, part, known, cues).map((mention) => toReference(document, part, known, mention)),
  );
}

/** What is asked of a document's items: where they stand, in reading order without overlaps, and their labels. */
type Known = {
  items: readonly Item[];
  anchors: readonly Span[];
  /** The first item of each label. */
  labelled: ReadonlyMap<string | null, Item>;
  /** Labels of recommendations. */
  recommended: ReadonlySet<string | null>;
};

const knownOf = (items: readonly Item[]): Known => ({
  items,
  anchors: items.map(({ anchor }) => anchor),
  labelled: new Map(items.map((item) => [item.label, item] as const).reverse()),
  recommended: new Set(items.flatMap(({ kind, label }) => (kind === "recommendation" ? [label] : []))),
});

/** Mentions in one part, in offsets of the document; a heading of a statement is none. */
function mentionsIn(document: Document, part: Part, known: Known, cues: CompiledSchemes): Mention[] {
  const { start, end } = part.anchor;
  return findMentions(document.text.slice(start, end), cues, part.kind)
    .map((mention) => ({
      ...mention,
      start: mention.start + start,
      end: mention.end + start,
      lead: shift(mention.lead, start),
    }))
    .filter((mention) => !mention.cue.ofLabels || isLabel(known, mention))
    .filter((mention) => !(mention.cue.notAsHeading && headsStatement(document, part, known, mention)));
}

const isLabel = ({ recommended }: Known, { printed }: Mention): boolean => recommended.has(printed.whole);

const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/**
 * A heading, a contents line, or what stands alone at the beginning of a block or before its colon or full stop heads the statement of
 * that number; in an answer that does not set the statement out again, it cites it.
 */
function headsStatement({ text, blocks }: Document, part: Part, known: Known, mention: Mention): boolean {
  const block: Block | undefined = blocks[firstEndingAfter(blocks, mention.lead.start)];
  if (!block) return false;
  if (block.kind === "contents") return true;
  const heading = block.kind === "heading" || block.kind === "title";
  const opens = text.slice(block.start, mention.lead.start).trim() === "";
  const alone = opens && /^\s*(?:$|[:.–—)-]|\n)/.test(text.slice(mention.end, block.end));
  if (!heading && !alone) return false;
  return isLabel(known, mention) || !ANSWERS.includes(part.kind);
}

const ANSWERS: readonly PartKind[] = ["reply", "response"];

function toReference(document: Document, part: Part, known: Known, mention: Mention): Reference {
  const printed =
    mention.scheme.value === "question"
      ? relativeYear(document.text, mention.end, mention.printed, part.date)
      : mention.printed;
  const value = normalForm(mention.scheme, printed);
  const span = { start: mention.start, end: mention.end };
  return {
    id: shortId(document.id, "reference", mention.scheme.name, value, String(mention.start)),
    scheme: mention.scheme.name,
    value,
    anchor: anchorOf(document, span),
    item: itemAt(known, span) ?? itemLabelled(known, value),
  };
}

function itemAt({ items, anchors }: Known, span: Span): string | null {
  const item = items[firstEndingAfter(anchors, span.start)];
  return item && contains(item.anchor, span) ? item.id : null;
}

/** A written question's own number stands above the question: the item that bears it as its label. */
const itemLabelled = ({ labelled }: Known, value: string): string | null =>
  /\//.test(value) ? (labelled.get(value)?.id ?? null) : null;
