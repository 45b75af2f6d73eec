import { afterEach, expect, test, vi } from "vitest";
import { year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { buildPlan } from "./build-plan.ts";
import { readNatively } from "./past-version.ts";
import { watchWrites } from "./watch-writes.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test("an edit whose transaction ends half-way leaves plan and journal as they were, waits, and is stored whole later", async () => {
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3));
  const before = await planOf(store, draft);
  const stored = async () => {
    const { rows } = await readNatively(database);
    return ["plans", "chunks", "journal"].map((table) => rows[table]);
  };
  const untouched = await stored();
  watchWrites(({ table, transaction }) => {
    if (table === "plans") transaction.abort();
  });
  valueOf(await store.execute(draft, typed(0, "12")));
  expect(store.waiting.getState().edits).toHaveLength(1);
  vi.restoreAllMocks();
  expect(await stored()).toEqual(untouched);

  await store.tryAgain();
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  expect(store.waiting.getState().edits).toHaveLength(0);
  const edited = await planOf(store, draft);
  expect(observationAt(edited.observations, 0, year(2016))?.value).toBe(12);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(edited);
  valueOf(await again.undo(draft));
  expect(await planOf(again, draft)).toEqual(before);
});

test("an edit after closing is refused as such", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  await store.close();
  const refused = await store.execute(draft, typed(0, "12"));
  expect(refused).toMatchObject({ ok: false, error: { kind: "storage", reason: "closed" } });
});
