import { join } from "node:path";
import type { BackupHealth, BackupPlace, SecondCopy } from "#bridge/backup.ts";
import { BACKUP_RESERVE_BYTES } from "#bridge/disk-space.ts";
import {
  backupsIn,
  readBackupFile,
  type StoredBackup,
  WrittenDifferently,
  writeBackupFile,
} from "./backup-folder.ts";
import { backupFileName, type NamedBackup } from "./backup-name.ts";
import type { Disk } from "./disk.ts";
import { errorCode } from "./error-code.ts";
import { isHeld } from "./file-error.ts";
import { makeLastingFolder } from "./lasting-folder.ts";
import type { Log } from "./log-file.ts";
import { isSecondFolderThere, secondBackupFolder } from "./second-folder.ts";

/** How many older backups are copied at once to a second folder that lacks them: the planner is not to wait for a slow stick. */
const CAUGHT_UP_AT_ONCE = 10;

/** What the places work with. */
export interface PlaceTools {
  readonly disk: Disk;
  readonly log: Log;
  /** The place of the second folder as the settings have it now; `null` for none. */
  readonly secondPlace: () => string | null;
}

/** The copies of one backup as a look found them, and what was done about a bad one. */
export interface FoundCopies {
  readonly healths: Readonly<Record<BackupPlace, BackupHealth>>;
  /** Where a damaged copy was written again from a good one. */
  readonly mended: readonly BackupPlace[];
  /** The bytes of a good copy; `null` when none is. */
  readonly good: Uint8Array | null;
  /** Why a copy could not be read though it may be good, as where another program holds it; `null` for none. */
  readonly held: Error | null;
}

/** The two places in which backups lie, and how each makes up for what the other has lost. */
export class BackupPlaces {
  readonly own: string;
  readonly #tools: PlaceTools;

  constructor(own: string, tools: PlaceTools) {
    this.own = own;
    this.#tools = tools;
  }

  /** The folder of second copies, or `null` when none is named or it is not there now. */
  async second(): Promise<string | null> {
    const place = this.#tools.secondPlace();
    if (place === null) return null;
    const folder = secondBackupFolder(place);
    return (await isSecondFolderThere(folder, this.#tools.disk)) ? folder : null;
  }

  /** What lies in a place; a second folder that is not there, or goes away meanwhile, holds nothing. */
  async storedIn(place: BackupPlace): Promise<readonly StoredBackup[]> {
    const folder = place === "own" ? this.own : await this.second();
    if (folder === null) return [];
    try {
      return await backupsIn(folder, this.#tools.disk);
    } catch (error) {
      if (place === "own" || errorCode(error) === "") throw error;
      return [];
    }
  }

  /** Reads all copies of a backup, and writes a damaged one again where the other is good. */
  async look(backup: NamedBackup): Promise<FoundCopies> {
    const copies = await this.#copies(backup);
    const good = copies.find(({ health }) => health === "good")?.bytes ?? null;
    const mended: BackupPlace[] = [];
    const healths: Record<BackupPlace, BackupHealth> = { own: "missing", second: "missing" };
    for (const { place, folder, health, held } of copies) {
      healths[place] = health;
      if (
        good !== null &&
        health === "damaged" &&
        held === null &&
        (await this.#writeTo(folder, backup, good)) === "written"
      )
        mended.push(place);
    }
    return { healths, mended, good, held: copies.find(({ held }) => held !== null)?.held ?? null };
  }

  /** Copies a backup to the second folder; whatever becomes of it there, the one in the own folder stands. */
  async copyToSecond(backup: NamedBackup, bytes: Uint8Array): Promise<SecondCopy> {
    if (this.#tools.secondPlace() === null) return "none";
    const folder = await this.second();
    return folder === null ? "absent" : this.#writeTo(folder, backup, bytes);
  }

  /** Gives a second folder that was away what it lacks, the newest first, some at a time. */
  async catchUp(): Promise<void> {
    if ((await this.second()) === null) return;
    const there = new Set((await this.storedIn("second")).map(({ id }) => id));
    const missing = (await this.storedIn("own")).filter(({ id }) => !there.has(id));
    for (const backup of missing.sort((a, b) => b.at - a.at).slice(0, CAUGHT_UP_AT_ONCE)) {
      const { health, bytes } = await this.#copyIn(this.own, backup);
      if (health === "good" && (await this.copyToSecond(backup, bytes)) !== "written") return;
    }
  }

  /** Makes sure of the names of all backups that are there; throws the system's error. */
  async makeNamesLast(): Promise<void> {
    const second = await this.second();
    for (const folder of second === null ? [this.own] : [this.own, second]) {
      if ((await this.#tools.disk.state(folder)) === null) continue;
      await makeLastingFolder(folder, this.#tools.disk);
      await this.#tools.disk.syncFolder(folder);
    }
  }

  /** The own disk must keep room for the journal; a stick need not keep any. */
  async hasRoom(folder: string, bytes: Uint8Array): Promise<boolean> {
    const free = await this.#tools.disk.free(folder);
    const reserve = folder === this.own ? BACKUP_RESERVE_BYTES : 0;
    return free === null || free >= bytes.byteLength + reserve;
  }

  async #copies(backup: NamedBackup) {
    const second = await this.second();
    const folders: readonly (readonly [BackupPlace, string])[] =
      second === null
        ? [["own", this.own]]
        : [
            ["own", this.own],
            ["second", second],
          ];
    return Promise.all(
      folders.map(async ([place, folder]) => ({ place, folder, ...(await this.#copyIn(folder, backup)) })),
    );
  }

  async #copyIn(folder: string, backup: NamedBackup) {
    try {
      return { ...(await readBackupFile(folder, backup, this.#tools.disk)), held: null };
    } catch (error) {
      // A sector that cannot be read is as bad as one that reads wrong.
      if (errorCode(error) === "" || !(error instanceof Error)) throw error;
      const held = isHeld(error) ? error : null;
      return { health: "damaged", bytes: new Uint8Array(), held } as const;
    }
  }

  async #writeTo(folder: string, backup: NamedBackup, bytes: Uint8Array): Promise<SecondCopy> {
    try {
      if (!(await this.hasRoom(folder, bytes))) return "full";
      await writeBackupFile(folder, backup, bytes, this.#tools.disk);
      return "written";
    } catch (error) {
      const code = errorCode(error);
      if (code === "" && !(error instanceof WrittenDifferently)) throw error;
      const name = backupFileName(backup.id);
      this.#tools.log.write("warn", `${join(folder, name)} was not written (${code || "other bytes"})`);
      return code === "ENOSPC" ? "full" : "failed";
    }
  }
}
