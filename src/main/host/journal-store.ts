import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { JournalHead } from "#bridge/journal.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { encodeFrame, frameJson, type JournalRecord, scanFrames } from "./journal-frame.ts";
import type { Log } from "./log-file.ts";
import { makeLastingFolder } from "./lasting-folder.ts";
import { createFile } from "./write-file.ts";

/** What a store's journal works with. */
export interface JournalTools {
  readonly disk: Disk;
  readonly clock: () => Date;
  readonly log: Log;
  /** Size at which a further file is begun, in bytes. */
  readonly segmentBytes: number;
}

interface Segment {
  readonly path: string;
  readonly identity: string;
  /** Where the last whole entry ends, in bytes. */
  size: number;
  /** Number of the last entry; 0 for an empty file. */
  last: number;
}

/** One entry of the run that the journal ends with. */
interface Place {
  readonly sequence: number;
  readonly after: number | null;
  readonly segment: Segment;
  readonly start: number;
  readonly length: number;
}

/** A file ends with one entry at the most that is longer than a file should be; a character takes up to three bytes. */
const MAX_SEGMENT_BYTES = 1024 * 1024 * 1024;

const SEGMENT_NAME = /^\d{16}\.log$/;

/** Whether a file has the name under which what was damaged at the end of a journal file is kept. */
export const isSegmentTail = (name: string): boolean => /^\d{16}\.log\.tail-\d+-[0-9a-f]{8}\.bin$/.test(name);

/**
 * The journal of one store: a folder of files to which entries are only ever added, each file named after its first entry.
 * The entries that count are the unbroken run at the end; those before a hole stay on the disk and are not offered.
 */
export class StoreJournal {
  readonly #folder: string;
  readonly #store: string;
  readonly #tools: JournalTools;
  readonly #segments: Segment[] = [];
  #run: Place[] = [];
  #setAside = 0;
  /** Whether all of it is known to survive a power cut. */
  #isSynced = false;
  #writtenAt = 0;
  #tail: { readonly segment: Segment; readonly file: DiskFile } | null = null;
  #lastRead: { readonly segment: Segment; readonly bytes: Buffer } | null = null;

  private constructor(journalFolder: string, store: string, tools: JournalTools) {
    this.#folder = join(journalFolder, store);
    this.#store = store;
    this.#tools = tools;
  }

