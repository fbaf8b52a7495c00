import { readFileSync } from "node:fs";
import { sha256 } from "../records/ids.ts";
import type { Store } from "../store/store.ts";
import { codeVersion } from "./code-version.ts";
import type { PipelineHead } from "./load.ts";
import { pipelineFile } from "./shipped.ts";

/** What the store remembers of the pipelines of the last run: good as long as the code and all files that were read for them are the same. */
type Noted = { asked: string[]; code: string; files: [path: string, sha256: string][]; heads: PipelineHead[] };

/**
 * Pipelines by name or path, kept in the store so that whoever reads finds them there. Where they are those of the last run nothing of
 * them is parsed or checked again. Throws `PipelineRefusal`.
 */
export async function knownPipelines(store: Store, names: readonly string[]): Promise<PipelineHead[]> {
  const asked = names.map((name) => pipelineFile(name));
  const noted = readNote(await store.pipelinesNote());
  if (noted && isGood(noted, asked)) return noted.heads;
  const { readPipelines } = await import("./load.ts");
  const { pipelines, files } = readPipelines(names);
  for (const { version, name, source } of pipelines) await store.savePipeline(version, name, source);
  const heads = pipelines.map(({ name, version, takes, sites }) => ({ name, version, takes, sites }));
  await store.savePipelinesNote(JSON.stringify({ asked, code: codeNow(), files: [...files], heads } satisfies Noted));
  return heads;
}

const readNote = (note: string | null): Noted | null => (note === null ? null : (JSON.parse(note) as Noted));

const codeNow = (): string => sha256(JSON.stringify(codeVersion()));

const isGood = ({ asked, code, files }: Noted, wanted: readonly string[]): boolean =>
  code === codeNow() &&
  JSON.stringify(asked) === JSON.stringify(wanted) &&
  files.every(([path, hash]) => hashOf(path) === hash);

/** Null where the file cannot be read: whoever reads it in earnest says why. */
function hashOf(path: string): string | null {
  try {
    return sha256(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
