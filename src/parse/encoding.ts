/** How far into a page a charset declaration may stand (HTML Standard, 13.2.3.2: the first 1,024 bytes). */
const PRESCAN = 1024;

/** What the bytes say of their own encoding: a byte order mark, or the pattern of zeros of UTF-16; null where nothing. */
function statedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return utf16ByZeros(bytes);
}

/** Western text in UTF-16 has a zero in every other byte. */
function utf16ByZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, PRESCAN) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = (length / 2) * 0.7;
  if (odd > most && even === 0) return "utf-16le";
  return even > most && odd === 0 ? "utf-16be" : null;
}

/** How many sound characters beyond ASCII outweigh a broken one. Text in another encoding has hardly a sound one by chance. */
const SOUND = 10;

/** The bytes as UTF-8 where they are that but for a few broken places (a file cut or pasted together); else null. */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = (text.match(/[^\x00-\x7f]/g)?.length ?? 0) - broken;
  return sound > broken * SOUND ? text : null;
}

/** The charset that an HTML page names in its head, or null. */
function htmlCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN * 4));
  return /<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

/** The bytes as text in an encoding; null where there is no such encoding or the bytes are not of it. */
function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Bytes as text: by what they say of themselves, else as UTF-8 where they are that, else by a page's declared charset, else as
 * Windows-1252 (which every ISO-8859-1 page is read as: Encoding Standard, 4.2). A byte order mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array): string {
  const stated = statedEncoding(bytes);
  if (stated) return new TextDecoder(stated).decode(bytes);
  return (
    tryDecode(bytes, "utf-8") ??
    damagedUtf8(bytes) ??
    tryDecode(bytes, htmlCharset(bytes) ?? "windows-1252") ??
    decodeWestern(bytes)
  );
}

const decodeWestern = (bytes: Uint8Array): string => new TextDecoder("windows-1252").decode(bytes);

/** Whether bytes are no text in any encoding that is read: control characters where text has none. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (statedEncoding(bytes)) return false;
  const sample = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of sample) if (byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) control++;
  return control > sample.length * 0.01;
}
