import { afterEach, expect, test, vi } from "vitest";
import type { BackupOutcome } from "#bridge/backup.ts";
import type { Reply } from "#bridge/desktop-bridge.ts";
import type { JournalEntry } from "#bridge/journal.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { watchWrites } from "./watch-writes.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A machine whose appends do not come back until it is asked to answer, as on a network drive that is away. */
function silentMachine() {
  const machine = memoryMachine();
  const { appendJournal } = machine.bridge;
  let wakeUp: (() => void) | null = null;
  let away: Promise<void> | null = null;
  machine.bridge.appendJournal = async (entry: JournalEntry) => {
    await away;
    return appendJournal(entry);
  };
  const fallSilent = () => {
    away = new Promise((resolve) => {
      wakeUp = resolve;
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  };
  const answer = () => {
    away = null;
    wakeUp?.();
  };
  return { machine, fallSilent, answer };
}

/** Lets the program's clock run on, by so many ms at a time, until something is so. */
async function passUntil(isSo: () => boolean, step = 1_000): Promise<void> {
  await vi.waitFor(
    async () => {
      await vi.advanceTimersByTimeAsync(step);
      expect(isSo()).toBe(true);
    },
    { timeout: 20_000 },
  );
}

test("a second copy that does not answer is told as missing and not as being saved, and is made once it answers", async () => {
  const { machine, fallSilent, answer } = silentMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  fallSilent();
  valueOf(await store.execute(draft, typed(0, "10")));
  expect(store.saveState.getState()).toEqual({ kind: "saving" });
  await passUntil(() => store.saveState.getState().kind === "failed");
  expect(store.saveState.getState()).toMatchObject({ reason: { kind: "second-copy", waiting: 1 } });
  answer();
  await passUntil(() => store.saveState.getState().kind === "saved");
  expect([...machine.journals.values()].map((entries) => entries.length)).toEqual([2]);
});

test("where database and machine both do not take an edit, the later ones are shown and stored all the same", async () => {
  const { machine, fallSilent, answer } = silentMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  fallSilent();
  const refusing = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  watchWrites(({ table, transaction }) => {
    if (table === "journal") transaction.abort();
  });
  let ended = 0;
  for (const row of [0, 1, 2])
    void store.execute(draft, typed(row, String(10 + row))).then(() => {
      ended += 1;
    });
  await passUntil(() => ended === 3);
  expect(store.waiting.getState()).toMatchObject({ edits: [{}, {}, {}], held: false });
  expect(store.atRisk.getState()).toBe("only-here");
  refusing.mockRestore();
  vi.restoreAllMocks();
  await store.tryAgain();
  expect(store.waiting.getState().edits).toEqual([]);
  const { observations } = await planOf(store, draft);
  expect([...observations.values].filter(Number.isFinite)).toEqual(expect.arrayContaining([10, 11, 12]));
  answer();
  await passUntil(() => store.saveState.getState().kind === "saved");
});

test("a backup that the machine does not answer is told as failed, and holds up none of the next", async () => {
  const machine = memoryMachine();
  const { writeBackup } = machine.bridge;
  let wakeUp = () => {};
  const away = new Promise<void>((resolve) => {
    wakeUp = resolve;
  });
  machine.bridge.writeBackup = async (request) => {
    await away;
    return writeBackup(request);
  };
  const { store } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let reply: Reply<BackupOutcome> | null = null;
  void store.backUp("manual").then((made) => {
    reply = made;
  });
  await passUntil(() => reply !== null, 60_000);
  expect(reply).toMatchObject({ ok: false, code: "internal" });
  expect(store.backupState.getState()).toEqual({ kind: "failed", code: "internal" });
  // While it is still silent the next one is refused at once; afterwards one is made.
  expect((await store.backUp("manual")).ok).toBe(false);
  wakeUp();
  await passUntil(() => machine.backups.length > 0);
  expect((await store.backUp("manual")).ok).toBe(true);
  expect(store.backupState.getState().kind).toBe("done");
});
