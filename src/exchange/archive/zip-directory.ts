import { err, ok, type Result } from "#core/result.ts";
import type { ArchiveError } from "./archive-error.ts";

/** One entry as the directory at the end of a zip file describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  /** Bytes that it unpacks to, as the directory says; nothing is believed until it is counted. */
  readonly size: number;
  readonly crc: number;
}

// APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
const LOCAL = { signature: 0x04034b50, size: 30 } as const;
const CENTRAL = { signature: 0x02014b50, size: 46 } as const;
const END = { signature: 0x06054b50, size: 22 } as const;
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;

/** Where the directory lies and how many entries it has. */
interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * Reads the directory of a zip file, without unpacking anything. Entries that share bytes with each other or with the directory are
 * refused: so a small file could unpack to anything.
 */
export function readZipDirectory(
  bytes: Uint8Array,
  maxEntries: number,
): Result<readonly ZipEntry[], ArchiveError> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === null) return err({ kind: "not-an-archive" });
  if (directory === "unsupported") return err({ kind: "unsupported-archive" });
  if (directory.count > maxEntries) return err({ kind: "too-many-entries", limit: maxEntries });
  const entries: ZipEntry[] = [];
  const spans: { readonly start: number; readonly end: number }[] = [];
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    const read = readEntry(bytes, view, at, directory);
    if (!read.ok) return read;
    entries.push(read.value.entry);
    spans.push(read.value.span);
    at = read.value.next;
  }
  if (at !== directory.end || overlap(spans)) return err({ kind: "not-an-archive" });
  return ok(entries);
}

/** Looks for the record that ends a zip file, from its end; what stands behind it is a comment. */
function findDirectory(view: DataView): Directory | "unsupported" | null {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END.signature) continue;
    if (at + END.size + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const [disk, startDisk, here, count] = [4, 6, 8, 10].map((field) => view.getUint16(at + field, true));
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) return "unsupported";
    if (disk !== 0 || startDisk !== 0 || here !== count || count === undefined) return "unsupported";
    return start + size === at ? { start, end: at, count } : null;
  }
  return null;
}

interface ReadEntry {
  readonly entry: ZipEntry;
  /** The bytes that the entry takes, header included. */
  readonly span: { readonly start: number; readonly end: number };
  /** Where the next entry stands in the directory. */
  readonly next: number;
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directory: Directory,
): Result<ReadEntry, ArchiveError> {
  const broken = err({ kind: "not-an-archive" } as const);
  if (at + CENTRAL.size > directory.end || view.getUint32(at, true) !== CENTRAL.signature) return broken;
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const [crc, packedSize, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
    view.getUint16(at + field, true),
  );
  const local = view.getUint32(at + 42, true);
  if (crc === undefined || packedSize === undefined || size === undefined) return broken;
  if (nameLength === undefined || extraLength === undefined || commentLength === undefined) return broken;
  const nameStart = at + CENTRAL.size;
  const next = nameStart + nameLength + extraLength + commentLength;
  if (next > directory.end) return broken;
  if ((flags & ENCRYPTED) !== 0 || (method !== STORED && method !== DEFLATED))
    return err({ kind: "unsupported-archive" });
  // Names of ours are ASCII; any other byte becomes a sign that no known name has.
  const name = asciiText(bytes.subarray(nameStart, nameStart + nameLength));
  if (local + LOCAL.size > directory.start || view.getUint32(local, true) !== LOCAL.signature) return broken;
  const dataStart = local + LOCAL.size + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const dataEnd = dataStart + packedSize;
  if (dataEnd > directory.start) return broken;
  const packed = bytes.subarray(dataStart, dataEnd);
  const entry = { name, packed, deflated: method === DEFLATED, size, crc };
  return ok({ entry, span: { start: local, end: dataEnd }, next });
}

function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "\ufffd")).join("");
}

function overlap(spans: readonly { readonly start: number; readonly end: number }[]): boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  return inOrder.some(({ end }, index) => end > (inOrder[index + 1]?.start ?? Number.POSITIVE_INFINITY));
}
