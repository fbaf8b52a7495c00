import type { Document } from "../document/document.ts";
import type { SiteProfile } from "./site-profile.ts";

/** Bytes and what is known of them before they are read. */
export type RawSource = { id: string; name: string; bytes: Uint8Array };

/** What parsing may be told. Limits are bytes, pages, levels and characters; see `DEFAULT_LIMITS`. */
export type ParseOptions = { profiles: readonly SiteProfile[]; limits: ParseLimits };

/** Where reading stops with "too-large" or "too-deep". */
export type ParseLimits = { bytes: number; characters: number; pages: number; depth: number; unpackedBytes: number };

/** Stated in the README and settable in `answerable.config.yaml`. */
export const DEFAULT_LIMITS: ParseLimits = {
  bytes: 100_000_000,
  characters: 20_000_000,
  pages: 5_000,
  depth: 1_000,
  unpackedBytes: 200_000_000,
};

/** Thrown by a parser for bytes that cannot be read. Any other error is our own mistake and stays loud. */
export class Unreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Bytes to the text everyone works on. Throws `Unreadable` with a code of its own for each way of being unreadable. */
export async function parse(_source: RawSource, _options: ParseOptions): Promise<Document> {
  throw new Unreadable("unknown-format", "No reader for this format yet.");
}
