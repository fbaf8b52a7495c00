import type { GlyphRun } from "../../document/document.ts";
import { partOfEdges } from "./edges.ts";
import type { PageContent } from "./page-content.ts";
import { turned } from "./recognised.ts";

/** Leads runs of pages that were read turned, or straightened, back to the page as shown. */
export function shownGlyphs(
  { text, glyphs }: { text: string; glyphs: readonly GlyphRun[] },
  pages: readonly PageContent[],
): GlyphRun[] {
  const moved = new Map(
    pages.filter(({ turn, recognised }) => turn !== 0 || recognised).map((page) => [page.number, page]),
  );
  if (moved.size === 0) return [...glyphs];
  return glyphs.flatMap((run) => {
    const page = moved.get(run.page);
    if (!page) return [run];
    if (page.recognised) return crooked(run, text, page.recognised.skew, page);
    // characters no longer advance along x
    return [{ ...run, ...turnedBox(run, page), advances: null }];
  });
}

type Box = Pick<GlyphRun, "x" | "y" | "width" | "height">;

/** The inverse of `upright` for a box. */
function turnedBox({ x, y, width, height }: Box, page: PageContent): Box {
  if (page.turn === 2) return { x: page.width - x - width, y: page.height - y - height, width, height };
  if (page.turn === 1) return { x: page.width - y - height, y: x, width: height, height: width };
  return { x: y, y: page.height - x - width, width: height, height: width };
}

/** A straightened run as its words, each where it stands on the crooked page. */
function crooked(run: GlyphRun, text: string, skew: number, page: PageContent): GlyphRun[] {
  const { start, end, advances } = run;
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: word }) => {
    const at = (offset: number) => advances?.[offset] ?? (run.width * offset) / (end - start);
    const [left, right] = [at(index), at(index + word.length)];
    const box = turned({ x: run.x + left, y: run.y, width: right - left, height: run.height }, page, skew);
    const own = advances && partOfEdges(advances, index, index + word.length);
    return { ...run, ...box, start: start + index, end: start + index + word.length, advances: own };
  });
}
