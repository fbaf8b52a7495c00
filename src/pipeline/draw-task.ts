import { drawPage } from "../parse/page-image.ts";
import type { Box } from "../records/anchor.ts";

/** Draw a page of a PDF with boxes laid over it. `scale` is pixels a point. */
export type DrawTask = { kind: "draw"; bytes: Uint8Array; page: number; boxes: readonly Box[]; scale: number };
export type DrawResult = { png: Uint8Array };

/** Does a `DrawTask`. */
export async function draw({ bytes, page, boxes, scale }: DrawTask): Promise<DrawResult> {
  return { png: await drawPage(bytes, page, boxes, { scale }) };
}
