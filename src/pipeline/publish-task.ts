import { type Body, fullName } from "../document/body.ts";
import type { Document } from "../document/document.ts";
import type { ExtractedDocument } from "../link/extracted.ts";
import type { Span } from "../records/anchor.ts";
import { sha256 } from "../records/ids.ts";
import type { Link } from "../records/link.ts";
import type { Input, PublishedDocument } from "../store/stored.ts";
import { citationOf, daysOfParts, delayOf } from "./delays.ts";
import { countsOf, doubtOf, flatten, statusOf } from "./flatten.ts";
import { pack, unpack } from "./pack.ts";
import { makeRecord } from "./record.ts";
import { linkItems } from "./run.ts";
import { pipelineOf, type RulesOfTask } from "./thread-rules.ts";
import type { ThreadSetup } from "./thread-setup.ts";

/** A document's stage results, as they are stored. */
export type StoredStages = { parsed: Uint8Array; extracted: Uint8Array };

/** Link one document's items and make its record. */
export type PublishTask = {
  kind: "publish";
  asking: StoredStages;
  answering: StoredStages[];
  /** False after linking failed once: the record is then made without links, and says so. */
  link: boolean;
  /** The rules that read the document. */
  pipeline: RulesOfTask;
  inputs: Input[];
  bytes: number;
  copyOf: string | null;
  names: [id: string, name: string][];
};
export type PublishResult = Omit<PublishedDocument, "recordKey"> & { seconds: { link: number } };

/** Does a `PublishTask`. */
export function publish(task: PublishTask, setup: ThreadSetup): PublishResult {
  const started = performance.now();
  const pipeline = pipelineOf(task.pipeline, setup);
  const asking = restore(task.asking);
  const answering = task.link ? task.answering.map(restore) : [];
  const links = task.link ? linkItems(asking, answering, pipeline) : [];
  const record = makeRecord(task.link ? asking : withoutLinks(asking), links, {
    inputs: task.inputs,
    bytes: task.bytes,
    pipeline: { name: pipeline.name, version: task.pipeline.version },
    copyOf: task.copyOf,
  });
  const { document } = asking;
  const days = daysOfParts([asking, ...answering]);
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
    items: record.items.map((item) => ({
      row: flatten(record, item, names),
      status: statusOf(record, item),
      doubt: doubtOf(record, item),
      byBody: bodiesOf(item.by, pipeline.bodies),
      toBody: bodiesOf(item.to, pipeline.bodies),
    })),
    deadlines: record.deadlines.map(({ item, date }) => ({ item, date })),
    links: record.links.map((link) => ({ ...toLinkRow(link), ...delayOf(record, link, days) })),
    citations: record.references.map(citationOf),
    passages: passagesOf(document),
    seconds: { link: (performance.now() - started) / 1000 },
  };
}

/** PostgreSQL takes no passage whose different words come to a megabyte (its documentation, 12.11); in UTF-16 code units, far below it. */
const LONGEST_PASSAGE = 100_000;

/** What can be searched for: the paragraphs, one beyond all measure in pieces that end between words. */
function passagesOf({ text, blocks, pages }: Document): PublishedDocument["passages"] {
  const piecesOf = ({ start, end }: Span): Span[] => {
    if (end - start <= LONGEST_PASSAGE) return [{ start, end }];
    const space = text.lastIndexOf(" ", start + LONGEST_PASSAGE);
    const cut = space > start ? space : start + LONGEST_PASSAGE;
    return [{ start, end: cut }, ...piecesOf({ start: cut, end })];
  };
  return blocks.flatMap(piecesOf).map(({ start, end }) => ({
    start,
    page: pages.findLast((page) => page.start <= start)?.number ?? null,
    words: text.slice(start, end),
  }));
}

/** Bodies under their full names, as lists join names. */
const bodiesOf = (names: readonly string[], bodies: readonly Body[]): string =>
  [...new Set(names.map((name) => fullName(name, bodies)))].join("; ");

const toLinkRow = ({ id, item, outcome, ambiguous, replies }: Link) => ({
  id,
  item,
  outcome,
  ambiguous,
  document: replies[0]?.document ?? null,
});

/** A document with all that was found in it, from its stored results. */
export function restore({ parsed, extracted }: StoredStages): ExtractedDocument {
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
