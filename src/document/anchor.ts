import type { Anchor, Box, Span } from "../records/anchor.ts";
import type { Document, GlyphRun } from "./document.ts";
import { firstEndingAfter, overlapping } from "./span.ts";

/** How much text on either side goes into an anchor, in UTF-16 code units (design/RECORDS.md: 32 characters). */
const CONTEXT = 32;

/**
 * The anchor of a span: its words, their surroundings, page and boxes. `boxes: false` leaves the boxes out (parts).
 * Throws a RangeError where the span is empty or not inside the text: no stage may make such a one.
 */
export function anchorOf(document: Document, span: Span, options: { boxes?: boolean } = {}): Anchor {
  const { text } = document;
  if (!(span.start >= 0 && span.start < span.end && span.end <= text.length))
    throw new RangeError(`span ${span.start}–${span.end} is not inside a text of ${text.length}`);
  return {
    start: span.start,
    end: span.end,
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT),
    page: pageAt(document, span.start),
    boxes: options.boxes === false ? [] : boxesOf(document.glyphs, span),
  };
}

/**
 * The 1-based page on which an offset stands; null for sources without pages. Where it is printed decides: notes stand at the end of
 * the text, and on the page of their mark.
 */
export function pageAt(document: Pick<Document, "pages"> & Partial<Document>, offset: number): number | null {
  const { pages, glyphs = [] } = document;
  if (pages.length === 0) return null;
  const run = glyphs[firstEndingAfter(glyphs, offset)];
  if (run) return run.page;
  return (pages[firstEndingAfter(pages, offset)] ?? pages.at(-1)!).number;
}

/** One tight box for each printed line that the span touches, in text order. */
export function boxesOf(glyphs: readonly GlyphRun[], span: Span): Box[] {
  const boxes: (Box & { line: number })[] = [];
  for (const run of overlapping(glyphs, span)) {
    const piece = { line: run.line, ...cut(run, span) };
    const last = boxes.at(-1);
    if (last && last.line === piece.line && last.page === piece.page) extend(last, piece);
    else boxes.push(piece);
  }
  return boxes.map(({ page, x, y, width, height }) => ({
    page,
    x: tenth(x),
    y: tenth(y),
    width: tenth(width),
    height: tenth(height),
  }));
}

/** The part of a run's box that the span covers. */
function cut(run: GlyphRun, span: Span): Box {
  const length = run.end - run.start;
  const at = (index: number) => run.advances?.[index] ?? (run.width * index) / length;
  const from = at(Math.max(0, span.start - run.start));
  const to = at(Math.min(length, span.end - run.start));
  return { page: run.page, x: run.x + from, y: run.y, width: to - from, height: run.height };
}

/** Makes a box hold another too. */
function extend(box: Box, by: Box): void {
  const right = Math.max(box.x + box.width, by.x + by.width);
  const bottom = Math.max(box.y + box.height, by.y + by.height);
  box.x = Math.min(box.x, by.x);
  box.y = Math.min(box.y, by.y);
  box.width = right - box.x;
  box.height = bottom - box.y;
}

/** A tenth of a point (0.035 mm) is finer than any reader sees, and keeps records small and stable. */
const tenth = (points: number): number => Math.round(points * 10) / 10;
