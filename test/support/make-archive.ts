import { crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive. `mode` is its mode on Unix (0o120777 for a link). */
export type ArchiveEntry = { name: string; data: string | Uint8Array; mode?: number; encrypted?: boolean };

/** A zip archive, well-formed whatever the names are: what a program that means harm would write. */
export function makeArchive(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = headersOf(entry, offset);
    locals.push(local);
    directory.push(central);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

function headersOf({ name, data, mode = 0o100644, encrypted = false }: ArchiveEntry, offset: number) {
  const bytes = Buffer.from(data as string);
  const packed = deflateRawSync(bytes);
  const path = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(encrypted ? 1 : 0, 2);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(bytes), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(bytes.length, 18);
  shared.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, path, packed]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(mode * 0x10000, 6);
  rest.writeUInt32LE(offset, 10);
  // the mode counts only where the archive says that it was made on Unix
  const central = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), shared, rest, path]);
  return { local, central };
}
