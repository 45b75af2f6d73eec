import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { isStoreName } from "#bridge/argument-guards.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import {
  type JournalBatch,
  type JournalEntry,
  type JournalHead,
  type JournalQuery,
  MAX_PIECE_LENGTH,
  pieceEnd,
} from "#bridge/journal.ts";
import { done, refused } from "#bridge/reply.ts";
import { refusedWrite } from "./file-error.ts";
import { makeLastingFolder } from "./lasting-folder.ts";
import { type JournalTools, StoreJournal } from "./journal-store.ts";
import { createSerialQueue } from "./serial-queue.ts";

/** The journals of all stores below `<dataFolder>/journal`; each method is that of the bridge, and one runs after the other. */
export interface JournalFiles {
  readonly append: (entry: JournalEntry) => Promise<Reply<{ readonly sequence: number }>>;
  readonly heads: () => Promise<Reply<readonly JournalHead[]>>;
  readonly read: (query: JournalQuery) => Promise<Reply<JournalBatch>>;
  readonly restart: (store: string) => Promise<Reply<null>>;
  /** Drops entries up to a number that the caller knows to be kept elsewhere. */
  readonly dropThrough: (store: string, through: number) => Promise<Reply<JournalHead>>;
  /** The SHA-256 of an entry's text in hex, `null` where it is not held. */
  readonly markOf: (store: string, sequence: number) => Promise<string | null>;
  readonly close: () => Promise<void>;
}

/** Size at which a journal begins a further file, in bytes. */
export const SEGMENT_BYTES = 8 * 1024 * 1024;

/** Opens the journals of a data folder; each is read, and its end checked, when it is first asked for. */
export function openJournalFiles(dataFolder: string, tools: JournalTools): JournalFiles {
  const journals = new JournalFolder(join(dataFolder, "journal"), tools);
  const inTurn = createSerialQueue();
  /** A task on the disk: what the disk refuses becomes a code. */
  const onDisk = <T>(task: () => Promise<Reply<T>>): Promise<Reply<T>> =>
    inTurn(async () => {
      try {
        return await task();
      } catch (error) {
        return refusedWrite(error);
      }
    });
  return {
    append: (entry) => onDisk(() => journals.append(entry)),
    heads: () => onDisk(() => journals.heads()),
    read: (query) => onDisk(async () => readBatch(await journals.ofStore(query.store), query)),
    restart: (store) => onDisk(() => journals.restart(store)),
    dropThrough: (store, through) => onDisk(() => journals.dropThrough(store, through)),
    markOf: (store, sequence) => inTurn(() => journals.markOf(store, sequence)),
    close: () => inTurn(() => journals.close()),
  };
}

class JournalFolder {
  readonly #folder: string;
  readonly #tools: JournalTools;
  readonly #opened = new Map<string, StoreJournal>();
  /** The pieces taken in so far of the one entry that is under way. */
  #pieces: { readonly store: string; readonly sequence: number; readonly text: string } | null = null;
  /** Stores whose files were changed by others while they were open, and lost entries by it. */
  readonly #shortened = new Set<string>();

  constructor(folder: string, tools: JournalTools) {
    this.#folder = folder;
    this.#tools = tools;
  }

  /** The journal of a store, opened anew when its files were deleted, replaced or changed by others. */
  async ofStore(store: string): Promise<StoreJournal> {
    const known = this.#opened.get(store);
    if (known !== undefined && (await known.isAsLeft())) return known;
    await this.#forget(store);
    await this.#adoptFirstShape(store);
    const journal = await StoreJournal.open(this.#folder, store, this.#tools);
    this.#opened.set(store, journal);
    if (known !== undefined) {
      this.#tools.log.write(
        "warn",
        `Journal ${store}: its files were changed from outside and are read anew`,
      );
      if (journal.base > known.base || journal.last < known.last) this.#shortened.add(store);
    }
    return journal;
  }

