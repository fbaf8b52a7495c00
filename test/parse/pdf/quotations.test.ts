import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { furnitureInQuotations } from "../../../scripts/quotations.ts";
import { anchorOf } from "../../../src/document/anchor.ts";
import type { Document } from "../../../src/document/document.ts";
import { choosePipeline } from "../../../src/pipeline/choose.ts";
import { loadPipelines } from "../../../src/pipeline/load.ts";
import { extractRecords, linkItems } from "../../../src/pipeline/run.ts";
import { shippedPipelines } from "../../../src/pipeline/shipped.ts";
import type { Span } from "../../../src/records/anchor.ts";
import type { DocumentRecord } from "../../../src/records/document-record.ts";
import { ownPdfs, readOwnPdf } from "../../support/own-pdfs.ts";

const pipelines = loadPipelines(shippedPipelines());

/** As much of a document's record as has quotations in it. */
function recordOf(document: Document, name: string): DocumentRecord {
  const pipeline = choosePipeline(document, pipelines);
  const extracted = extractRecords(document, pipeline);
  const { items, deadlines, references } = extracted;
  const links = linkItems(extracted, [], pipeline);
  const { id, text, pages } = document;
  return { id, text, pages, source: { name }, items, deadlines, references, links } as unknown as DocumentRecord;
}

it.each(ownPdfs())("no quotation from %s has a running head, page number or note in it", async (path) => {
  expect(furnitureInQuotations([recordOf(await readOwnPdf(path), basename(path))])).toEqual([]);
});

describe("the check of quotations", () => {
  const quotation = async (span: (text: string) => Span, put: string) => {
    const document = await readOwnPdf("samples/written-answers/written-answers.pdf");
    const record = recordOf(document, "written-answers.pdf");
    const { start, end } = span(document.text);
    const spoilt = `${document.text.slice(0, start)}${put}${document.text.slice(end)}`;
    const anchor = anchorOf({ ...document, text: spoilt }, { start: start - 40, end: start + put.length + 40 });
    return furnitureInQuotations([{ ...record, text: spoilt, items: [{ ...record.items[0]!, anchor }] }]);
  };

  it("finds a running head in a quotation", async () => {
    expect(await quotation((text) => ({ start: text.length >> 1, end: text.length >> 1 }), " Page | 2 ")).toHaveLength(
      1,
    );
  });

  it("finds nothing where nothing was put in", async () => {
    expect(await quotation((text) => ({ start: text.length >> 1, end: text.length >> 1 }), "")).toEqual([]);
  });
});
