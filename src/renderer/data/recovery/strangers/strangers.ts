import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import type { Result } from "#core/result.ts";
import type { WorkbenchDatabase } from "../../db/workbench-database.ts";
import { isWaitingStore } from "../../journal/waiting-journal.ts";
import type { RecoveryError } from "../recovery.ts";
import { judgeStrangers, type Stranger } from "./judge-strangers.ts";
import { meetStore, readMet } from "./met-stores.ts";
import { readStranger, type StrangerPlans } from "./read-stranger.ts";
import { type StrangerSource, type StrangerSurvey, surveyStranger } from "./survey-stranger.ts";

/** What strangers are found with. */
export interface StrangerNeeds {
  readonly db: WorkbenchDatabase;
  /** The name of this database. */
  readonly store: string;
  readonly bridge: Pick<DesktopBridge, "readJournal" | "readBackup" | "listBackups" | "log">;
  /** The journals of the machine as the start found them. */
  readonly heads: readonly JournalHead[];
}

/**
 * Other databases of this data folder, under names of their own, that this one has not met: finds them, reads their plans, and notes how far they are met. Nothing
 * of it is done before the program shows, and nothing is read of them before it is asked for.
 */
export class Strangers {
  readonly #needs: StrangerNeeds;
  #backups: readonly Backup[] = [];

  constructor(needs: StrangerNeeds) {
    this.#needs = { ...needs, heads: needs.heads.filter(({ store }) => !isWaitingStore(store)) };
  }

  /** Those that went further than they were met. Where the backups cannot be listed, the journals tell. */
  async find(): Promise<readonly Stranger[]> {
    const { db, store, bridge, heads } = this.#needs;
    const listed = await bridge.listBackups();
    this.#backups = listed.ok ? listed.value.backups : [];
    return judgeStrangers(store, { heads, backups: this.#backups }, await readMet(db));
  }

  /** What can be told of one without building it. */
  survey(stranger: Stranger): Promise<StrangerSurvey> {
    return surveyStranger(this.#sourceOf(stranger));
  }

  /** Its plans, as a plan file would bring them. */
  read(stranger: Stranger): Promise<Result<StrangerPlans, RecoveryError>> {
    return readStranger(this.#needs.db, this.#sourceOf(stranger));
  }

  /** Notes that it is met as far as it goes now: it is not found again before it goes on. */
  meet({ store, last }: Stranger): Promise<void> {
    return meetStore(this.#needs.db, store, last);
  }

  #sourceOf(stranger: Stranger): StrangerSource {
    const { bridge, heads } = this.#needs;
    const isOfIt = ({ store }: { readonly store: string }) => store === stranger.store;
    return { bridge, stranger, head: heads.find(isOfIt), backups: this.#backups.filter(isOfIt) };
  }
}
