/** The largest piece of an entry that crosses the bridge in one call, in UTF-16 units of its JSON text. */
export const MAX_PIECE_LENGTH = 4 * 1024 * 1024;

/** The largest entry a journal holds, in UTF-16 units of its JSON text: more than a plan of 50 000 rows takes. */
export const MAX_ENTRY_LENGTH = 256 * 1024 * 1024;

/**
 * One entry of the machine's journal, or a piece of one.
 * An entry whose JSON text is longer than {@link MAX_PIECE_LENGTH} crosses in pieces, one right after the other ({@link piecesOf}).
 */
export interface JournalEntry {
  /** Which database the entry belongs to; its name is chosen when the database is made. */
  readonly store: string;
  /** Its number in that database, from 1. */
  readonly sequence: number;
  /**
   * The number of the entry before it; `null` for the oldest entry that the database holds. So the machine notices
   * when it lacks entries, and the page when it reads back a journal with a hole.
   */
  readonly after: number | null;
  readonly json: string;
  /** Where in the whole entry's text `json` begins, in UTF-16 units; 0 for a whole entry and for a first piece. */
  readonly offset: number;
  /** Whether another piece of the same entry follows. */
  readonly more: boolean;
}

/** What the machine's journal of one store holds: an unbroken run of entries, in order. */
export interface JournalHead {
  readonly store: string;
  /** The number just before the first entry of the run. 0 when it goes back to the first edit; else a backup must cover up to here. */
  readonly base: number;
  /** The number of the last entry; equals `base` when there is none. */
  readonly last: number;
  readonly count: number;
  /** Size on the disk, in bytes. */
  readonly bytes: number;
  /** When the journal was last written, in ms since the epoch. */
  readonly writtenAt: number;
  /** Bytes at the end of the journal that were torn or damaged and set aside since the program started; 0 after a clean end. */
  readonly setAside: number;
}

/** Where to read a journal on: the entries behind `after`, leaving out `offset` UTF-16 units of the first one's text. */
export interface JournalPlace {
  readonly after: number;
  readonly offset: number;
}

/** Which part of a journal to read. */
export interface JournalQuery extends JournalPlace {
  readonly store: string;
}

/** Some entries in order, together at most {@link MAX_PIECE_LENGTH} long, and where to read on; `null` at the end. */
export interface JournalBatch {
  readonly entries: readonly JournalEntry[];
  readonly next: JournalPlace | null;
}

/** Splits an entry into pieces that may cross the bridge; a short entry is one piece. No piece ends within a surrogate pair. */
export function piecesOf(entry: Omit<JournalEntry, "offset" | "more">): readonly JournalEntry[] {
  const pieces: JournalEntry[] = [];
  let start = 0;
  do {
    const end = pieceEnd(entry.json, start, MAX_PIECE_LENGTH);
    const more = end < entry.json.length;
    pieces.push({ ...entry, json: entry.json.slice(start, end), offset: start, more });
    start = end;
  } while (start < entry.json.length);
  return pieces;
}

/** Where a piece of at most `room` UTF-16 units ends that begins at `start`, so that no surrogate pair is cut in two. */
export function pieceEnd(text: string, start: number, room: number): number {
  const end = start + room;
  if (end >= text.length) return text.length;
  const code = text.charCodeAt(end - 1);
  const leadsPair = code >= 0xd800 && code < 0xdc00;
  return leadsPair ? end - 1 : end;
}
