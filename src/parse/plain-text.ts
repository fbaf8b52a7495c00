import { type BlockDraft, draftOf, type Piece } from "../document/text-builder.ts";
import type { Reading } from "./assemble.ts";

/** Plain text to blocks. */
export function readPlainText(source: string): Reading {
  const drafts: BlockDraft[] = [];
  let pieces: Piece[] = [];
  let at = 0;
  for (const line of source.split("\n")) {
    if (line.trim() === "") {
      if (pieces.length > 0) drafts.push(draftOf(pieces));
      pieces = [];
    } else {
      if (pieces.length > 0) pieces.push({ kind: "text", text: " ", raw: null });
      pieces.push({ kind: "text", text: line, raw: at });
    }
    at += line.length + 1;
  }
  if (pieces.length > 0) drafts.push(draftOf(pieces));
  return { mediaType: "text/plain", drafts, title: null, metadata: {}, findings: [] };
}
