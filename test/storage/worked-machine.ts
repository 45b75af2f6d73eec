import { expect } from "vitest";
import type { PlanId } from "#core/plan/ids.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { WorkbenchStore } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { openNatively } from "./open-natively.ts";

/** The bundled plan that drafts are copied from. */
export const PLAN = buildPlan("p", 3);

/** What a planner has made: every plan of the planner's own as a plan file, with what can be undone in it. */
export async function workOf(store: WorkbenchStore) {
  const own = (await store.readLibrary()).filter(({ origin }) => origin === "own");
  return Promise.all(
    own.map(async ({ id }) => ({
      file: writePlanFile(await planOf(store, id)),
      history: await store.readHistory(id),
    })),
  );
}

/** A machine on which every kind of entry was written once. */
export async function worked() {
  const machine = memoryMachine();
  const { store, draft, database, seeds, typed } = await openWithDraft(PLAN, machine.bridge);
  const other = valueOf(await store.createCopy(PLAN.id, "另一稿"));
  const gone = valueOf(await store.createCopy(PLAN.id, "作废"));
  valueOf(await store.execute(draft, typed(0, "12")));
  valueOf(await store.execute(draft, typed(1, "13")));
  valueOf(await store.execute(draft, typed(1, "没有数")));
  valueOf(await store.undo(draft));
  valueOf(await store.undo(draft));
  valueOf(await store.redo(draft));
  valueOf(await store.renameDraft(other, "另一稿（改）"));
  valueOf(await store.removeDraft(gone));
  await saved(store);
  // These tests make their backups themselves.
  await expect.poll(() => machine.backups).toHaveLength(1);
  machine.backups.splice(0);
  return { machine, store, draft, database, seeds, typed, work: await workOf(store) };
}

/** Waits until all is stored twice. */
export const saved = (store: WorkbenchStore) =>
  expect.poll(() => store.saveState.getState().kind, { timeout: 5_000 }).toBe("saved");

/** Whether an undo and a redo lead back to where they began. */
export async function historyGoesOn(store: WorkbenchStore, draft: PlanId) {
  const [, , before] = await steps(store, draft);
  valueOf(await store.undo(draft));
  valueOf(await store.redo(draft));
  expect((await steps(store, draft))[2]).toEqual(before);
}

async function steps(store: WorkbenchStore, draft: PlanId) {
  const history = await store.readHistory(draft);
  return [history?.canUndo, history?.canRedo, writePlanFile(await planOf(store, draft))] as const;
}

/** The rows of a table as they lie in a database. */
export async function rowsOf(database: string, table: string): Promise<unknown[]> {
  const native = await openNatively(database);
  return new Promise((resolve) => {
    const request = native.transaction(table).objectStore(table).getAll();
    request.onsuccess = () => {
      native.close();
      resolve(request.result);
    };
  });
}

/** Makes a backup, as the planner asks for one. */
export async function backUp(store: WorkbenchStore) {
  const reply = await store.backUp("manual");
  return reply.ok ? reply : { ok: false as const, error: reply.code };
}
