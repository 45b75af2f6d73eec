import { Inflate } from "fflate";
import { crc32 } from "../crc32.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Packed bytes that are unpacked at once: deflate grows them to at most 1 032 times as many. */
const CHUNK = 16 * 1024;

/** Unpacking went beyond the room there was. */
class NoRoom extends Error {}

/**
 * Unpacks an entry of a zip file and checks its size and checksum. `too-large` as soon as it grows beyond `room` bytes;
 * `damaged` when it cannot be unpacked or is not what the directory says.
 */
export function unpackEntry(
  entry: ZipEntry,
  room: number,
): Uint8Array<ArrayBuffer> | "too-large" | "damaged" {
  if (entry.size > room) return "too-large";
  try {
    const bytes = entry.deflated ? inflate(entry.packed, room) : Uint8Array.from(entry.packed);
    return bytes.length === entry.size && crc32(bytes) === entry.crc ? bytes : "damaged";
  } catch (error) {
    if (error instanceof NoRoom) return "too-large";
    // The library names its errors by a number, and reads beyond what a broken table holds.
    if (error instanceof Error) return "damaged";
    throw error;
  }
}

function inflate(packed: Uint8Array, room: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((part) => {
    size += part.length;
    if (size > room) throw new NoRoom();
    parts.push(part);
  });
  for (let at = 0; at < packed.length; at += CHUNK)
    stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
