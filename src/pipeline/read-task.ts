import type { Document } from "../document/document.ts";
import { cardOf } from "../link/card.ts";
import type { Failure } from "../records/failure.ts";
import type { ReadDocument } from "../store/stored.ts";
import { choosePipeline } from "./choose.ts";
import { pack, unpack } from "./pack.ts";
import { extractRecords, readDocument } from "./run.ts";
import { pipelineOf } from "./thread-rules.ts";
import type { ThreadSetup } from "./thread-setup.ts";

/** Read one document: parse it (unless that result is at hand) and find what stands in it. */
export type ReadTask = {
  kind: "read";
  id: string;
  extension: string;
  bytes: Uint8Array | null;
  parsed: Uint8Array | null;
};
export type ReadResult = Pick<ReadDocument, "mediaType" | "pipeline" | "parsed" | "extracted" | "card"> & {
  pages: number;
  /** What each stage took. */
  seconds: { parse: number; extract: number };
};

/** What is told while a task is done: the stage that it has reached, and how many pages will be read off their pictures. */
export type TaskEvents = { reached(stage: Failure["stage"]): void; ocr(pages: number): void };

/** Does a `ReadTask`; tells when parsing is done. Throws `Unreadable`. */
export async function read(task: ReadTask, setup: ThreadSetup, events: TaskEvents): Promise<ReadResult> {
  const started = performance.now();
  const document = task.parsed ? unpack<Document>(task.parsed) : await parseBytes(task, setup, events);
  events.reached("extract");
  const parsedAt = performance.now();
  const { version } = choosePipeline(document, setup.pipelines);
  const pipeline = pipelineOf({ version, source: null }, setup);
  const extracted = extractRecords(document, pipeline);
  const { document: _, ...found } = extracted;
  const seconds = { parse: (parsedAt - started) / 1000, extract: (performance.now() - parsedAt) / 1000 };
  return {
    mediaType: document.mediaType,
    pipeline: version,
    parsed: task.parsed ? null : pack(document),
    extracted: pack(found),
    card: JSON.stringify(cardOf(extracted, pipeline.link)),
    pages: document.pages.length,
    seconds,
  };
}

function parseBytes(task: ReadTask, { sites, limits, ocr }: ThreadSetup, events: TaskEvents): Promise<Document> {
  if (!task.bytes) throw new Error("a document that was not parsed needs its bytes");
  return readDocument({ name: `document${task.extension}`, bytes: task.bytes }, { sites }, limits, {
    ...ocr,
    announce: events.ocr,
  });
}
