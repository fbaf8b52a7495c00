import { createHash } from "node:crypto";
import type { ItemKind } from "./item.ts";

/** sha256 of bytes or of UTF-8 text, hex. */
export function sha256(value: Uint8Array | string): string {
  return createHash("sha256").update(value).digest("hex");
}

/** Wording as it counts for identity: NFKC, lower case, letters and digits with single spaces. Not for display. */
export function normaliseWording(words: string): string {
  const plain = words
    .replace(/\u00ad/g, "")
    .normalize("NFKC")
    .toLowerCase();
  return (plain.match(/(?:[a-z]|[\p{L}\p{N}])+/gu) ?? []).join(" ");
}

/** 16 hex digits out of some strings: short enough to read out, long enough for a hundred million rows. */
export function shortId(...parts: readonly string[]): string {
  return sha256(parts.join("\u0000")).slice(0, 16);
}

/**
 * The id of an item: from its document, its kind, its wording (as `normaliseWording` gives it) and which of the equal ones it is
 * (0-based), so that re-ingesting with newer rules keeps it and a reviewer's decision survives.
 */
export function itemId(document: string, kind: ItemKind, wording: string, occurrence: number): string {
  return shortId(document, kind, wording, String(occurrence));
}
