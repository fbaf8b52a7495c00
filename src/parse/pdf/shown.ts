import type { GlyphRun } from "../../document/document.ts";
import type { PageContent } from "./page-content.ts";

/** Leads runs of pages that were read turned back to the page as shown. On those, characters no longer advance along x. */
export function shownGlyphs(glyphs: readonly GlyphRun[], pages: readonly PageContent[]): GlyphRun[] {
  const turned = new Map(pages.filter(({ turn }) => turn !== 0).map((page) => [page.number, page]));
  if (turned.size === 0) return [...glyphs];
  return glyphs.map((run) => {
    const page = turned.get(run.page);
    return page ? { ...run, ...turnedBox(run, page), advances: null } : run;
  });
}

type Box = Pick<GlyphRun, "x" | "y" | "width" | "height">;

/** The inverse of `upright` for a box. */
function turnedBox({ x, y, width, height }: Box, page: PageContent): Box {
  if (page.turn === 2) return { x: page.width - x - width, y: page.height - y - height, width, height };
  if (page.turn === 1) return { x: page.width - y - height, y: x, width: height, height: width };
  return { x: y, y: page.height - x - width, width: height, height: width };
}
