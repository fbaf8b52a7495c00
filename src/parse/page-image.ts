import type { Box } from "../records/anchor.ts";
import { drawOn } from "./pdf/draw.ts";
import { openForDrawing } from "./pdf/open.ts";

/** How a page is drawn: pixels a point, and the highlight's colour (CSS). */
export type DrawOptions = { scale?: number; colour?: string };

/** Yellow that leaves black letters readable when laid over them. */
const HIGHLIGHT = "rgba(255, 210, 0, 0.4)";

/**
 * Draws a page of a PDF as PNG, with boxes (points from the top left, as in anchors; those of other pages are passed over) laid over
 * it. Throws `Unreadable` as reading does, and a RangeError where the document has no such page.
 */
export async function drawPage(
  bytes: Uint8Array,
  number: number,
  boxes: readonly Box[],
  { scale = 1.5, colour = HIGHLIGHT }: DrawOptions = {},
): Promise<Uint8Array> {
  const { file, close } = await openForDrawing(bytes);
  try {
    if (!(number >= 1 && number <= file.numPages))
      throw new RangeError(`page ${number} of a document of ${file.numPages} pages`);
    const canvas = await drawOn(await file.getPage(number), scale);
    const context = canvas.getContext("2d");
    context.fillStyle = colour;
    for (const box of boxes)
      if (box.page === number) context.fillRect(box.x * scale, box.y * scale, box.width * scale, box.height * scale);
    return canvas.toBuffer("image/png");
  } finally {
    await close();
  }
}
