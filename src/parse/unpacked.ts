import { fromBufferPromise, type ZipFile } from "yauzl";
import { Unreadable } from "./unreadable.ts";

/**
 * The names in a zip archive, after its entries were unpacked once to see that they are whole and stay under a limit: what a
 * directory says of its entries' sizes may be a lie. Throws `Unreadable`: "too-large", or `broken` for a damaged archive.
 */
export async function checkArchive(bytes: Uint8Array, limit: number, broken: () => Unreadable): Promise<string[]> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return await unpackOnce(zip, limit);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw Object.assign(broken(), { cause: error });
  }
}

/** An office document has some dozens of entries; pictures add to them. */
const MOST_ENTRIES = 10_000;

async function unpackOnce(zip: ZipFile, limit: number): Promise<string[]> {
  const names: string[] = [];
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (names.length > MOST_ENTRIES) throw tooLarge(`more than ${MOST_ENTRIES} entries`);
    if (entry.fileName.endsWith("/")) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Uint8Array).length;
      if (size > limit) throw tooLarge(`more than ${limit} bytes unpacked`);
    }
  }
  return names;
}

const tooLarge = (what: string): Unreadable =>
  new Unreadable("too-large", `The file holds ${what}. Raise limits.unpackedBytes if it is to be trusted.`);
