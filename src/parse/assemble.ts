import type { Document } from "../document/document.ts";
import { type BlockDraft, buildText, visibleLine } from "../document/text-builder.ts";
import type { Finding } from "../records/finding.ts";
import { splitLabelledLines } from "./labelled-lines.ts";
import { languageFindings, languageOf } from "./language.ts";
import { settleNotes } from "./notes.ts";
import { labelBlocks } from "./printed-label.ts";
import type { RawSource } from "./source.ts";
import { settleTableHeads } from "./table-heads.ts";
import { settleTypedLists } from "./typed-lists.ts";

/** What a reader of one format makes of its source, before it becomes a document. */
export type Reading = {
  mediaType: string;
  drafts: BlockDraft[];
  title: string | null;
  metadata: Record<string, string>;
  findings: Finding[];
};

/** A reading to the document that all later stages work on. */
export function assemble(source: RawSource, reading: Reading): Document {
  const built = buildText(settleNotes(settleTableHeads(splitLabelledLines(settleTypedLists(reading.drafts)))));
  const language = languageOf(built.text);
  return {
    id: source.id,
    name: source.name,
    mediaType: reading.mediaType,
    title: (reading.title && visibleLine(reading.title)) || titleOf(built.text, built.blocks),
    language,
    ...built,
    blocks: labelBlocks(built.text, built.blocks),
    pages: [],
    glyphs: [],
    metadata: Object.fromEntries(Object.entries(reading.metadata).map(([name, value]) => [name, visibleLine(value)])),
    findings: [...reading.findings, ...languageFindings(language)],
  };
}

/** The title that a document prints: its title block, or what it begins with where that is a heading or all bold. */
function titleOf(text: string, blocks: Document["blocks"]): string | null {
  const [first] = blocks;
  const block =
    blocks.find((each) => each.kind === "title") ?? (first?.kind === "heading" || first?.bold ? first : undefined);
  return block && block.end - block.start < 300 ? text.slice(block.start, block.end).replaceAll("\n", " ") : null;
}
