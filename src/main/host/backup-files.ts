import { join } from "node:path";
import type {
  Backup,
  BackupCheck,
  BackupList,
  BackupOutcome,
  BackupPlace,
  BackupRequest,
} from "#bridge/backup.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { done, refused } from "#bridge/reply.ts";
import { type StoredBackup, WrittenDifferently, writeBackupFile } from "./backup-folder.ts";
import { backupFileName, nameBackup, parseBackupId } from "./backup-name.ts";
import { BackupPlaces, type PlaceTools } from "./backup-places.ts";
import { expiredBackups } from "./backup-rotation.ts";
import { errorCode } from "./error-code.ts";
import { refusedWrite } from "./file-error.ts";
import { makeLastingFolder } from "./lasting-folder.ts";
import { secondBackupFolder } from "./second-folder.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { openVerifiedMarks, type VerifiedMarks } from "./verified-marks.ts";

/** What the backups work with. */
export interface BackupTools extends PlaceTools {
  readonly clock: () => Date;
}

/** Whether a backup holds what it is counted for. */
export type CountsBackup = (bytes: Uint8Array) => Promise<boolean>;

/** The backups below `<dataFolder>/backups` and in the second folder; each method is that of the bridge, and one runs after the other. */
export interface BackupFiles {
  readonly write: (request: BackupRequest) => Promise<Reply<BackupOutcome>>;
  readonly list: () => Promise<Reply<BackupList>>;
  readonly read: (id: string) => Promise<Reply<Uint8Array>>;
  readonly verify: (id: string) => Promise<Reply<BackupCheck>>;
  /** The last entry of a store that at least `count` good backups hold, 0 for none; every one counted is read whole for it, and has to be one that `counts`. */
  readonly coverage: (store: string, count: number, counts: CountsBackup) => Promise<number>;
}

const PLACES: readonly BackupPlace[] = ["own", "second"];

/** Opens the backups of a data folder. */
export function openBackupFiles(dataFolder: string, tools: BackupTools): BackupFiles {
  const folder = new BackupFolders(join(dataFolder, "backups"), tools);
  const inTurn = createSerialQueue();
  const onDisk = <T>(task: () => Promise<Reply<T>>): Promise<Reply<T>> =>
    inTurn(async () => {
      try {
        return await task();
      } catch (error) {
        if (error instanceof WrittenDifferently) return refused("damaged", error.message);
        return refusedWrite(error);
      }
    });
  return {
    write: (request) => onDisk(() => folder.write(request)),
    list: async () => {
      const listed = await onDisk(() => folder.list());
      // A stick may have come back; what it lacks follows behind, and the list does not wait for it.
      void onDisk(() => folder.catchUp());
      return listed;
    },
    read: (id) => onDisk(() => folder.read(id)),
    verify: (id) => onDisk(() => folder.verify(id)),
    coverage: (store, count, counts) => inTurn(() => folder.coverage(store, count, counts)),
  };
}

class BackupFolders {
  readonly #places: BackupPlaces;
  readonly #tools: BackupTools;
  #marks: Promise<VerifiedMarks> | null = null;

  constructor(own: string, tools: BackupTools) {
    this.#places = new BackupPlaces(own, tools);
    this.#tools = tools;
  }

