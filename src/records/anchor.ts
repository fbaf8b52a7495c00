import { z } from "zod";

/** A rectangle on a page, in PDF points from the page's top left corner as it is shown (rotated and cropped). */
export const Box = z.object({
  page: z.int().min(1),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type Box = z.infer<typeof Box>;

/** A half-open pair of offsets in UTF-16 code units of a document's canonical text. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

/**
 * Where a thing stands: `text.slice(start, end) === exact` always holds. `exact`, `prefix` and `suffix` are those of the
 * W3C Web Annotation TextQuoteSelector, `start` and `end` those of its TextPositionSelector.
 */
export const Anchor = Span.extend({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** 1-based; null for sources without pages. */
  page: z.int().min(1).nullable(),
  /** One box a line; empty for sources without pages, and for parts. */
  boxes: z.array(Box),
});
export type Anchor = z.infer<typeof Anchor>;
