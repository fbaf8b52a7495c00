/** A grey picture: one byte a pixel (0 black, 255 white), row by row from the top left. */
export type Picture = { width: number; height: number; grey: Uint8Array };

/** The picture as a "portable graymap" (netpbm, PGM): a line of text and the pixels as they are, where a PNG costs more than drawing does. */
export function graymapOf({ width, height, grey }: Picture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + grey.length);
  file.set(head);
  file.set(grey, head.length);
  return file;
}

/** The grey picture of pixels in red, green, blue and opacity. The weights are those of ITU-R BT.601. */
export function greyOf(pixels: Uint8ClampedArray, width: number, height: number): Picture {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 4)
    grey[at] = (299 * pixels[from]! + 587 * pixels[from + 1]! + 114 * pixels[from + 2]!) / 1000;
  return { width, height, grey };
}
