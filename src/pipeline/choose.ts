import type { Document } from "../document/document.ts";
import type { PipelineDefinition } from "./definition.ts";

/** How far into a document its opening words reach, in UTF-16 code units: a letterhead, a title, a first paragraph. */
const OPENING = 600;

/**
 * The first pipeline that takes a document; where none does, the last. Only what stands in the document decides, never
 * its name or place: the same bytes are always read in the same way.
 */
export function choosePipeline<P extends Pick<PipelineDefinition, "takes">>(
  document: Pick<Document, "text" | "title" | "metadata">,
  pipelines: readonly P[],
): P {
  const taking = pipelines.find(({ takes }) => takesDocument(document, takes));
  return taking ?? pipelines.at(-1)!;
}

function takesDocument(
  { text, title, metadata }: Pick<Document, "text" | "title" | "metadata">,
  takes: PipelineDefinition["takes"],
): boolean {
  const address = URL.parse(metadata.url ?? "");
  return (
    matchesAny(takes.titles, title) ||
    matchesAny(takes.openings, text.slice(0, OPENING)) ||
    matchesAny(takes.hosts, address?.host) ||
    matchesAny(takes.paths, address?.pathname)
  );
}

const matchesAny = (patterns: readonly string[], words: string | null | undefined): boolean =>
  !!words && patterns.some((pattern) => new RegExp(pattern, "iu").test(words));
