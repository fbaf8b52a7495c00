import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { boxesOf, pageAt } from "../../document/anchor.ts";
import type { Block, Document } from "../../document/document.ts";
import { sentencesIn } from "../../document/sentence.ts";
import type { Span } from "../../records/anchor.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Problem } from "../problem.ts";
import { DocumentId, PageView, TextView } from "../schemas.ts";
import { gives } from "./respond.ts";

/** Text that is sent at once, in UTF-16 code units: some forty pages. */
const MOST_TEXT = 100_000;

const text = createRoute({
  method: "get",
  path: "/documents/{id}/text",
  summary: "The text of a document by blocks and sentences: whole blocks that touch the stretch asked for",
  request: {
    params: z.object({ id: DocumentId }),
    query: z.object({
      from: z.coerce.number().int().min(0).default(0),
      to: z.coerce.number().int().min(0).default(MOST_TEXT),
    }),
  },
  responses: gives(TextView, "The stretch."),
});

const page = createRoute({
  method: "get",
  path: "/documents/{id}/pages/{page}",
  summary: "A page's lines with where they are printed",
  request: { params: z.object({ id: DocumentId, page: z.coerce.number().int().min(1) }) },
  responses: gives(PageView, "The page."),
});

/** Shows texts, block by block, and pages, line by line. */
export function addTexts(app: OpenAPIHono<Env>, { library }: Desk): void {
  app.openapi(text, async (context) => {
    const { from, to } = context.req.valid("query");
    const document = await library.document(context.req.valid("param").id);
    return context.json(stretchOf(document, from, Math.min(to, from + MOST_TEXT)), 200);
  });
  app.openapi(page, async (context) => {
    const params = context.req.valid("param");
    const document = await library.document(params.id);
    const found = document.pages.find(({ number }) => number === params.page);
    if (!found) throw new Problem(404, `This document has ${document.pages.length || "no"} pages.`);
    const { number, width, height } = found;
    return context.json({ number, width, height, lines: linesOf(document, number) }, 200);
  });
}

function stretchOf(document: Document, from: number, to: number): z.infer<typeof TextView> {
  const blocks = document.blocks.filter((block) => block.end > from && block.start < to);
  const start = blocks[0]?.start ?? from;
  const end = blocks.at(-1)?.end ?? from;
  return {
    start,
    end,
    text: document.text.slice(start, end),
    length: document.text.length,
    blocks: blocks.map((block) => toBlock(document, block)),
  };
}

const toBlock = (document: Document, { start, end, kind, level }: Block) => ({
  ...{ start, end, kind, level },
  page: pageAt(document, start),
  sentences: sentencesIn(document.text, { start, end }).map((sentence): [number, number] => [
    sentence.start,
    sentence.end,
  ]),
});

function linesOf(document: Document, number: number): PageView["lines"] {
  const lines = new Map<number, Span>();
  for (const { line, page, start, end } of document.glyphs) {
    if (page !== number) continue;
    lines.set(line, { start: lines.get(line)?.start ?? start, end });
  }
  return [...lines.values()].flatMap((line) =>
    printedAt(document, number, line).map((place) => ({
      ...place,
      text: document.text.slice(line.start, line.end),
      words: wordsOf(document, line).flatMap((word) => printedAt(document, number, word)),
    })),
  );
}

const wordsOf = ({ text }: Document, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }));

const printedAt = ({ glyphs }: Document, number: number, { start, end }: Span) =>
  boxesOf(glyphs, { start, end })
    .filter(({ page }) => page === number)
    .map(({ x, y, width, height }) => ({ start, end, x, y, width, height }));
