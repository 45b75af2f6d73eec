import { open, readFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { JournalEntry, Reply } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { errorCode } from "./error-code.ts";
import { refusedWrite } from "./file-error.ts";
import { encodeRecord, parseJournal, type JournalRecord } from "./journal-frame.ts";
import type { Log } from "./log-file.ts";
import { makeFolder } from "./make-folder.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { createFile, syncFolder } from "./write-file.ts";

/** The second copy of the journal: one file a store below `<dataFolder>/journal`. */
export interface JournalFiles {
  /** Appends and returns after fsync. A sequence number that does not rise is a bad argument, except the last entry itself again. */
  readonly append: (entry: JournalEntry) => Promise<Reply<{ readonly sequence: number }>>;
  readonly close: () => Promise<void>;
}

interface OpenJournal {
  readonly file: FileHandle;
  readonly last: JournalRecord | null;
}

/** Opens the journals of a data folder; a file is opened, and its tail checked, at the first append to its store. */
export function openJournalFiles(dataFolder: string, clock: () => Date, log: Log): JournalFiles {
  const folder = join(dataFolder, "journal");
  const opened = new Map<string, OpenJournal>();
  const inTurn = createSerialQueue();

  const appendNow = async (entry: JournalEntry): Promise<Reply<{ readonly sequence: number }>> => {
    const journal = opened.get(entry.store) ?? (await openJournal(folder, entry.store, clock, log));
    opened.set(entry.store, journal);
    const { sequence, json } = entry;
    const lastSequence = journal.last?.sequence ?? 0;
    // The page asks again when an acknowledgement got lost on its way.
    if (sequence === lastSequence && json === journal.last?.json) return done({ sequence });
    if (sequence <= lastSequence)
      return refused("bad-argument", `Sequence ${sequence} does not follow ${lastSequence}`);
    try {
      opened.set(entry.store, await appended(journal, { sequence, json }));
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
    return { file, last: records.at(-1) ?? null };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function appended(journal: OpenJournal, record: JournalRecord): Promise<OpenJournal> {
  const bytes = encodeRecord(record);
  await journal.file.appendFile(bytes);
  await journal.file.sync();
  return { ...journal, last: record };
}
