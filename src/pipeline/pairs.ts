import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Failure } from "../records/failure.ts";
import { Refusal } from "../records/refusal.ts";
import type { Store } from "../store/store.ts";
import type { DeclaredPair, DocumentRow } from "../store/stored.ts";

/** A document that cannot be told from the words given; `message` says what to do. */
export class UnknownDocument extends Refusal {
  readonly code: "unknown-document" | "ambiguous-document";
  constructor(code: UnknownDocument["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** The one published document that a person means: by id (or its beginning), name, uri, or path from one of the folders. Throws `UnknownDocument`. */
export const resolveDocument = (store: Store, words: string): Promise<DocumentRow> =>
  theOneMeant(words, [process.cwd()], (each) => store.findDocuments(each));

async function theOneMeant<Found extends { id: string; uri: string }>(
  words: string,
  folders: readonly string[],
  find: (words: string) => Promise<Found[]>,
): Promise<Found> {
  for (const each of [words, ...folders.map((folder) => resolve(folder, words))]) {
    const [found, ...more] = await find(each);
    if (more.length > 0)
      throw new UnknownDocument(
        "ambiguous-document",
        `"${words}" may be ${more.length + 1} documents: ${[found!, ...more].map((row) => `${row.id.slice(0, 12)} (${row.uri})`).join(", ")}. Give the id.`,
      );
    if (found) return found;
  }
  throw new UnknownDocument(
    "unknown-document",
    `There is no document "${words}" in the store. "answerable list --documents" shows what there is.`,
  );
}

/** Reads a file of pairs (CSV with the header `asking,answering`; paths, names or ids) into the store. Rows that name no document come back as failures. */
export async function declarePairs(store: Store, path: string): Promise<Failure[]> {
  const [header = [], ...rows] = readCsv(await readFile(path, "utf8"));
  const [asking, answering] = [header.indexOf("asking"), header.indexOf("answering")];
  if (asking < 0 || answering < 0)
    return [failureOf(path, 1, "bad-pairs", 'The first line must be "asking,answering".')];
  const failures: Failure[] = [];
  for (const [at, row] of rows.entries()) {
    const pair = await resolvePair(store, { asking: row[asking] ?? "", answering: row[answering] ?? "" }, path);
    if (pair instanceof UnknownDocument) failures.push(failureOf(path, at + 2, pair.code, pair.message));
    else await store.savePair(pair);
  }
  return failures;
}

async function resolvePair(store: Store, words: DeclaredPair, path: string): Promise<DeclaredPair | UnknownDocument> {
  // A first ingest declares its pairs before anything is published.
  const idOf = async (each: string) =>
    (await theOneMeant(each, [dirname(path), process.cwd()], (meant) => store.findNamed(meant))).id;
  try {
    return { asking: await idOf(words.asking), answering: await idOf(words.answering) };
  } catch (error) {
    if (error instanceof UnknownDocument) return error;
    throw error;
  }
}

const failureOf = (path: string, line: number, code: string, message: string): Failure => ({
  uri: `${path}:${line}`,
  sha256: null,
  stage: "input",
  code,
  message,
});

/** Rows of values as RFC 4180 has them: quoted where a value holds a comma, a quote or a line break. Blank lines are left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text
    .replace(/^\ufeff/, "")
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!.trim());
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.some((value) => value !== ""));
}
