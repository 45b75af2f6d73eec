import { open, readFile, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { JournalEntry, Reply } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { errorCode } from "./error-code.ts";
import { refusedWrite } from "./file-error.ts";
import { encodeRecord, frameLength, parseJournal, type JournalRecord } from "./journal-frame.ts";
import type { Log } from "./log-file.ts";
import { makeFolder } from "./make-folder.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { createFile, syncFolder } from "./write-file.ts";

/** The second copy of the journal: one file a store below `<dataFolder>/journal`. */
export interface JournalFiles {
  /**
   * Appends and returns after fsync. An entry that is there already is done: the page hands entries over again when it
   * ended before it noted their acknowledgement. Any other sequence number that does not rise is a bad argument.
   */
  readonly append: (entry: JournalEntry) => Promise<Reply<{ readonly sequence: number }>>;
  readonly close: () => Promise<void>;
}

interface OpenJournal {
  readonly file: FileHandle;
  readonly lastSequence: number;
  /** Size of the file in bytes. */
  readonly end: number;
  /** Where each entry's frame stands in the file, in bytes, by its sequence number. */
  readonly places: Map<number, Place>;
}

interface Place {
  readonly start: number;
  readonly length: number;
}

/** Opens the journals of a data folder; a file is opened, and its tail checked, at the first append to its store. */
export function openJournalFiles(dataFolder: string, clock: () => Date, log: Log): JournalFiles {
  const folder = join(dataFolder, "journal");
  const opened = new Map<string, OpenJournal>();
  const inTurn = createSerialQueue();

  /** The open journal of a store, unless its file was deleted, replaced or changed by others: that is opened anew. */
  const stillWhole = async (store: string): Promise<OpenJournal | null> => {
    const journal = opened.get(store);
    if (journal === undefined || (await isAsLeft(journal, journalPath(folder, store))))
      return journal ?? null;
    opened.delete(store);
    await journal.file.close();
    log.write("warn", `Journal ${store}: its file was changed from outside and is opened anew`);
    return null;
  };

  const appendNow = async (entry: JournalEntry): Promise<Reply<{ readonly sequence: number }>> => {
    const journal = (await stillWhole(entry.store)) ?? (await openJournal(folder, entry.store, clock, log));
    opened.set(entry.store, journal);
    const { sequence, json } = entry;
    const frame = encodeRecord({ sequence, json });
    if (await holds(journal, sequence, frame)) return done({ sequence });
    if (sequence <= journal.lastSequence)
      return refused("bad-argument", `Sequence ${sequence} does not follow ${journal.lastSequence}`);
    try {
      opened.set(entry.store, await appended(journal, sequence, frame));
      return done({ sequence });
    } catch (error) {
      // How much was written is unknown: the next append opens the file anew and checks its tail.
      opened.delete(entry.store);
      await journal.file.close();
      throw error;
    }
  };

  return {
    append: (entry) =>
      inTurn(async () => {
        try {
          return await appendNow(entry);
        } catch (error) {
          return refusedWrite(error);
        }
      }),
    close: () =>
      inTurn(async () => {
        for (const { file } of opened.values()) await file.close();
        opened.clear();
      }),
  };
}

/** The whole entries of a store's journal, oldest first; empty when there is none. Reads only. */
export async function readJournal(dataFolder: string, store: string): Promise<readonly JournalRecord[]> {
  try {
    return parseJournal(await readFile(journalPath(join(dataFolder, "journal"), store))).records;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

const journalPath = (folder: string, store: string): string => join(folder, `${store}.log`);

async function openJournal(folder: string, store: string, clock: () => Date, log: Log): Promise<OpenJournal> {
  await makeFolder(folder, 0o700);
  // "a+" makes the file when it is missing; its name must last as long as its content.
  const file = await open(journalPath(folder, store), "a+", 0o600);
  try {
    await syncFolder(folder);
    const bytes = await readFile(file);
    const { records, end } = parseJournal(bytes);
    if (end < bytes.length) {
      const aside = join(folder, `${store}.tail-${clock().getTime()}-${end}.bin`);
      await createFile(aside, bytes.subarray(end));
      await file.truncate(end);
      await file.sync();
      log.write(
        "warn",
        `Journal ${store}: ${bytes.length - end} damaged bytes after ${end} set aside in ${aside}`,
      );
    }
    return { file, lastSequence: records.at(-1)?.sequence ?? 0, end, places: placesOf(records) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function placesOf(records: readonly JournalRecord[]): Map<number, Place> {
  const places = new Map<number, Place>();
  let start = 0;
  for (const record of records) {
    const length = frameLength(record);
    places.set(record.sequence, { start, length });
    start += length;
  }
  return places;
}

/** Whether the path still leads to the open file, and that ends where the last append left it. */
async function isAsLeft(journal: OpenJournal, path: string): Promise<boolean> {
  try {
    const [own, found] = await Promise.all([journal.file.stat(), stat(path)]);
    return own.ino === found.ino && own.dev === found.dev && own.size === journal.end;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/** Whether the file holds this very entry. */
async function holds(journal: OpenJournal, sequence: number, frame: Buffer): Promise<boolean> {
  const place = journal.places.get(sequence);
  if (place?.length !== frame.length) return false;
  const { buffer } = await journal.file.read(Buffer.alloc(place.length), 0, place.length, place.start);
  return buffer.equals(frame);
}

async function appended(journal: OpenJournal, sequence: number, frame: Buffer): Promise<OpenJournal> {
  await journal.file.appendFile(frame);
  await journal.file.sync();
  journal.places.set(sequence, { start: journal.end, length: frame.length });
  return { ...journal, lastSequence: sequence, end: journal.end + frame.length };
}
