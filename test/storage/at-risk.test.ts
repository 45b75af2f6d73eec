import { afterEach, expect, test, vi } from "vitest";
import type { Risk } from "#bridge/risk.ts";
import { PLAIN_CHARTS } from "#core/report/gallery/kept-charts.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openWithDraft, valueOf } from "./open-for-test.ts";
import { watchWrites } from "./watch-writes.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every write of a plan's record is refused, as a full disk does. */
const refuseWrites = () =>
  watchWrites(({ table, transaction }) => {
    if (table === "plans") transaction.abort();
  });

/** What a store said would be lost, from now on. */
function risksOf({ atRisk }: WorkbenchStore): readonly (Risk | null)[] {
  const seen = [atRisk.getState()];
  atRisk.subscribe((risk) => seen.push(risk));
  return seen;
}

test("an edit is at risk until the database has it, and not while its second copy is made", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  machine.refuse = "not-writable";
  const risks = risksOf(store);
  const storing = store.execute(draft, typed(0, "12"));
  expect(store.atRisk.getState()).toBe("storing");
  valueOf(await storing);
  expect(risks).toEqual([null, "storing", null]);
  await expect.poll(() => store.saveState.getState().kind).toBe("failed");
  expect(store.atRisk.getState()).toBeNull();
});

test("an edit that is refused and held by the machine is at risk only until it is held, however often it is tried", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  refuseWrites();
  const risks = risksOf(store);
  valueOf(await store.execute(draft, typed(0, "12")));
  expect(store.waiting.getState()).toMatchObject({ edits: [{}], held: true });
  await store.tryAgain();
  expect(store.waiting.getState().edits).toHaveLength(1);
  expect(risks).toEqual([null, "storing", null]);
});

test("an edit that neither database nor machine takes is in this window only until one of them does", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  machine.isJournalHeld = true;
  refuseWrites();
  const risks = risksOf(store);
  valueOf(await store.execute(draft, typed(0, "12")));
  expect(risks).toEqual([null, "storing", "only-here"]);
  vi.restoreAllMocks();
  await store.tryAgain();
  await expect.poll(() => store.atRisk.getState()).toBeNull();
});

test("an edit that is still being reckoned is at risk, and an undo and a view are", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  valueOf(await store.execute(draft, typed(0, "12")));
  let end: () => void = () => undefined;
  store.expect(new Promise<void>((ready) => (end = ready)));
  expect(store.atRisk.getState()).toBe("storing");
  end();
  await expect.poll(() => store.atRisk.getState()).toBeNull();
  for (const write of [() => store.undo(draft), () => store.keepCharts(draft, PLAIN_CHARTS)]) {
    const writing = write();
    expect(store.atRisk.getState()).toBe("storing");
    await writing;
    expect(store.atRisk.getState()).toBeNull();
  }
});
