import { join } from "node:path";
import type {
  Backup,
  BackupCheck,
  BackupHealth,
  BackupList,
  BackupOutcome,
  BackupPlace,
  BackupRequest,
  SecondCopy,
} from "#bridge/backup.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import { BACKUP_RESERVE_BYTES } from "#bridge/disk-space.ts";
import { done, refused } from "#bridge/reply.ts";
import {
  backupsIn,
  readBackupFile,
  type StoredBackup,
  WrittenDifferently,
  writeBackupFile,
} from "./backup-folder.ts";
import { backupFileName, nameBackup, type NamedBackup, parseBackupId } from "./backup-name.ts";
import { expiredBackups } from "./backup-rotation.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { refusedWrite } from "./file-error.ts";
import type { Log } from "./log-file.ts";
import { isSecondFolderThere, secondBackupFolder } from "./second-folder.ts";
import { createSerialQueue } from "./serial-queue.ts";
import { openVerifiedMarks, type VerifiedMarks } from "./verified-marks.ts";

/** What the backups work with. */
export interface BackupTools {
  readonly disk: Disk;
  readonly clock: () => Date;
  readonly log: Log;
  /** The place of the second folder as the settings have it now; `null` for none. */
  readonly secondPlace: () => string | null;
}

/** The backups below `<dataFolder>/backups` and in the second folder; each method is that of the bridge, and one runs after the other. */
export interface BackupFiles {
  readonly write: (request: BackupRequest) => Promise<Reply<BackupOutcome>>;
  readonly list: () => Promise<Reply<BackupList>>;
  readonly read: (id: string) => Promise<Reply<Uint8Array>>;
  readonly verify: (id: string) => Promise<Reply<BackupCheck>>;
  /** The last entry of a store that at least `count` good backups hold, 0 for none; every one counted is read whole for it. */
  readonly coverage: (store: string, count: number) => Promise<number>;
}

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
    list: () => onDisk(() => folder.list()),
    read: (id) => onDisk(() => folder.read(id)),
    verify: (id) => onDisk(() => folder.verify(id)),
    coverage: (store, count) => inTurn(() => folder.coverage(store, count)),
  };
}

class BackupFolders {
  readonly #own: string;
  readonly #tools: BackupTools;
  #marks: Promise<VerifiedMarks> | null = null;

  constructor(own: string, tools: BackupTools) {
    this.#own = own;
    this.#tools = tools;
  }

