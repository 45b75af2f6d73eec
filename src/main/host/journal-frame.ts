import { crc32 } from "#exchange/crc32.ts";

/** One entry of a journal file. */
export interface JournalRecord {
  readonly sequence: number;
  /** The number of the entry before it; `null` where the run begins. */
  readonly after: number | null;
  readonly json: string;
}

/** Where an entry stands in a journal file, in bytes. */
export interface FramePlace {
  readonly sequence: number;
  readonly after: number | null;
  readonly start: number;
  readonly length: number;
}

/** The whole entries at the start of a journal file; from `end` (in bytes) on it holds no further whole entry. */
export interface ScannedFrames {
  readonly places: readonly FramePlace[];
  readonly end: number;
}

// Entries of the first program name no entry before them: they follow the one that stands before them.
const HEADER = /^([0-9a-f]{8}) (\d{1,10}) (\d{1,16})(?:<(\d{1,16}|-))? $/;
const MAX_HEADER_BYTES = 8 + 1 + 10 + 1 + 16 + 1 + 16 + 1;
const NEWLINE = 0x0a;
const SPACE = 0x20;

/**
 * Frames an entry as one piece of a journal file: `CRC LENGTH SEQUENCE<AFTER JSON⏎`, where CRC (8 hex digits) covers
 * `SEQUENCE<AFTER JSON`, AFTER is `-` for none, and LENGTH counts the bytes of JSON, which may itself hold line breaks.
 */
export function encodeFrame({ sequence, after, json }: JournalRecord): Buffer {
  const numbers = `${sequence}<${after ?? "-"} `;
  const checked = Buffer.from(numbers + json);
  const crc = crc32(checked).toString(16).padStart(8, "0");
  return Buffer.concat([
    Buffer.from(`${crc} ${checked.length - numbers.length} `),
    checked,
    Buffer.from("\n"),
  ]);
}

/** Finds the whole entries of a journal file up to the first that is torn, damaged or out of order. */
export function scanFrames(bytes: Buffer): ScannedFrames {
  const places: FramePlace[] = [];
  let end = 0;
  for (;;) {
    const header = wholeFrameAt(bytes, end);
    const before = places.at(-1)?.sequence ?? null;
    if (header === null || header.sequence <= (before ?? 0)) return { places, end };
    const { sequence, after = before } = header;
    places.push({ sequence, after, start: end, length: header.end - end });
    end = header.end;
  }
}

/** The text of the entry whose frame these bytes are; `null` when they are damaged. */
export function frameJson(frame: Buffer): string | null {
  const header = wholeFrameAt(frame, 0);
  return header === null || header.end !== frame.length
    ? null
    : frame.toString("utf8", header.jsonStart, header.end - 1);
}

interface FrameHeader {
  readonly sequence: number;
  /** Left out by the first program. */
  readonly after: number | null | undefined;
  readonly jsonStart: number;
  /** Behind the line break that ends the frame. */
  readonly end: number;
}

/** The header of a frame whose checksum holds. */
function wholeFrameAt(bytes: Buffer, start: number): FrameHeader | null {
  const text = headerText(bytes, start);
  const [, crc, length, sequence, after] = HEADER.exec(text) ?? [];
  if (crc === undefined || length === undefined || sequence === undefined) return null;
  const jsonStart = start + text.length;
  const jsonEnd = jsonStart + Number(length);
  if (bytes[jsonEnd] !== NEWLINE) return null;
  const checkedStart = start + crc.length + 1 + length.length + 1;
  if (crc32(bytes.subarray(checkedStart, jsonEnd)) !== Number.parseInt(crc, 16)) return null;
  return { sequence: Number(sequence), after: afterOf(after), jsonStart, end: jsonEnd + 1 };
}

function afterOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  return text === "-" ? null : Number(text);
}

/** The bytes up to and with the third space; empty where a frame cannot begin. */
function headerText(bytes: Buffer, start: number): string {
  let end = start;
  for (let spaces = 0; spaces < 3; end += 1) {
    if (end >= bytes.length || end - start >= MAX_HEADER_BYTES) return "";
    if (bytes[end] === SPACE) spaces += 1;
  }
  return bytes.toString("latin1", start, end);
}