  async append(entry: JournalEntry): Promise<Reply<{ readonly sequence: number }>> {
    const { store, sequence, after } = entry;
    const whole = this.#takePiece(entry);
    if (!whole.ok || whole.value === null) return whole.ok ? done({ sequence }) : whole;
    const json = whole.value;
    const journal = await this.ofStore(store);
    if (this.#shortened.delete(store))
      return refused(
        "journal-behind",
        `The journal was shortened from outside and now ends at ${journal.last}`,
      );
    if (sequence <= journal.last) {
      if ((await journal.json(sequence)) === json) {
        await journal.sync();
        return done({ sequence });
      }
      return refused(
        "journal-conflict",
        `The journal goes up to ${journal.last} and holds no such ${sequence}`,
      );
    }
    if (after !== null && after > journal.last)
      return refused(
        "journal-behind",
        `Entry ${sequence} follows ${after}, and the journal ends at ${journal.last}`,
      );
    if (after !== null && after < journal.last)
      return refused(
        "journal-conflict",
        `Entry ${sequence} follows ${after}, and the journal goes up to ${journal.last}`,
      );
    try {
      await journal.append({ sequence, after, json });
      return done({ sequence });
    } catch (error) {
      // How much was written is unknown: whoever asks next reads the files anew and checks their end.
      await this.#forget(store);
      throw error;
    }
  }

  async heads(): Promise<Reply<readonly JournalHead[]>> {
    const names = await this.#tools.disk.list(this.#folder);
    const stores = new Set(names.map((name) => name.replace(/\.log$/, "")).filter(isStoreName));
    const heads: JournalHead[] = [];
    for (const store of stores) {
      const journal = await this.ofStore(store);
      if (!journal.untouched) heads.push(journal.head());
    }
    return done(heads.sort((a, b) => b.writtenAt - a.writtenAt));
  }

  async restart(store: string): Promise<Reply<null>> {
    const { disk, clock, log } = this.#tools;
    if ((await this.ofStore(store)).untouched) return done(null);
    this.#shortened.delete(store);
    await this.#forget(store);
    const aside = join(this.#folder, `${store}.aside-${clock().getTime()}-${randomUUID().slice(0, 8)}`);
    await disk.rename(join(this.#folder, store), aside);
    await disk.syncFolder(this.#folder);
    log.write("warn", `Journal ${store}: begun anew at the page's wish; the old one is ${aside}`);
    return done(null);
  }

  async dropThrough(store: string, through: number): Promise<Reply<JournalHead>> {
    const journal = await this.ofStore(store);
    try {
      await journal.dropThrough(through);
    } catch (error) {
      await this.#forget(store);
      throw error;
    }
    return done(journal.head());
  }

  async markOf(store: string, sequence: number): Promise<string | null> {
    const text = (await (await this.ofStore(store)).json(sequence)) ?? null;
    return text === null ? null : createHash("sha256").update(text).digest("hex");
  }

  async close(): Promise<void> {
    for (const store of [...this.#opened.keys()]) await this.#forget(store);
  }

  async #forget(store: string): Promise<void> {
    const journal = this.#opened.get(store);
    this.#opened.delete(store);
    await journal?.close();
  }

  /** The whole text of an entry once its last piece is there, else `null`; a piece that does not follow the one before is refused. */
  #takePiece({ store, sequence, json, offset, more }: JournalEntry): Reply<string | null> {
    const before = this.#pieces;
    this.#pieces = null;
    let text = json;
    if (offset > 0) {
      const follows =
        before?.store === store && before.sequence === sequence && before.text.length === offset;
      if (!follows) return refused("bad-argument", "The piece does not follow the one before");
      text = before.text + json;
    }
    if (!more) return done(text);
    this.#pieces = { store, sequence, text };
    return done(null);
  }

  /** The first program kept a store's journal in one file; it becomes the first of the folder. */
  async #adoptFirstShape(store: string): Promise<void> {
    const { disk } = this.#tools;
    const first = join(this.#folder, `${store}.log`);
    if ((await disk.state(first)) === null) return;
    await makeLastingFolder(join(this.#folder, store), disk);
    await disk.rename(first, join(this.#folder, store, `${"0".repeat(16)}.log`));
    await disk.syncFolder(join(this.#folder, store));
    await disk.syncFolder(this.#folder);
  }
}

async function readBatch(journal: StoreJournal, query: JournalQuery): Promise<Reply<JournalBatch>> {
  const { store } = query;
  if (journal.untouched) return refused("not-found", "There is no journal of this store");
  const entries: JournalEntry[] = [];
  let room = MAX_PIECE_LENGTH;
  let { after, offset } = query;
  for await (const { json, ...numbers } of journal.entriesBehind(query.after)) {
    if (json === null) return refused("damaged", `Entry ${numbers.sequence} is damaged`);
    const fits = json.length - offset <= room;
    if (!fits && entries.length > 0) return done({ entries, next: { after, offset } });
    const end = fits ? json.length : pieceEnd(json, offset, room);
    entries.push({ store, ...numbers, json: json.slice(offset, end), offset, more: !fits });
    if (!fits) return done({ entries, next: { after, offset: end } });
    room -= end - offset;
    after = numbers.sequence;
    offset = 0;
  }
  return done({ entries, next: null });
}
