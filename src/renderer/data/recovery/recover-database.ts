import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { assertNever } from "#core/assert-never.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { storageErrorOf } from "../storage-failure.ts";
import { checkDatabase } from "./check-database.ts";
import type { Loss, Verdict } from "./judge-start.ts";
import { readMachineRows } from "./machine-journal.ts";
import { rebuildDatabase } from "./rebuild-database.ts";
import type { Recovery, RecoveryError } from "./recovery.ts";
import { catchUp, type ReplayTools } from "./replay-into.ts";
import { setAside } from "./set-aside.ts";

/** The methods of the machine that bring a database back. */
export type RecoveryBridge = Pick<DesktopBridge, "readJournal" | "readBackup" | "log">;

/** What a start found, and what the machine keeps. */
export interface RecoveryNeeds {
  readonly bridge: RecoveryBridge;
  readonly verdict: Verdict;
  readonly heads: readonly JournalHead[];
  readonly backups: () => Promise<readonly Backup[]>;
}

/** Does with an opened database what the look at it asks for; tells what came back, `null` when nothing was missing. */
export async function recoverDatabase(
  tools: ReplayTools,
  needs: RecoveryNeeds,
): Promise<Result<Recovery | null, RecoveryError>> {
  const { verdict } = needs;
  switch (verdict.kind) {
    case "first-start":
      return ok(null);
    case "whole":
    case "behind": {
      const wrong = await whatIsWrong(tools);
      if (wrong !== null) return mend(tools, needs, wrong);
      return verdict.kind === "whole" ? ok(null) : bringUp(tools, needs, verdict);
    }
    case "lost":
      return rebuild(tools, needs, verdict.store, verdict.because);
    default:
      return assertNever(verdict);
  }
}

async function whatIsWrong({ db }: ReplayTools): Promise<string | null> {
  try {
    return await checkDatabase(db);
  } catch (error) {
    const failure = storageErrorOf(error);
    if (failure === null) throw error;
    return failure.detail;
  }
}

/** Builds a database with wrong records again; where the machine knows nothing of it, it stays as it is. */
async function mend(
  tools: ReplayTools,
  needs: RecoveryNeeds,
  wrong: string,
): Promise<Result<Recovery | null, RecoveryError>> {
  await needs.bridge.log({ level: "error", message: `The database is damaged: ${wrong}` });
  const store = (await tools.db.meta.get("store"))?.value;
  const known = needs.heads.some((head) => head.store === store);
  return typeof store === "string" && known ? rebuild(tools, needs, store, "damaged") : ok(null);
}

async function bringUp(
  tools: ReplayTools,
  { bridge }: RecoveryNeeds,
  { store, last }: Extract<Verdict, { kind: "behind" }>,
): Promise<Result<Recovery, RecoveryError>> {
  const rows = await readMachineRows(bridge, store, last);
  if (!rows.ok) return rows;
  const done = await catchUp(tools, rows.value);
  if (!done.ok) {
    return err({ kind: "not-recovered", detail: `entry ${done.error.sequence}: ${done.error.detail}` });
  }
  return ok(
    await tell(tools, "behind", rows.value, {
      edits: rows.value.length,
      backupAt: null,
      unattached: [],
      gap: null,
    }),
  );
}

async function rebuild(
  tools: ReplayTools,
  { bridge, heads, backups }: RecoveryNeeds,
  store: string,
  because: Loss,
): Promise<Result<Recovery, RecoveryError>> {
  if (because !== "missing") await setAside(tools.db, tools.now());
  const head = heads.find((each) => each.store === store);
  const rebuilt = await rebuildDatabase(tools, { bridge, store, head, backups: await backups() });
  if (!rebuilt.ok) return rebuilt;
  const { entries, replayed, backup, unattached, gap } = rebuilt.value;
  return ok(
    await tell(tools, because, entries, { edits: replayed, backupAt: backup?.at ?? null, unattached, gap }),
  );
}

async function tell(
  { db }: ReplayTools,
  because: Recovery["because"],
  entries: readonly JournalRow[],
  rest: Pick<Recovery, "edits" | "backupAt" | "unattached" | "gap">,
): Promise<Recovery> {
  const last = entries.at(-1);
  const title = last === undefined ? null : ((await db.plans.get(last.plan))?.title ?? null);
  const plans = await db.plans.filter(({ origin }) => origin === "own").count();
  const through = last === undefined ? null : { at: last.at, title };
  return { because, plans, through, ...rest };
}
