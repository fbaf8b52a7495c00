import type { OcrOptions } from "./ocr/settings.ts";
import type { SiteProfile } from "./site-profile.ts";

/** Bytes and what is known of them before they are read. */
export type RawSource = { id: string; name: string; bytes: Uint8Array };

/** What parsing may be told. Limits are bytes, pages, levels and characters; see `DEFAULT_LIMITS`. `ocr` is `DEFAULT_OCR` where it is not given. */
export type ParseOptions = { profiles: readonly SiteProfile[]; limits: ParseLimits; ocr?: OcrOptions };

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
