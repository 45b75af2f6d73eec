import { zipSync } from "fflate";
import { err, ok, type Result } from "#core/result.ts";
import { sha256Hex } from "../sha256.ts";
import type { ArchiveError } from "./archive-error.ts";
import { ARCHIVE_LIMITS, type ArchiveLimits, SMALL_ENTRY_BYTES } from "./archive-limits.ts";
import { canonicalJson } from "./canonical-json.ts";
import { readJson } from "./json-entry.ts";
import { unpackEntry } from "./unpack-entry.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** The entries of an archive by their names, without its manifest. */
export type ArchiveEntries = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const MANIFEST = "manifest.json";
const FORMAT = "wunian-archive";
const VERSION = 1;

/** The zip format's own beginning of time, so that an archive does not depend on when it was written. */
const EPOCH = new Date(1980, 0, 1);

/**
 * Packs entries into a zip file that depends on their content alone: in the order of their names, at one fixed time, behind a
 * manifest with the SHA-256 of each.
 */
export async function writeArchive(entries: ArchiveEntries): Promise<Uint8Array<ArrayBuffer>> {
  const named = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = await Promise.all(named.map(async ([name, bytes]) => [name, await sha256Hex(bytes)]));
  const manifest = { format: FORMAT, version: VERSION, files: Object.fromEntries(hashes) as unknown };
  const first = [MANIFEST, new TextEncoder().encode(canonicalJson(manifest))] as const;
  return Uint8Array.from(zipSync(Object.fromEntries([first, ...named]), { level: 6, mtime: EPOCH, os: 0 }));
}

/**
 * Unpacks an archive from anywhere. Only names that `isKnown` takes may be in it, each once and each with the size, checksum and
 * hash that were written; the limits hold while it is unpacked. The first thing wrong is the error. `onStep` is called behind each entry.
 */
export async function readArchive(
  bytes: Uint8Array,
  isKnown: (name: string) => boolean,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
  onStep: () => void = () => undefined,
): Promise<Result<ArchiveEntries, ArchiveError>> {
  if (bytes.byteLength > limits.packed) return err({ kind: "too-large", limit: limits.packed });
  const directory = readZipDirectory(bytes, limits.entries);
  if (!directory.ok) return directory;
  const unpacked = unpackAll(directory.value, isKnown, limits, onStep);
  if (!unpacked.ok) return unpacked;
  const { manifest, entries } = unpacked.value;
  const files = readManifest(manifest);
  if (!files.ok) return files;
  for (const name of Object.keys(files.value))
    if (!entries.has(name)) return err({ kind: "missing-entry", entry: name });
  for (const [name, content] of entries)
    if (files.value[name] !== (await sha256Hex(content))) return err({ kind: "damaged-entry", entry: name });
  return ok(entries);
}

/** Whether an archive that was written here keeps to the limits under which it would be read again. */
export function fitsLimits(bytes: Uint8Array, limits: ArchiveLimits): boolean {
  if (bytes.byteLength > limits.packed) return false;
  const directory = readZipDirectory(bytes, limits.entries);
  if (!directory.ok) return false;
  const unpacked = directory.value.reduce((sum, { size }) => sum + size, 0);
  return unpacked <= limits.unpacked && directory.value.every((entry) => entry.size <= roomOf(entry, limits));
}

/** How large an entry may become by what it is packed into. */
const roomOf = ({ packed }: ZipEntry, { ratio }: ArchiveLimits) =>
  Math.max(SMALL_ENTRY_BYTES, packed.length * ratio);

interface Unpacked {
  readonly manifest: Uint8Array;
  readonly entries: ArchiveEntries;
}

function unpackAll(
  directory: readonly ZipEntry[],
  isKnown: (name: string) => boolean,
  limits: ArchiveLimits,
  onStep: () => void,
): Result<Unpacked, ArchiveError> {
  const all = new Map<string, Uint8Array<ArrayBuffer>>();
  let room = limits.unpacked;
  for (const entry of directory) {
    const { name } = entry;
    if (name !== MANIFEST && !isKnown(name)) return err({ kind: "unknown-entry", entry: name });
    if (all.has(name)) return err({ kind: "repeated-entry", entry: name });
    const content = unpackEntry(entry, Math.min(room, roomOf(entry, limits)));
    onStep();
    if (content === "too-large") return err({ kind: "unpacks-too-large" });
    if (content === "damaged") return err({ kind: "damaged-entry", entry: name });
    room -= content.length;
    all.set(name, content);
  }
  const manifest = all.get(MANIFEST);
  if (manifest === undefined) return err({ kind: "not-an-archive" });
  all.delete(MANIFEST);
  return ok({ manifest, entries: all });
}

/** The hashes by name; a manifest that is not ours makes the file no archive. */
function readManifest(bytes: Uint8Array): Result<Readonly<Record<string, unknown>>, ArchiveError> {
  const manifest = readJson(bytes);
  const { format, version, files } = recordOf(manifest.ok ? manifest.value : null);
  if (format !== FORMAT || typeof version !== "number") return err({ kind: "not-an-archive" });
  if (version > VERSION) return err({ kind: "newer-version", version });
  return ok(recordOf(files));
}

function recordOf(data: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof data === "object" && data !== null && !Array.isArray(data);
  return isRecord ? { ...data } : {};
}
