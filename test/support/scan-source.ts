import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { greyOf, type Picture } from "../../src/parse/ocr/picture.ts";

const fonts = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "standard_fonts");
GlobalFonts.registerFromPath(join(fonts, "LiberationSans-Regular.ttf"), "Drawn");

/** What is drawn: lines of words with their size, in pixels from the top left, all turned about the middle as a crooked scan is. */
export type Drawing = {
  width: number;
  height: number;
  degrees: number;
  lines: readonly { x: number; y: number; size: number; text: string }[];
  /** Black discs, as punch holes are. */
  holes?: readonly { x: number; y: number; radius: number }[];
};

/** A grey picture of a page. */
export function scan({ width, height, degrees, lines, holes = [] }: Drawing): Picture {
  const context = createCanvas(width, height).getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  context.fillStyle = "black";
  for (const { x, y, size, text } of lines) {
    context.font = `${size}px Drawn`;
    context.fillText(text, x, y);
  }
  for (const { x, y, radius } of holes) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}

/** Share of dark pixels in a box, in pixels: high under a word, near nothing beside one. */
export function inkIn({ grey, width }: Picture, box: { x: number; y: number; width: number; height: number }): number {
  let dark = 0;
  for (let row = Math.round(box.y); row < box.y + box.height; row++)
    for (let column = Math.round(box.x); column < box.x + box.width; column++)
      if (grey[row * width + column]! < 128) dark++;
  return dark / (box.width * box.height);
}

/** The picture in black and white as PDF content that fills a page of so many points. */
export function pictureContent({ width, height, grey }: Picture, page: { width: number; height: number }): string {
  const bytesARow = Math.ceil(width / 8);
  const bits = Buffer.alloc(bytesARow * height);
  for (let at = 0; at < grey.length; at++) {
    const [row, column] = [Math.floor(at / width), at % width];
    if (grey[at]! >= 128) bits[row * bytesARow + (column >> 3)]! |= 128 >> (column & 7);
  }
  const image = `BI /W ${width} /H ${height} /CS /G /BPC 1 /F /AHx ID ${bits.toString("hex")}> EI`;
  return `q ${page.width} 0 0 ${page.height} 0 0 cm ${image} Q`;
}