  async write(request: BackupRequest): Promise<Reply<BackupOutcome>> {
    const { disk, clock, log } = this.#tools;
    const { own } = this.#places;
    await makeLastingFolder(own, disk);
    if (!(await this.#places.hasRoom(own, request.bytes)))
      return refused("disk-full", "The backup would leave too little room");
    const before = await this.#all();
    if (request.plans === 0 && before.some(({ plans }) => plans > 0)) {
      log.write("warn", "A backup without plans was not kept beside those that hold some");
      return done({ kind: "empty" });
    }
    const backup = nameBackup(request, clock());
    await writeBackupFile(own, backup, request.bytes, disk);
    await this.#mark(backup.id, clock().getTime());
    const second = await this.#places.copyToSecond(backup, request.bytes);
    await this.#rotate(backup.id);
    if (second === "written") await this.#places.catchUp();
    const written = (await this.#all()).find(({ id }) => id === backup.id);
    if (written === undefined) throw new Error(`The backup ${backup.id} is gone at once`);
    return done({ kind: "written", backup: written, second });
  }

  async list(): Promise<Reply<BackupList>> {
    const place = this.#tools.secondPlace();
    if (place === null) return done({ backups: await this.#all(), second: { kind: "none" } });
    const label = secondBackupFolder(place);
    const kind = (await this.#places.second()) === null ? "absent" : "ready";
    return done({ backups: await this.#all(), second: { kind, label } });
  }

  async catchUp(): Promise<Reply<null>> {
    await this.#places.catchUp();
    return done(null);
  }

  async read(id: string): Promise<Reply<Uint8Array>> {
    const backup = parseBackupId(id);
    const found = backup === null ? null : await this.#places.look(backup);
    if (found !== null && found.good !== null) return done(found.good);
    if (found !== null && found.held !== null) return refusedWrite(found.held);
    return found !== null && Object.values(found.healths).includes("damaged")
      ? refused("damaged", "No copy of the backup holds what was written")
      : refused("not-found", "There is no such backup");
  }

  async verify(id: string): Promise<Reply<BackupCheck>> {
    const backup = parseBackupId(id);
    const found = backup === null ? null : await this.#places.look(backup);
    const healths = Object.values(found?.healths ?? {});
    if (found === null || healths.every((health) => health === "missing"))
      return refused("not-found", "There is no such backup");
    if (found.good === null && found.held !== null) return refusedWrite(found.held);
    const damaged = PLACES.some(
      (place) => found.healths[place] === "damaged" && !found.mended.includes(place),
    );
    const verifiedAt = found.good === null || damaged ? null : this.#tools.clock().getTime();
    await this.#mark(id, verifiedAt);
    return done({ ...found.healths, mended: found.mended, verifiedAt });
  }

  async coverage(store: string, count: number, counts: CountsBackup): Promise<number> {
    // A run that was killed may have named a backup and not got so far as to make the name last.
    await this.#places.makeNamesLast();
    const ofStore = (await this.#all()).filter((backup) => backup.store === store);
    let good = 0;
    for (const { id, sequence } of ofStore.sort((a, b) => b.sequence - a.sequence)) {
      const read = await this.read(id);
      if (!read.ok) await this.#mark(id, null);
      else if ((await counts(read.value)) && (good += 1) === count) return sequence;
    }
    return 0;
  }

  /** All backups, the newest first. */
  async #all(): Promise<readonly Backup[]> {
    const found = new Map<string, Backup>();
    const marks = await this.#openMarks();
    const add = (place: BackupPlace, stored: StoredBackup) => {
      const { id, at, reason, sequence, plans, store, size } = stored;
      const places = [...(found.get(id)?.places ?? []), place];
      const verifiedAt = marks.of(id);
      found.set(id, { id, at, reason, sequence, plans, store, size, verifiedAt, places });
    };
    for (const place of PLACES) for (const backup of await this.#places.storedIn(place)) add(place, backup);
    return [...found.values()].sort((a, b) => b.at - a.at);
  }

  async #rotate(justWritten: string): Promise<void> {
    const { disk, log, clock } = this.#tools;
    const now = clock().getTime();
    const second = await this.#places.second();
    const all = await this.#all();
    for (const [place, folder] of [["own", this.#places.own] as const, ["second", second] as const]) {
      if (folder === null) continue;
      try {
        for (const id of expiredBackups(
          all.filter(({ places }) => places.includes(place)),
          now,
        ))
          if (id !== justWritten) await disk.remove(join(folder, backupFileName(id)));
      } catch (error) {
        if (errorCode(error) === "") throw error;
        log.write("warn", `Old backups were not removed (${errorCode(error)})`);
      }
    }
  }

  async #mark(id: string, at: number | null): Promise<void> {
    const marks = await this.#openMarks();
    await marks.set(id, at, [...(await this.#all()).map((backup) => backup.id)]);
  }

  #openMarks(): Promise<VerifiedMarks> {
    this.#marks ??= openVerifiedMarks(this.#places.own, this.#tools.disk, this.#tools.log);
    return this.#marks;
  }
}
