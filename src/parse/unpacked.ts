import { fromBufferPromise, type ZipFile } from "yauzl";
import { Unreadable } from "./unreadable.ts";

/** What is in an archive: the names of its entries, and the text of those that are XML. */
export type Unpacked = Map<string, string>;

/**
 * The entries of a zip archive, all of them unpacked once to see that they are whole and stay under a limit: what a
 * directory says of its entries' sizes may be a lie. Throws `Unreadable`: "too-large", or `broken` for a damaged archive.
 */
export async function unpack(bytes: Uint8Array, limit: number, broken: () => Unreadable): Promise<Unpacked> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return await unpackAll(zip, limit);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw Object.assign(broken(), { cause: error });
  }
}

/** An office document has some dozens of entries; pictures add to them. */
const MOST_ENTRIES = 10_000;

async function unpackAll(zip: ZipFile, limit: number): Promise<Unpacked> {
  const entries: Unpacked = new Map();
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    const chunks: Uint8Array[] = [];
    entries.set(entry.fileName, "");
    if (entries.size > MOST_ENTRIES) throw tooLarge(`more than ${MOST_ENTRIES} entries`);
    if (entry.fileName.endsWith("/")) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Uint8Array).length;
      if (size > limit) throw tooLarge(`more than ${limit} bytes unpacked`);
      if (entry.fileName.endsWith(".xml")) chunks.push(chunk as Uint8Array);
    }
    if (chunks.length > 0) entries.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  return entries;
}

const tooLarge = (what: string): Unreadable =>
  new Unreadable("too-large", `The file holds ${what}. Raise limits.unpackedBytes if it is to be trusted.`);
