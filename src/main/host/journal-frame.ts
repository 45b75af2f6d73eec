import { crc32 } from "#exchange/crc32.ts";

/** One entry of a journal file. */
export interface JournalRecord {
  readonly sequence: number;
  readonly json: string;
}

/** The whole entries at the start of a journal file; from `end` (in bytes) on it holds no further whole entry. */
export interface ParsedJournal {
  readonly records: readonly JournalRecord[];
  readonly end: number;
}

const HEADER = /^([0-9a-f]{8}) (\d{1,9}) (\d{1,16}) $/;
const MAX_HEADER_BYTES = 8 + 1 + 9 + 1 + 16 + 1;
const NEWLINE = 0x0a;
const SPACE = 0x20;

/**
 * Frames an entry as one piece of a journal file: `CRC LENGTH SEQUENCE JSON⏎`, where CRC (8 hex digits) covers
 * `SEQUENCE JSON` and LENGTH counts the bytes of JSON, which may itself hold line breaks.
 */
export function encodeRecord({ sequence, json }: JournalRecord): Buffer {
  const checked = Buffer.from(`${sequence} ${json}`);
  const length = checked.length - String(sequence).length - 1;
  const crc = crc32(checked).toString(16).padStart(8, "0");
  return Buffer.concat([Buffer.from(`${crc} ${length} `), checked, Buffer.from("\n")]);
}

/** Bytes that an entry takes in a journal file. */
export function frameLength({ sequence, json }: JournalRecord): number {
  const length = Buffer.byteLength(json);
  return `00000000 ${length} ${sequence} `.length + length + 1;
}

/** Reads the whole entries of a journal file up to the first that is torn, damaged or out of order. */
export function parseJournal(bytes: Buffer): ParsedJournal {
  const records: JournalRecord[] = [];
  let end = 0;
  for (;;) {
    const next = recordAt(bytes, end);
    if (next === null || next.record.sequence <= (records.at(-1)?.sequence ?? 0)) return { records, end };
    records.push(next.record);
    end = next.end;
  }
}

function recordAt(
  bytes: Buffer,
  start: number,
): { readonly record: JournalRecord; readonly end: number } | null {
  const header = headerAt(bytes, start);
  if (header === null) return null;
  const [text, crc, length, sequence] = header;
  const jsonStart = start + text.length;
  const jsonEnd = jsonStart + Number(length);
  if (bytes[jsonEnd] !== NEWLINE) return null;
  const checked = bytes.subarray(jsonStart - sequence.length - 1, jsonEnd);
  if (crc32(checked) !== Number.parseInt(crc, 16)) return null;
  return {
    record: { sequence: Number(sequence), json: bytes.toString("utf8", jsonStart, jsonEnd) },
    end: jsonEnd + 1,
  };
}

function headerAt(bytes: Buffer, start: number): readonly [string, string, string, string] | null {
  let end = start;
  for (let spaces = 0; spaces < 3; end += 1) {
    if (end >= bytes.length || end - start >= MAX_HEADER_BYTES) return null;
    if (bytes[end] === SPACE) spaces += 1;
  }
  const text = bytes.toString("latin1", start, end);
  const [, crc, length, sequence] = HEADER.exec(text) ?? [];
  return crc !== undefined && length !== undefined && sequence !== undefined
    ? [text, crc, length, sequence]
    : null;
}
