import type { Document } from "../document/document.ts";
import { cardOf } from "../link/card.ts";
import type { ParseLimits } from "../parse/parse.ts";
import type { ReadDocument } from "../store/store.ts";
import { choosePipeline } from "./choose.ts";
import type { Pipeline } from "./load.ts";
import { pack, unpack } from "./pack.ts";
import { extractRecords, readDocument } from "./run.ts";
import { pipelinesOf, type ThreadSetup } from "./thread-rules.ts";

/** Read one document: parse it (unless that result is at hand) and find what stands in it. */
export type ReadTask = {
  kind: "read";
  id: string;
  extension: string;
  bytes: Uint8Array | null;
  parsed: Uint8Array | null;
};
export type ReadResult = Pick<ReadDocument, "mediaType" | "pipeline" | "parsed" | "extracted" | "card">;

/** Does a `ReadTask`; tells `reached` when parsing is done. Throws `Unreadable`. */
export async function read(
  task: ReadTask,
  setup: ThreadSetup,
  reached: (stage: "extract") => void,
): Promise<ReadResult> {
  const pipelines = pipelinesOf(setup);
  const document = task.parsed ? unpack<Document>(task.parsed) : await parseBytes(task, pipelines, setup.limits);
  reached("extract");
  const pipeline = choosePipeline(document, pipelines);
  const extracted = extractRecords(document, pipeline);
  const { document: _, ...found } = extracted;
  return {
    mediaType: document.mediaType,
    pipeline: pipeline.version,
    parsed: task.parsed ? null : pack(document),
    extracted: pack(found),
    card: JSON.stringify(cardOf(extracted, pipeline.link)),
  };
}

function parseBytes(task: ReadTask, pipelines: readonly Pipeline[], limits: ParseLimits): Promise<Document> {
  if (!task.bytes) throw new Error("a document that was not parsed needs its bytes");
  const sites = pipelines.flatMap((pipeline) => pipeline.sites);
  const distinct = [...new Map(sites.map((site) => [site.name, site])).values()];
  return readDocument({ name: `document${task.extension}`, bytes: task.bytes }, { sites: distinct }, limits);
}
