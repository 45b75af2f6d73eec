import { afterEach, expect, test, vi } from "vitest";
import { buildPlan } from "./build-plan.ts";
import { watchWrites } from "./watch-writes.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test("an edit whose transaction ends half-way leaves plan and journal as they were", async () => {
  const { store, draft, database, seeds, typed } = await openWithDraft(buildPlan("p", 3));
  const before = await planOf(store, draft);
  watchWrites(({ table, transaction }) => {
    if (table === "plans") transaction.abort();
  });
  const failed = await store.execute(draft, typed(0, "12"));
  expect(failed).toMatchObject({ ok: false, error: { kind: "storage" } });
  vi.restoreAllMocks();
  expect(await planOf(store, draft)).toEqual(before);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(before);
  expect(await again.undo(draft)).toEqual({ ok: false, error: { kind: "nothing-to-undo" } });
  valueOf(await again.execute(draft, typed(0, "12")));
});

test("an edit after closing is refused as such", async () => {
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  await store.close();
  const refused = await store.execute(draft, typed(0, "12"));
  expect(refused).toMatchObject({ ok: false, error: { kind: "storage", reason: "closed" } });
});