  async write(request: BackupRequest): Promise<Reply<BackupOutcome>> {
    const { disk, clock, log } = this.#tools;
    await disk.makeFolder(this.#own);
    if (!(await this.#hasRoom(this.#own, request.bytes)))
      return refused("disk-full", "The backup would leave too little room");
    const before = await this.#all();
    if (request.plans === 0 && before.some(({ plans }) => plans > 0)) {
      log.write("warn", "A backup without plans was not kept beside those that hold some");
      return done({ kind: "empty" });
    }
    const backup = nameBackup(request, clock());
    await writeBackupFile(this.#own, backup, request.bytes, disk);
    await this.#mark(backup.id, clock().getTime());
    const second = await this.#copyToSecond(backup, request.bytes);
    await this.#rotate(backup.id);
    const written = (await this.#all()).find(({ id }) => id === backup.id);
    if (written === undefined) throw new Error(`The backup ${backup.id} is gone at once`);
    return done({ kind: "written", backup: written, second });
  }

  async list(): Promise<Reply<BackupList>> {
    const place = this.#tools.secondPlace();
    if (place === null) return done({ backups: await this.#all(), second: { kind: "none" } });
    const label = secondBackupFolder(place);
    const kind = (await this.#secondFolder()) === null ? "absent" : "ready";
    return done({ backups: await this.#all(), second: { kind, label } });
  }

  async read(id: string): Promise<Reply<Uint8Array>> {
    let damaged = false;
    for (const { health, bytes } of await this.#copies(id)) {
      if (health === "good") return done(bytes);
      damaged ||= health === "damaged";
    }
    return damaged
      ? refused("damaged", "No copy of the backup holds what was written")
      : refused("not-found", "There is no such backup");
  }

  async verify(id: string): Promise<Reply<BackupCheck>> {
    const [own, second] = (await this.#copies(id)).map(({ health }) => health);
    if (own === undefined || (own === "missing" && (second ?? "missing") === "missing"))
      return refused("not-found", "There is no such backup");
    const healths: readonly (BackupHealth | undefined)[] = [own, second];
    const sound = healths.includes("good") && !healths.includes("damaged");
    const verifiedAt = sound ? this.#tools.clock().getTime() : null;
    await this.#mark(id, verifiedAt);
    return done({ own, second: second ?? "missing", verifiedAt });
  }

  async coverage(store: string, count: number): Promise<number> {
    const ofStore = (await this.#all()).filter((backup) => backup.store === store);
    let good = 0;
    for (const { id, sequence } of ofStore.sort((a, b) => b.sequence - a.sequence)) {
      if (!(await this.read(id)).ok) await this.#mark(id, null);
      else if ((good += 1) === count) return sequence;
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
    for (const backup of await backupsIn(this.#own, this.#tools.disk)) add("own", backup);
    for (const backup of await this.#inSecond()) add("second", backup);
    return [...found.values()].sort((a, b) => b.at - a.at);
  }

  /** The copies of a backup, that of the own folder first; a second folder that is not there has none. */
  async #copies(id: string) {
    const backup = parseBackupId(id);
    if (backup === null) return [];
    const second = await this.#secondFolder();
    const folders = second === null ? [this.#own] : [this.#own, second];
    return Promise.all(folders.map((folder) => this.#copyIn(folder, backup)));
  }

  async #copyIn(folder: string, backup: NamedBackup) {
    try {
      return await readBackupFile(folder, backup, this.#tools.disk);
    } catch (error) {
      // A sector that cannot be read is as bad as one that reads wrong.
      if (errorCode(error) === "") throw error;
      return { health: "damaged", bytes: new Uint8Array() } as const;
    }
  }

  /** The folder of second copies, or `null` when none is named or it is not there now. */
  async #secondFolder(): Promise<string | null> {
    const place = this.#tools.secondPlace();
    if (place === null) return null;
    const folder = secondBackupFolder(place);
    return (await isSecondFolderThere(folder, this.#tools.disk)) ? folder : null;
  }

  async #inSecond(): Promise<readonly StoredBackup[]> {
    const folder = await this.#secondFolder();
    if (folder === null) return [];
    try {
      return await backupsIn(folder, this.#tools.disk);
    } catch (error) {
      // It was pulled out in the meantime.
      if (errorCode(error) === "") throw error;
      return [];
    }
  }

  /** Copies a backup to the second folder; whatever becomes of it there, the one in the own folder stands. */
  async #copyToSecond(backup: NamedBackup, bytes: Uint8Array): Promise<SecondCopy> {
    if (this.#tools.secondPlace() === null) return "none";
    const folder = await this.#secondFolder();
    if (folder === null) return "absent";
    try {
      if (!(await this.#hasRoom(folder, bytes))) return "full";
      await writeBackupFile(folder, backup, bytes, this.#tools.disk);
      return "written";
    } catch (error) {
      const code = errorCode(error);
      if (code === "" && !(error instanceof WrittenDifferently)) throw error;
      this.#tools.log.write(
        "warn",
        `The backup was not copied to the second folder (${code || "other bytes"})`,
      );
      return code === "ENOSPC" ? "full" : "failed";
    }
  }

  /** The own disk must keep room for the journal; a stick need not keep any. */
  async #hasRoom(folder: string, bytes: Uint8Array): Promise<boolean> {
    const free = await this.#tools.disk.free(folder);
    const reserve = folder === this.#own ? BACKUP_RESERVE_BYTES : 0;
    return free === null || free >= bytes.byteLength + reserve;
  }

  async #rotate(justWritten: string): Promise<void> {
    const { disk, log } = this.#tools;
    const second = await this.#secondFolder();
    const all = await this.#all();
    for (const [place, folder] of [["own", this.#own] as const, ["second", second] as const]) {
      if (folder === null) continue;
      try {
        for (const id of expiredBackups(all.filter(({ places }) => places.includes(place))))
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
    this.#marks ??= openVerifiedMarks(this.#own, this.#tools.disk, this.#tools.log);
    return this.#marks;
  }
}
