import { expect, test } from "vitest";
import type { JournalEntry } from "#bridge/journal.ts";
import { readPlanFile } from "#exchange/plan-file/read-plan-file.ts";
import type { StoreBridge } from "#renderer/data/open-workbench.ts";
import type { SaveState } from "#renderer/data/save-state.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import {
  bridgeThatAppends,
  keepingBridge,
  openStore,
  openWithDraft,
  planOf,
  valueOf,
} from "./open-for-test.ts";

/** A machine side whose disk is full until `heal` is called. */
function fullDisk(): StoreBridge & { kept: JournalEntry[]; full: boolean } {
  const machine = {
    kept: [] as JournalEntry[],
    full: false,
    ...bridgeThatAppends((entry) => {
      if (machine.full) return Promise.resolve({ ok: false, code: "disk-full", message: "" });
      machine.kept.push(entry);
      return Promise.resolve({ ok: true, value: { sequence: entry.sequence } });
    }),
  };
  return machine;
}

test("an edit counts as saved only when the second copy has it", async () => {
  const release: (() => void)[] = [];
  const kept: number[] = [];
  const bridge = bridgeThatAppends(async ({ sequence }) => {
    await new Promise<void>((resolve) => release.push(resolve));
    kept.push(sequence);
    return { ok: true, value: { sequence } };
  });
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 2), bridge);
  const states: SaveState["kind"][] = [];
  store.saveState.subscribe(({ kind }) => states.push(kind));
  valueOf(await store.execute(draft, typed(0, "12")));
  expect(store.saveState.getState()).toEqual({ kind: "saving" });
  await expect
    .poll(() => {
      release.shift()?.();
      return store.saveState.getState().kind;
    })
    .toBe("saved");
  expect(kept).toEqual([1, 2]);
  expect(states).not.toContain("failed");
});

test("an edit is told once as being saved and once as saved, since each telling is drawn", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 2), fullDisk());
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  const states: SaveState["kind"][] = [];
  store.saveState.subscribe(({ kind }) => states.push(kind));
  valueOf(await store.execute(draft, typed(0, "12")));
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  expect(states).toEqual(["saving", "saved"]);
});

test("while the second copy cannot be written, edits go on and the state says how many wait; then all arrive in order", async () => {
  const machine = fullDisk();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine);
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  machine.full = true;
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(1, "13")));
  await expect
    .poll(() => store.saveState.getState())
    .toEqual({ kind: "failed", reason: { kind: "second-copy", code: "disk-full", waiting: 2 } });
  machine.full = false;
  await expect.poll(() => store.saveState.getState().kind, { timeout: 5_000 }).toBe("saved");
  expect(machine.kept.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test("a machine side that breaks off counts as failed and is asked again", async () => {
  let broken = true;
  const kept: number[] = [];
  const bridge = bridgeThatAppends(({ sequence }) => {
    if (broken) return Promise.reject(new Error("The pipe is closed"));
    kept.push(sequence);
    return Promise.resolve({ ok: true, value: { sequence } });
  });
  const { store } = await openWithDraft(buildPlan("p", 2), bridge);
  await expect
    .poll(() => store.saveState.getState())
    .toEqual({ kind: "failed", reason: { kind: "second-copy", code: "internal", waiting: 1 } });
  broken = false;
  await expect.poll(() => kept, { timeout: 5_000 }).toEqual([1]);
});

test("what was not copied before the program ended is copied at the next start", async () => {
  const machine = fullDisk();
  machine.full = true;
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3), machine);
  valueOf(await store.execute(draft, typed(0, "12")));
  await store.close();
  expect(machine.kept).toEqual([]);
  const bridge = keepingBridge();
  await openStore(database, seeds, bridge);
  await expect.poll(() => bridge.kept.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test("the second copy alone holds what a draft began as, and every change with its before and after", async () => {
  const bridge = keepingBridge();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), bridge);
  const began = await planOf(store, draft);
  valueOf(await store.execute(draft, typed(0, "12")));
  await expect.poll(() => bridge.kept.length).toBe(2);
  const [create, edit] = bridge.kept.map(({ json }) => JSON.parse(json) as Record<string, unknown>);
  expect(valueOf(readPlanFile(JSON.parse(String(create?.planFile)), "own"))).toEqual(began);
  expect(edit).toMatchObject({
    kind: "do",
    plan: draft,
    sequence: 2,
    changes: [
      {
        indicator: began.indicators[0]?.id,
        field: { kind: "observation", year: 2016 },
        before: { observation: null },
        after: { observation: { value: 12, basis: "estimated" } },
      },
    ],
  });
});

test("a machine side that lost its journal while the program ran gets every entry again, in pieces where one is long", async () => {
  let held: JournalEntry[] = [];
  const machine = bridgeThatAppends((entry) => {
    const last = held.at(-1)?.sequence ?? 0;
    const behind = entry.sequence > last && (entry.after ?? 0) > last;
    if (behind) return Promise.resolve({ ok: false, code: "journal-behind", message: "" });
    held.push(entry);
    return Promise.resolve({ ok: true, value: { sequence: entry.sequence } });
  });
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine);
  valueOf(await store.execute(draft, typed(0, "12")));
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  held = [];
  valueOf(await store.execute(draft, typed(1, "数".repeat(5 * 1024 * 1024))));
  await expect.poll(() => store.saveState.getState().kind, { timeout: 5_000 }).toBe("saved");
  expect(held.map(({ sequence, after }) => [sequence, after])).toEqual([
    [1, null],
    [2, 1],
    [3, 2],
    [3, 2],
    [3, 2],
  ]);
  const pieces = held.filter(({ sequence }) => sequence === 3).map(({ json }) => json);
  expect(JSON.parse(pieces.join(""))).toMatchObject({ sequence: 3, kind: "do" });
});

test("entries that the machine lost while the program was closed are not called saved while it refuses them, and come with the next try", async () => {
  const machine = memoryMachine();
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  for (const row of [0, 1, 2]) valueOf(await store.execute(draft, typed(row, "12")));
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  await store.close();
  const [name = ""] = machine.journals.keys();
  const whole = machine.journals.get(name) ?? [];
  machine.journals.set(name, whole.slice(0, 2));

  machine.refuse = "disk-full";
  const next = await openStore(database, seeds, machine.bridge);
  const lacking = { kind: "failed", reason: { kind: "second-copy", code: "disk-full", waiting: 2 } };
  for (const turn of ["first", "second"]) {
    await next.tryAgain();
    expect([turn, next.saveState.getState()]).toEqual([turn, lacking]);
  }
  machine.refuse = null;
  await next.tryAgain();
  expect(machine.journals.get(name)).toEqual(whole);
});
