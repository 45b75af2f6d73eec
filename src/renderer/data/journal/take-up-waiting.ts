import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { parseJson } from "../db/read-journal-row.ts";
import { readMachineTexts } from "../recovery/machine-journal.ts";
import { storageErrorOf } from "../storage-failure.ts";
import type { StorageReason } from "../store-error.ts";
import { type EditTools, executeChanges } from "./edit-plan.ts";
import { readEntryRows } from "./large-entries.ts";
import { type WaitingEdit, withoutStored } from "./waiting-edits.ts";
import { claimJournal, journalsLeft, type WaitingJournal } from "./waiting-journal.ts";
import { waitingSchema } from "./waiting-row.ts";

/** The edits that former windows held back and that are not in the database. */
export interface LeftEdits {
  /** Those that the database refuses again, in order: they go on waiting in this window. */
  readonly rest: readonly WaitingEdit[];
  readonly reason: StorageReason | null;
  /** The journals that hold the rest. */
  readonly journals: readonly WaitingJournal[];
  /** Those that do not fit their plans any more; the machine keeps their journal aside, and this window tells of them. */
  readonly leftAside: readonly WaitingEdit[];
}

/** What became of the edits that former windows held back. */
export interface TakenUp extends LeftEdits {
  /** How many are in the database now that were not. */
  readonly done: number;
  /** How many are damaged, so that nobody can say what they were; the machine keeps their journal aside. */
  readonly damaged: number;
  /** Whether every journal was read to its end. */
  readonly isThrough: boolean;
}

type TakingBridge = Pick<DesktopBridge, "readJournal" | "restartJournal" | "log">;

/**
 * Carries out the edits that windows held back because the database refused them, and that ended before it took them. Those that are in the
 * database already are left out; whatever goes wrong with one of them keeps neither the others nor the program from going on. `stores` are the
 * names under which they may wait: the database's own, and the one it had before it was built again over a hole.
 */
export async function takeUpWaiting(
  tools: EditTools,
  bridge: TakingBridge,
  stores: ReadonlySet<string>,
  heads: readonly JournalHead[],
): Promise<TakenUp> {
  const taking = new Taking(tools, bridge);
  for (const name of [...stores].flatMap((store) => journalsLeft(store, heads))) {
    const journal = await claimJournal(name);
    if (journal === null) taking.isThrough = false;
    else await taking.take(journal);
  }
  return taking;
}

class Taking implements TakenUp {
  done = 0;
  damaged = 0;
  readonly rest: WaitingEdit[] = [];
  readonly leftAside: WaitingEdit[] = [];
  reason: StorageReason | null = null;
  readonly journals: WaitingJournal[] = [];
  isThrough = true;
  readonly #tools: EditTools;
  readonly #bridge: TakingBridge;

  constructor(tools: EditTools, bridge: TakingBridge) {
    this.#tools = tools;
    this.#bridge = bridge;
  }

  async take(journal: WaitingJournal): Promise<void> {
    const waited = this.rest.length;
    const isRead = await this.#takeEdits(journal.name).catch(async (error: unknown) => {
      await this.#log(`Waiting edits of ${journal.name} were not read: ${String(error)}`);
      return false;
    });
    if (this.rest.length > waited) {
      this.journals.push(journal);
      return;
    }
    if (isRead) await this.#letGo(journal.name);
    else this.isThrough = false;
    await journal.release();
  }

  /** Resolves to whether the journal was read to its end. */
  async #takeEdits(name: string): Promise<boolean> {
    const known = new Map<string, ReadonlySet<string>>();
    for await (const batch of readMachineTexts(this.#bridge, name, 0)) {
      if (!batch.ok) return false;
      for (const { sequence, json } of batch.value) {
        const id = `${name}:${sequence}`;
        const read = waitingSchema.safeParse(parseJson(json));
        if (!read.success) {
          this.damaged += 1;
          await this.#logAside(id, read.error.message);
          continue;
        }
        const { plan } = read.data;
        const done = known.get(plan) ?? (await waitedEdits(this.#tools, plan));
        known.set(plan, done);
        if (!done.has(id)) await this.#carryOut({ id, command: null, ...read.data });
      }
    }
    return true;
  }

  async #carryOut(edit: WaitingEdit): Promise<void> {
    if (this.rest.length > 0) {
      this.rest.push(edit);
      return;
    }
    try {
      const done = await executeChanges(this.#tools, edit.plan, edit.changes, edit.id);
      if (done.ok) this.done += 1;
      if (!done.ok) await this.#layAside(edit, done.error.kind);
      else await this.#layAside(withoutStored(edit, done.value.gone), "some of its rows are gone");
    } catch (error) {
      const failure = storageErrorOf(error);
      if (failure === null || failure.reason === "corrupt") {
        await this.#layAside(edit, String(error));
      } else {
        this.reason = failure.reason;
        this.rest.push(edit);
      }
    }
  }

  /** Lays aside an edit, or what is left of one; `null` where nothing is. */
  async #layAside(edit: WaitingEdit | null, why: string): Promise<void> {
    if (edit === null) return;
    this.leftAside.push(edit);
    await this.#logAside(edit.id, why);
  }

  async #logAside(id: string, why: string): Promise<void> {
    await this.#log(`Waiting edit ${id} is left aside: ${why}`);
  }

  async #letGo(name: string): Promise<void> {
    const reply = await this.#bridge.restartJournal(name);
    // They are not carried out again: the database's entries name them.
    if (!reply.ok) await this.#log(`Waiting edits of ${name} stay in their journal: ${reply.message}`);
  }

  async #log(message: string): Promise<void> {
    await this.#bridge.log({ level: "error", message });
  }
}

/** Entries that are read at once. */
const PART = 200;

/** The waiting edits of a plan that the database took, by what its entries say. */
async function waitedEdits({ db }: EditTools, plan: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const keys = await db.journal.where("[plan+kind]").equals([plan, "do"]).primaryKeys();
  for (let from = 0; from < keys.length; from += PART)
    for (const { waited } of await readEntryRows(db, keys.slice(from, from + PART)))
      if (waited !== undefined) found.add(waited);
  return found;
}
