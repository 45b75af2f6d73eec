import fc from "fast-check";
import { Dexie } from "dexie";
import { expect, test, vi } from "vitest";
import type { Command } from "#core/command/command.ts";
import { type PlanId, year } from "#core/plan/ids.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import { openWorkbench } from "#renderer/data/open-workbench.ts";
import type { AskFork, ForkQuestion } from "#renderer/data/recovery/fork/fork-question.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { freshName, openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { watchWrites } from "./watch-writes.ts";

const ROWS = 4;
const PLAN = buildPlan("p", ROWS);

/** Two databases that were the same up to a point, each opened by a shell of its own over one machine; none is open. */
async function twoShells() {
  const machine = memoryMachine();
  const { store, draft, database, seeds, typed } = await openWithDraft(PLAN, machine.bridge);
  valueOf(await store.execute(draft, typed(0, "10")));
  await saved(store);
  await store.close();
  const other = freshName();
  const second = await openStore(other, seeds, machine.bridge);
  await second.close();
  const open = async (name: string, ask?: AskFork) => {
    const result = await openWorkbench({
      ...{ bridge: machine.bridge, now: () => Date.now(), newId: () => crypto.randomUUID() },
      ...{ seeds, database: name, ...(ask === undefined ? {} : { ask }) },
    });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  /** Works in a database; `cutOff` while the machine takes no copy of it, as on a full disk. */
  const work = async (name: string, cutOff: boolean, edit: (store: WorkbenchStore) => Promise<unknown>) => {
    const opened = await open(name);
    machine.refuse = cutOff ? "disk-full" : null;
    await edit(opened);
    if (!cutOff) await saved(opened);
    await opened.close();
    machine.refuse = null;
  };
  return { machine, draft, typed, here: database, there: other, open, work };
}

const saved = (store: WorkbenchStore) =>
  expect.poll(() => store.saveState.getState().kind, { timeout: 5_000 }).toBe("saved");

async function workOf(store: WorkbenchStore) {
  const own = (await store.readLibrary()).filter(({ origin }) => origin === "own");
  const files = await Promise.all(own.map(async ({ id }) => writePlanFile(await planOf(store, id))));
  return files.map((file) => JSON.stringify(file)).sort();
}

/** What a database holds in the end; opening it must tell of nothing any more but what the other shell wrote. */
async function stateOf(open: (name: string) => Promise<WorkbenchStore>, name: string) {
  const store = await open(name);
  await expect.poll(() => store.saveState.getState().kind).not.toBe("failed");
  const work = await workOf(store);
  await store.close();
  return work;
}

async function removeAsides() {
  for (const name of await Dexie.getDatabaseNames()) if (name.includes("-aside-")) await Dexie.delete(name);
}

test("two shells that changed different cells and plans end with one journal that holds all of it, and history goes on", async () => {
  const { machine, draft, typed, here, there, open, work } = await twoShells();
  await work(here, true, async (store) => {
    valueOf(await store.execute(draft, typed(1, "21")));
    valueOf(await store.createCopy(PLAN.id, "这边新建"));
    valueOf(await store.execute(draft, typed(2, "22")));
    valueOf(await store.undo(draft));
  });
  await work(there, false, async (store) => {
    valueOf(await store.execute(draft, typed(3, "33")));
    valueOf(await store.createCopy(PLAN.id, "那边新建"));
  });
  const joined = await open(here, () => Promise.reject(new Error("Nothing is to be asked")));
  expect(joined.recovery).toMatchObject({ because: "joined", edits: 2, own: 4 });
  await expect.poll(() => [...machine.journals.values()].map((held) => held.length)).toEqual([8]);
  const values = (await planOf(joined, draft)).observations;
  expect([...values.values].filter((value) => !Number.isNaN(value))).toEqual(
    expect.arrayContaining([10, 21, 33]),
  );
  expect((await joined.readEntries(draft, 100)).entries.map(({ kind }) => kind)).toHaveLength(6);
  valueOf(await joined.undo(draft));
  valueOf(await joined.redo(draft));
  await joined.close();
  expect(await stateOf(open, there)).toEqual(await stateOf(open, here));
  await removeAsides();
});

test("a cell that both changed is asked about; what was not chosen stays in the history; an end before the answer asks again", async () => {
  const { draft, typed, here, there, open, work } = await twoShells();
  await work(here, true, async (store) => valueOf(await store.execute(draft, typed(0, "11"))));
  await work(there, false, async (store) => valueOf(await store.execute(draft, typed(0, "12"))));
  // The page goes away while the question stands: nothing may have changed.
  const asked: ForkQuestion[] = [];
  await expect(
    open(here, (question) => {
      asked.push(question);
      return Promise.reject(new Error("The window is gone"));
    }),
  ).rejects.toThrow("The window is gone");
  const joined = await open(here, (question) => {
    asked.push(question);
    return Promise.resolve(() => "theirs" as const);
  });
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
  expect(asked[0]).toMatchObject({
    ours: { edits: 1 },
    theirs: { edits: 1 },
    plans: [{ id: draft, conflicts: [{ kind: "cell", field: { kind: "observation", year: 2016 } }] }],
  });
  const indicator = (await planOf(joined, draft)).indicators[0]?.id;
  if (indicator === undefined) throw new Error("The draft has no row");
  const past = await joined.readCellPast(draft, indicator, { kind: "observation", year: year(2016) }, 9);
  expect(JSON.stringify(past)).toContain("11");
  expect(await valueIn(joined, draft)).toBe(12);
  valueOf(await joined.undo(draft));
  expect(await valueIn(joined, draft)).toBe(11);
  valueOf(await joined.redo(draft));
  await saved(joined);
  await joined.close();
  expect(await stateOf(open, there)).toEqual(await stateOf(open, here));
  await removeAsides();
});

test("a backup of the course that the journal did not go is no ground to join on, nor to build a lost database from", async () => {
  const { machine, draft, typed, here, there, open, work } = await twoShells();
  machine.isJournalHeld = true;
  const opened = await open(here);
  valueOf(await opened.execute(draft, typed(1, "21")));
  valueOf(await opened.execute(draft, typed(2, "22")));
  expect(await opened.backUp("manual")).toMatchObject({ ok: true, value: { kind: "written" } });
  await opened.close();
  machine.isJournalHeld = false;
  await work(there, false, async (store) => valueOf(await store.execute(draft, typed(3, "33"))));

  const built = await open(freshName());
  expect(built.recovery).toMatchObject({ because: "missing", backupAt: null, unproven: false });
  expect(await typedIn(built, draft)).toEqual([10, 33]);
  await built.close();
  const joined = await open(here);
  expect(joined.recovery).toMatchObject({ because: "joined", edits: 1, own: 2 });
  expect(await typedIn(joined, draft)).toEqual([10, 21, 22, 33]);
  await joined.close();
  expect(await stateOf(open, there)).toEqual(await stateOf(open, here));
  await removeAsides();
});

async function typedIn(store: WorkbenchStore, draft: PlanId) {
  const { values } = (await planOf(store, draft)).observations;
  return [...values].filter((value) => value >= 10).sort((a, b) => a - b);
}

async function valueIn(store: WorkbenchStore, draft: PlanId) {
  const { observations } = await planOf(store, draft);
  return observations.values[observations.years.indexOf(year(2016))];
}

test.each(["ours", "theirs"] as const)(
  "a plan that one shell removed and the other edited is asked about: %s",
  async (side) => {
    const { draft, typed, here, there, open, work } = await twoShells();
    await work(here, true, async (store) => valueOf(await store.execute(draft, typed(1, "21"))));
    await work(there, false, async (store) => valueOf(await store.removeDraft(draft)));
    const joined = await open(here, ({ plans }) => {
      expect(plans).toMatchObject([
        { id: draft, theirs: null, conflicts: [{ kind: "plan", goneIn: "theirs" }] },
      ]);
      return Promise.resolve(() => side);
    });
    expect((await joined.readPlan(draft)) === null).toBe(side === "theirs");
    await expect.poll(() => joined.saveState.getState().kind).not.toBe("failed");
    await joined.close();
    expect(await stateOf(open, there)).toEqual(await stateOf(open, here));
    await removeAsides();
  },
);

test("whatever two shells did to different cells, it does not matter which of them joins", async () => {
  const cell = fc.record({ row: fc.nat({ max: ROWS - 1 }), text: fc.integer({ min: 1, max: 99 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 4 }),
      fc.array(cell, { minLength: 1, maxLength: 4 }),
      async (a, b) => {
        const ends: (readonly string[])[] = [];
        for (const swapped of [false, true]) {
          const { draft, typed, here, there, open, work } = await twoShells();
          const edits = (cells: typeof a, half: 0 | 1) => async (store: WorkbenchStore) => {
            // Each shell has two of the four rows, so that nothing clashes.
            for (const { row, text } of cells)
              valueOf(await store.execute(draft, typed((row & 2) + half, `${text}`)));
          };
          await work(here, true, swapped ? edits(b, 1) : edits(a, 0));
          await work(there, false, swapped ? edits(a, 0) : edits(b, 1));
          const joined = await open(here, () => Promise.reject(new Error("Nothing is to be asked")));
          ends.push((await workOf(joined)).map((file) => file.replaceAll(draft, "draft")));
          await joined.close();
        }
        expect(ends[1]).toEqual(ends[0]);
      },
    ),
    { numRuns: 6 },
  );
  await removeAsides();
});

test("a fork that ended with equal numbers is found by what the entries say", async () => {
  const { draft, typed, here, there, open, work } = await twoShells();
  const edit = (row: number, text: string): Command => typed(row, text);
  await work(here, true, async (store) => valueOf(await store.execute(draft, edit(1, "21"))));
  await work(there, false, async (store) => valueOf(await store.execute(draft, edit(2, "32"))));
  const joined = await open(here);
  expect(joined.recovery).toMatchObject({ because: "joined", edits: 1, own: 1 });
  await joined.close();
  expect(await stateOf(open, there)).toEqual(await stateOf(open, here));
  await removeAsides();
});

test("a join leaves an edit that waited its name, so that no later start carries it out again", async () => {
  const { machine, draft, typed, here, there, open, work } = await twoShells();
  const { appendJournal, restartJournal } = machine.bridge;
  // The window's own journal takes what waits, and cannot be emptied afterwards.
  const refused = { ok: false, code: "not-writable", message: "" } as const;
  machine.bridge.appendJournal = (entry) =>
    entry.store.endsWith("-waiting") ? appendJournal(entry) : Promise.resolve(refused);
  machine.bridge.restartJournal = () => Promise.resolve(refused);
  await work(here, true, async (store) => {
    machine.refuse = null;
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    watchWrites(({ table, transaction }) => {
      if (table === "journal") transaction.abort();
    });
    valueOf(await store.execute(draft, typed(0, "11")));
    vi.restoreAllMocks();
    await store.tryAgain();
    expect(store.waiting.getState().edits).toEqual([]);
    // While this window is open the other one leaves its journal to it.
    machine.bridge.appendJournal = appendJournal;
    await work(there, false, async (other) => valueOf(await other.execute(draft, typed(1, "21"))));
  });
  await work(here, false, async (store) => {
    expect(store.recovery).toMatchObject({ because: "joined", edits: 1, own: 1 });
    valueOf(await store.execute(draft, typed(0, "12")));
  });
  machine.bridge.restartJournal = restartJournal;
  const next = await open(here);
  expect(next.recovery).toBeNull();
  expect(await valueIn(next, draft)).toBe(12);
  await next.close();
  await removeAsides();
});
