import type { Backup } from "#bridge/backup.ts";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import type { JournalHead } from "#bridge/journal.ts";
import { assertNever } from "#core/assert-never.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { JournalRow } from "../db/journal-row.ts";
import { storageErrorOf } from "../storage-failure.ts";
import { checkDatabase } from "./check-database.ts";
import { findCommonPoint } from "./fork/find-fork.ts";
import type { AskFork } from "./fork/fork-question.ts";
import { joinFork } from "./fork/join-fork.ts";
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
  readonly backups: () => Promise<Result<readonly Backup[], RecoveryError>>;
  readonly ask: AskFork;
  /** Set where the database could not be opened and was taken away: whether a copy of its files is kept. */
  readonly takenAway: { readonly kept: boolean } | null;
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
      return wrong === null ? bringTogether(tools, needs) : mend(tools, needs, wrong);
    }
    case "lost": {
      const forked = verdict.because === "incomplete" && (await whatIsWrong(tools)) === null;
      const joined = forked ? await join(tools, needs) : ok(null);
      if (!joined.ok || joined.value !== null) return joined;
      return rebuild(tools, needs, verdict.store, verdict.because);
    }
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

/** Brings database and journal to one state: what only the machine has comes in, and where both went on by themselves they are joined. */
async function bringTogether(
  tools: ReplayTools,
  needs: RecoveryNeeds,
): Promise<Result<Recovery | null, RecoveryError>> {
  const joined = await join(tools, needs);
  if (!joined.ok || joined.value !== null || needs.verdict.kind !== "behind") return joined;
  return bringUp(tools, needs, needs.verdict);
}

/** Joins a database and a journal that went different ways; `null` where they did not. */
async function join(
  tools: ReplayTools,
  { bridge, verdict, heads, backups, ask }: RecoveryNeeds,
): Promise<Result<Recovery | null, RecoveryError>> {
  const store = (await tools.db.meta.get("store"))?.value;
  const head = heads.find((each) => each.store === store);
  if (head === undefined) return ok(null);
  const point = await findCommonPoint({ db: tools.db, bridge, head });
  if (!point.ok) return point;
  const { sequence, own } = point.value;
  if (own === 0 || sequence === head.last) return ok(null);
  const listed = await backups();
  if (!listed.ok) return listed;
  const source = { bridge, store: head.store, head, backups: listed.value };
  const joined = await joinFork(tools, source, sequence, ask);
  if (!joined.ok) return joined;
  if (joined.value === null) {
    // The machine's entries do not follow from ours, and must not be carried out on them.
    const detail = `The journal went another way behind entry ${sequence}, and no backup tells where it began`;
    return verdict.kind === "behind" ? err({ kind: "not-recovered", detail }) : ok(null);
  }
  const { ours, theirs, last } = joined.value;
  await bridge.log({ level: "info", message: `Joined ${theirs} entries of the machine with ${ours} here` });
  const counts = { edits: theirs, own: ours };
  return ok(
    await tell(tools, "joined", last === undefined ? [] : [last], {
      ...NOTHING_LOST,
      ...counts,
      aside: true,
    }),
  );
}

const NOTHING_LOST: ToTell = {
  ...{ edits: 0, own: 0, backupAt: null, unattached: [], gap: null, unproven: false, aside: false },
  carried: [],
};

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
  return ok(await tell(tools, "behind", rows.value, { ...NOTHING_LOST, edits: rows.value.length }));
}

async function rebuild(
  tools: ReplayTools,
  { bridge, heads, backups, takenAway }: RecoveryNeeds,
  store: string,
  because: Loss,
): Promise<Result<Recovery, RecoveryError>> {
  const listed = await backups();
  if (!listed.ok) return listed;
  const isThere = because !== "missing" && takenAway === null;
  if (isThere) await setAside(tools.db, tools.now());
  const head = heads.find((each) => each.store === store);
  const rebuilt = await rebuildDatabase(tools, { bridge, store, head, backups: listed.value });
  if (!rebuilt.ok) return rebuilt;
  const { entries, replayed, backup, unattached, gap, unproven, carried } = rebuilt.value;
  return ok(
    await tell(tools, because, entries, {
      ...{ edits: replayed, own: 0, backupAt: backup?.at ?? null, unattached, gap, unproven },
      carried: carried.map(({ title, kind, backup: from }) => ({ title, kind, backupAt: from?.at ?? null })),
      aside: takenAway?.kept ?? isThere,
    }),
  );
}

type ToTell = Omit<Recovery, "because" | "plans" | "through">;

async function tell(
  { db }: ReplayTools,
  because: Recovery["because"],
  entries: readonly JournalRow[],
  rest: ToTell,
): Promise<Recovery> {
  const last = entries.at(-1);
  const title = last === undefined ? null : ((await db.plans.get(last.plan))?.title ?? null);
  const plans = await db.plans.filter(({ origin }) => origin === "own").count();
  const through = last === undefined ? null : { at: last.at, title };
  return { because, plans, through, ...rest };
}