  /** Opens the journal, also one that has no file yet; what is torn or damaged is set aside. */
  static async open(journalFolder: string, store: string, tools: JournalTools): Promise<StoreJournal> {
    const journal = new StoreJournal(journalFolder, store, tools);
    for (const name of await tools.disk.list(journal.#folder))
      if (SEGMENT_NAME.test(name)) await journal.#readSegment(join(journal.#folder, name));
    return journal;
  }

  head(): JournalHead {
    return {
      store: this.#store,
      base: this.base,
      last: this.last,
      count: this.#run.length,
      bytes: this.#segments.reduce((sum, { size }) => sum + size, 0),
      writtenAt: this.#writtenAt,
      setAside: this.#setAside,
    };
  }

  /** The number just before the first entry of the run. */
  get base(): number {
    const first = this.#run[0];
    return first === undefined ? 0 : (first.after ?? first.sequence - 1);
  }

  /** The number of the last entry; 0 when there is none. */
  get last(): number {
    return this.#run.at(-1)?.sequence ?? 0;
  }

  /** Whether the journal holds no entry and lost none. */
  get untouched(): boolean {
    return this.#run.length === 0 && this.#setAside === 0;
  }

  /** Whether every file is still there and ends where the last append left it. */
  async isAsLeft(): Promise<boolean> {
    for (const { path, identity, size } of this.#segments) {
      const found = await this.#tools.disk.state(path);
      if (found?.identity !== identity || found.size !== size) return false;
    }
    return true;
  }

  /** The text of an entry of the run: `undefined` when there is none of this number, `null` when it is damaged. */
  async json(sequence: number): Promise<string | null | undefined> {
    const place = this.#run[this.#indexBehind(sequence - 1)];
    return place?.sequence === sequence ? this.#jsonAt(place) : undefined;
  }

  /** The entries behind a number, in order; the text is `null` for one that is damaged. */
  async *entriesBehind(
    sequence: number,
  ): AsyncGenerator<Omit<JournalRecord, "json"> & { readonly json: string | null }> {
    for (let at = this.#indexBehind(sequence); at < this.#run.length; at += 1) {
      const place = this.#run[at];
      if (place === undefined) return;
      yield { sequence: place.sequence, after: place.after, json: await this.#jsonAt(place) };
    }
  }

  /** Appends an entry whose number follows the last one; returns after fsync. */
  async append(record: JournalRecord): Promise<void> {
    const { segment, file } = await this.#writableTail(record.sequence);
    const frame = encodeFrame(record);
    await this.#writeOrCut(frame, segment, file);
    this.#isSynced = true;
    this.#take({ ...record, segment, start: segment.size, length: frame.length });
    segment.size += frame.length;
    this.#writtenAt = this.#tools.clock().getTime();
  }

  /** Makes entries last that were read from the file: it may hold one whose own fsync failed. */
  async sync(): Promise<void> {
    const last = this.#segments.at(-1);
    if (this.#isSynced || last === undefined) return;
    const file = await this.#openLasting(last);
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    this.#isSynced = true;
  }

  /** Removes the oldest files that hold nothing behind `through`; the file that is written to stays. */
  async dropThrough(through: number): Promise<void> {
    while (this.#segments.length > 1) {
      const [oldest] = this.#segments;
      if (oldest === undefined || oldest.last > through) return;
      await this.#tools.disk.remove(oldest.path);
      // Oldest first, each for good before the next: whatever a power cut leaves is an unbroken run.
      await this.#tools.disk.syncFolder(this.#folder);
      this.#segments.shift();
      this.#run = this.#run.filter(({ segment }) => segment !== oldest);
    }
  }

  async close(): Promise<void> {
    await this.#tail?.file.close();
    this.#tail = null;
    this.#lastRead = null;
  }

  async #readSegment(path: string): Promise<void> {
    const { disk } = this.#tools;
    const size = (await disk.state(path))?.size ?? 0;
    if (size > MAX_SEGMENT_BYTES) return this.#putAway(path, size);
    const bytes = await disk.readFile(path);
    const { places, end } = scanFrames(bytes);
    if (end < bytes.length) await this.#cut(path, bytes, end);
    const state = await disk.state(path);
    if (state === null) return;
    const segment: Segment = { path, identity: state.identity, size: end, last: 0 };
    this.#segments.push(segment);
    this.#writtenAt = Math.max(this.#writtenAt, state.changedAt);
    for (const place of places) this.#take({ ...place, segment });
  }

  /** Renames a file that is longer than any of ours, unread. */
  async #putAway(path: string, size: number): Promise<void> {
    const { disk, log } = this.#tools;
    await disk.rename(path, `${path}.large-${randomUUID().slice(0, 8)}.bin`);
    await disk.syncFolder(this.#folder);
    this.#setAside += size;
    log.write("warn", `Journal ${this.#store}: ${path} has ${size} bytes and was set aside unread`);
  }

  /** Cuts off what is no whole entry and keeps it in a file of its own, unless it is nothing but zeros. */
  async #cut(path: string, bytes: Buffer, end: number): Promise<void> {
    const { disk, clock, log } = this.#tools;
    const tail = bytes.subarray(end);
    // A clock that was set back must not lead to a name that is taken.
    const aside = `${path}.tail-${clock().getTime()}-${randomUUID().slice(0, 8)}.bin`;
    if (tail.some((byte) => byte !== 0)) await createFile([aside], tail, disk);
    const file = await disk.open(path, "any");
    try {
      await file.truncate(end);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#setAside += tail.length;
    log.write(
      "warn",
      `Journal ${this.#store}: ${tail.length} damaged bytes behind ${end} of ${path} set aside`,
    );
  }

  /** Adds an entry to the run; one that does not follow the last begins a new run. */
  #take(place: Place): void {
    const before = this.#run.at(-1);
    if (before !== undefined && place.after !== before.sequence) {
      this.#tools.log.write(
        "warn",
        `Journal ${this.#store}: entries between ${before.sequence} and ${place.sequence} are missing`,
      );
      this.#run = [];
    }
    this.#run.push(place);
    place.segment.last = place.sequence;
  }

  /**
   * After a failed fsync a system may take what it holds in memory for written, and a full disk takes the first half of a frame; so the frame goes, and
   * the next try writes it anew. Left there, its half would ask a full disk for room to be kept aside when the file is read again.
   */
  async #writeOrCut(frame: Buffer, { size }: Segment, file: DiskFile): Promise<void> {
    try {
      await file.append(frame);
      await file.sync();
    } catch (error) {
      await file.truncate(size).catch(() => undefined);
      throw error;
    }
  }

  async #writableTail(sequence: number): Promise<{ readonly segment: Segment; readonly file: DiskFile }> {
    const last = this.#segments.at(-1);
    if (last === undefined || last.size >= this.#tools.segmentBytes) {
      await this.close();
      this.#tail = await this.#beginSegment(sequence);
      this.#segments.push(this.#tail.segment);
    } else {
      this.#tail ??= { segment: last, file: await this.#openLasting(last) };
    }
    return this.#tail;
  }

  /** Opens a file of a former run, whose name lasts from then on: that run may have been killed before it did. */
  async #openLasting({ path }: Segment): Promise<DiskFile> {
    const { disk } = this.#tools;
    await makeLastingFolder(this.#folder, disk);
    await disk.syncFolder(this.#folder);
    return disk.open(path, "any");
  }

  async #beginSegment(sequence: number): Promise<{ readonly segment: Segment; readonly file: DiskFile }> {
    const { disk } = this.#tools;
    await makeLastingFolder(this.#folder, disk);
    const path = join(this.#folder, `${String(sequence).padStart(16, "0")}.log`);
    const file = await disk.open(path, "new");
    try {
      // The name of the file must last as long as the entry.
      await disk.syncFolder(this.#folder);
      const { identity } = await file.state();
      return { segment: { path, identity, size: 0, last: 0 }, file };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async #jsonAt({ segment, start, length }: Place): Promise<string | null> {
    if (this.#lastRead?.segment !== segment || this.#lastRead.bytes.length < start + length)
      this.#lastRead = { segment, bytes: await this.#tools.disk.readFile(segment.path) };
    return frameJson(this.#lastRead.bytes.subarray(start, start + length));
  }

  /** The place in the run of the first entry whose number is above `sequence`. */
  #indexBehind(sequence: number): number {
    let low = 0;
    let high = this.#run.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#run[middle]?.sequence ?? Number.POSITIVE_INFINITY) > sequence) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
