import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { greyOf, type Picture } from "../ocr/picture.ts";
import type { OpenFile } from "./library.ts";

type OpenPage = Awaited<ReturnType<OpenFile["getPage"]>>;

/** A page drawn at so many pixels a point. */
export async function drawOn(page: OpenPage, scale: number): Promise<Canvas> {
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext("2d");
  // the library's types know only the browser's canvas
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  return canvas;
}

/** Points to the inch (ISO 32000-1, 8.3.2.3). */
export const POINTS_PER_INCH = 72;

/** No side of a picture is longer than this, in pixels: A2 at 200 dots an inch. */
const LONGEST_SIDE = 4_700;

/** A page as a grey picture of so many dots an inch, or fewer where the page is very large; `scale` is pixels a point. */
export async function drawGrey(page: OpenPage, dpi: number): Promise<{ picture: Picture; scale: number }> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dpi / POINTS_PER_INCH, LONGEST_SIDE / Math.max(width, height));
  const canvas = await drawOn(page, scale);
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return { picture: greyOf(pixels, canvas.width, canvas.height), scale };
}
