import type { Document } from "../document/document.ts";
import { cardOf } from "../link/correspondence.ts";
import type { ExtractedDocument } from "../link/link.ts";
import { type ParseLimits, Unreadable } from "../parse/parse.ts";
import type { Failure } from "../records/failure.ts";
import { sha256 } from "../records/ids.ts";
import type { Link } from "../records/link.ts";
import type { Input, PublishedDocument, ReadDocument } from "../store/store.ts";
import { choosePipeline } from "./choose.ts";
import { countsOf, flatten, statusOf } from "./flatten.ts";
import { type Pipeline, pipelineFrom } from "./load.ts";
import { pack, unpack } from "./pack.ts";
import { makeRecord } from "./record.ts";
import { extractRecords, linkItems, readDocument } from "./run.ts";

/** What a thread is told once, when it starts. Pipelines are whole definitions as JSON; the first that takes a document reads it. */
export type ThreadSetup = { pipelines: { json: string; origin: string }[]; limits: ParseLimits };

/** A document's stage results, as they are stored. */
export type StoredStages = { parsed: Uint8Array; extracted: Uint8Array };

/** Read one document: parse it (unless that result is at hand) and find what stands in it. */
export type ReadTask = {
  kind: "read";
  id: string;
  extension: string;
  bytes: Uint8Array | null;
  parsed: Uint8Array | null;
};
export type ReadResult = Pick<ReadDocument, "mediaType" | "pipeline" | "parsed" | "extracted" | "card">;

/** Link one document's items and make its record. */
export type PublishTask = {
  kind: "publish";
  asking: StoredStages;
  answering: StoredStages[];
  /** False after linking failed once: the record is then made without links, and says so. */
  link: boolean;
  /** The rules that read the document; `json` where they are not among the thread's own. */
  pipeline: { version: string; json: string | null };
  inputs: Input[];
  bytes: number;
  copyOf: string | null;
  names: [id: string, name: string][];
};
export type PublishResult = Omit<PublishedDocument, "recordKey">;

export type Task = ReadTask | PublishTask;
export type ResultOf<T extends Task> = T extends ReadTask ? ReadResult : PublishResult;

/** Why a task gave no result. */
export type TaskFailure = { failure: Pick<Failure, "stage" | "code" | "message"> };

/** Does one task. Bytes that cannot be read are a failure; any error of our own is one too, named `internal-error`, so that the rest goes on. */
export async function perform<T extends Task>(task: T, setup: ThreadSetup): Promise<ResultOf<T> | TaskFailure> {
  const progress: Progress = { stage: task.kind === "read" ? "parse" : "link" };
  try {
    const result = task.kind === "read" ? await read(task, setup, progress) : publish(task, setup);
    return result as ResultOf<T>;
  } catch (error) {
    return { failure: { stage: progress.stage, ...explain(error) } };
  }
}

type Progress = { stage: Failure["stage"] };

function explain(error: unknown): { code: string; message: string } {
  if (error instanceof Unreadable) return { code: error.code, message: error.message };
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where = error instanceof Error ? (error.stack?.split("\n")[1]?.trim() ?? "") : "";
  return {
    code: "internal-error",
    message: `A mistake in answerable itself (${what} ${where}). Please report it with this document.`,
  };
}

async function read(task: ReadTask, setup: ThreadSetup, progress: Progress): Promise<ReadResult> {
  const pipelines = pipelinesOf(setup);
  const document = task.parsed ? unpack<Document>(task.parsed) : await parseBytes(task, pipelines, setup.limits);
  progress.stage = "extract";
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

function publish(task: PublishTask, setup: ThreadSetup): PublishResult {
  const pipeline = pipelineOf(task.pipeline, setup);
  const asking = restore(task.asking);
  const links = task.link ? linkItems(asking, task.answering.map(restore), pipeline) : [];
  const record = makeRecord(task.link ? asking : withoutLinks(asking), links, {
    inputs: task.inputs,
    bytes: task.bytes,
    pipeline: { name: pipeline.name, version: task.pipeline.version },
    copyOf: task.copyOf,
  });
  const { document } = asking;
  const names = new Map([...task.names, [record.id, record.source.name]]);
  return {
    id: record.id,
    recordHash: sha256(JSON.stringify(record)),
    record: pack(record),
    name: record.source.name,
    uri: record.source.uri,
    title: record.title,
    copyOf: record.copyOf,
    kinds: [...new Set(record.parts.map((part) => part.kind))].join(", "),
    counts: countsOf(record),
    items: record.items.map((item) => ({ row: flatten(record, item, names), status: statusOf(record, item) })),
    deadlines: record.deadlines.map(({ item, date }) => ({ item, date })),
    links: record.links.map(toLinkRow),
    passages: document.blocks.map(({ start, end }) => ({
      start,
      page: document.pages.findLast((page) => page.start <= start)?.number ?? null,
      words: document.text.slice(start, end),
    })),
  };
}

const toLinkRow = ({ id, item, outcome, ambiguous, replies }: Link) => ({
  id,
  item,
  outcome,
  ambiguous,
  document: replies[0]?.document ?? null,
});

function restore({ parsed, extracted }: StoredStages): ExtractedDocument {
  return { document: unpack<Document>(parsed), ...unpack<Omit<ExtractedDocument, "document">>(extracted) };
}

function withoutLinks(extracted: ExtractedDocument): ExtractedDocument {
  const finding = {
    code: "not-linked",
    level: "warning" as const,
    message: "Linking this document took too long or failed: its asks are shown without replies.",
    page: null,
  };
  const { document } = extracted;
  return { ...extracted, document: { ...document, findings: [...document.findings, finding] } };
}

const loaded = new WeakMap<ThreadSetup, Pipeline[]>();
const stored = new Map<string, Pipeline>();

function pipelinesOf(setup: ThreadSetup): Pipeline[] {
  const known = loaded.get(setup) ?? setup.pipelines.map(({ json, origin }) => pipelineFrom(json, origin));
  loaded.set(setup, known);
  return known;
}

/** Kept by version, so that rules are compiled once a thread and not once a document. */
function pipelineOf({ version, json }: PublishTask["pipeline"], setup: ThreadSetup): Pipeline {
  const own = pipelinesOf(setup).find((pipeline) => pipeline.version === version) ?? stored.get(version);
  if (own) return own;
  if (json === null) throw new Error(`the rules ${version} are not known here`);
  const pipeline = pipelineFrom(json, "a pipeline from the store");
  stored.set(version, pipeline);
  return pipeline;
}
