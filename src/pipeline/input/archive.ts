import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { Input } from "../../store/stored.ts";
import { type FoundInput, type InputOptions, InputRefusal, tooLarge } from "./input.ts";

/** Past these an archive is a trap and not a collection of letters. */
const MOST_ENTRIES = 10_000;
const MOST_EXPANSION = 100;
const MOST_BYTES = 1_000_000_000;

/** Whether bytes begin as a zip archive does (which DOCX and ODT do too). */
export const looksLikeArchive = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

/** The first entry of a Word, spreadsheet or OpenDocument file: such a one is a document and is not unpacked here. */
const OFFICE = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|ppt\/|customXml\/|mimetype$)/;

/** What operating systems put into archives beside the files. */
const LITTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** A zip archive on a disk: nothing of it is held in memory but the file that is being read. */
export const archiveAt = (place: Input): Archive => ({
  place,
  open: () => openPromise(place.location, { autoClose: false }),
  read: () => readFile(place.location),
});

/** A zip archive in memory. */
export const archiveIn = (place: Input, bytes: Uint8Array): Archive => ({
  place,
  open: () => fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { autoClose: false }),
  read: async () => bytes,
});

/** An archive and how it is called. */
type Archive = { place: Input; open: () => Promise<ZipFile>; read: () => Promise<Uint8Array> };

/**
 * The files in a zip archive, each read when it is asked for; nothing is written anywhere. An archive that is a trap gives one failure
 * `unsafe-archive` and none of its files; one that cannot be opened `broken-archive`.
 */
export async function* archiveInputs(
  { place, open, read }: Archive,
  options: Pick<InputOptions, "bytes">,
): AsyncIterable<FoundInput> {
  let zip: ZipFile | null = null;
  try {
    zip = await open();
    const entries = await Array.fromAsync(entriesOf(zip));
    if (entries.some((entry) => entry.fileName === "[Content_Types].xml" || entry.fileName === "mimetype")) {
      yield { ...place, read };
      return;
    }
    const files = entries.filter((entry) => !entry.fileName.endsWith("/") && !LITTER.test(entry.fileName));
    await refuseNested(zip, files);
    if (files.length === 0) throw new InputRefusal("empty-archive", "There is no file in this archive to read.");
    for (const entry of files) yield await toInput(place, zip, entry, options);
  } catch (error) {
    yield { ...place, failure: explain(error) };
  } finally {
    zip?.close();
  }
}

function explain(error: unknown): { code: string; message: string } {
  if (error instanceof InputRefusal) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  // yauzl refuses absolute names and ".." itself
  if (/absolute path|invalid relative path|invalid characters in fileName/.test(message))
    return unsafe(`it names a file outside itself (${message})`);
  return { code: "broken-archive", message: `This archive cannot be opened (${message}). Pack it again.` };
}

const unsafe = (why: string) => ({
  code: "unsafe-archive",
  message: `This archive was not opened, since ${why}. Unpack it where you trust it and name the folder instead.`,
});

const refuse = (why: string): never => {
  const { code, message } = unsafe(why);
  throw new InputRefusal(code, message);
};

/** The entries by the archive's own directory; refuses before anything is unpacked. */
async function* entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  let bytes = 0;
  if (zip.entryCount > MOST_ENTRIES) refuse(`it holds more than ${MOST_ENTRIES.toLocaleString("en-GB")} files`);
  for await (const entry of zip.eachEntry()) {
    bytes += entry.uncompressedSize;
    if (isLink(entry)) refuse(`it holds a link (${entry.fileName})`);
    if (/\.zip$/i.test(entry.fileName)) refuse(`it holds another archive (${entry.fileName})`);
    if (bytes > MOST_BYTES) refuse("it would unpack to more than 1 GB");
    if (bytes > MOST_EXPANSION * zip.fileSize) refuse(`it would unpack to more than ${MOST_EXPANSION} times its size`);
    yield entry;
  }
}

/** The upper half of an entry's attributes is its mode on Unix. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;

async function refuseNested(zip: ZipFile, files: readonly Entry[]): Promise<void> {
  for (const entry of files) {
    if (entry.isEncrypted()) continue;
    const head = await headOf(await zip.openReadStreamPromise(entry));
    if (looksLikeArchive(head) && !OFFICE.test(firstName(head))) refuse(`it holds another archive (${entry.fileName})`);
  }
}

const HEAD = 128;

async function headOf(stream: Readable): Promise<Buffer> {
  for await (const chunk of stream) return (chunk as Buffer).subarray(0, HEAD);
  return Buffer.alloc(0);
}

/** The name in a zip's first local header: its length stands at 26, itself at 30. */
const firstName = (head: Buffer): string =>
  head.length < 30 ? "" : head.toString("latin1", 30, 30 + head.readUInt16LE(26));

/** Unpacks an entry at once: the archive may be closed by the time that its bytes are asked for. */
async function toInput(
  archive: Input,
  zip: ZipFile,
  entry: Entry,
  options: Pick<InputOptions, "bytes">,
): Promise<FoundInput> {
  const place = {
    location: `${archive.location}!/${entry.fileName}`,
    uri: `${archive.uri}/${entry.fileName}`,
    name: basename(entry.fileName),
  };
  if (entry.isEncrypted())
    return {
      ...place,
      failure: { code: "encrypted", message: "This file is locked with a password in its archive. Unpack it first." },
    };
  if (entry.uncompressedSize > options.bytes)
    return { ...place, failure: { code: "too-large", message: tooLarge(entry.uncompressedSize, options.bytes) } };
  try {
    const bytes = await readEntry(zip, entry);
    return { ...place, read: async () => bytes };
  } catch (error) {
    const message = `This file cannot be unpacked (${(error as Error).message}). Pack it again.`;
    return { ...place, failure: { code: "broken-archive", message } };
  }
}

/** yauzl ends the stream with an error where an entry gives more bytes than it says. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
