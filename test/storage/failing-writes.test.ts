import { afterEach, expect, test, vi } from "vitest";
import { cdp } from "vitest/browser";
import { buildPlan } from "./build-plan.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";
import { typing } from "./typing.ts";

async function limitQuota(bytes: number | null): Promise<void> {
  const { origin } = location;
  await cdp().send(
    "Storage.overrideQuotaForOrigin",
    bytes === null ? { origin } : { origin, quotaSize: bytes },
  );
}

afterEach(async () => {
  vi.restoreAllMocks();
  await limitQuota(null);
});

test("an edit that does not fit on the disk is refused, changes nothing, and the next one is stored", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", 200));
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  const before = await planOf(store, draft);
  await limitQuota(1);
  const refused = await store.execute(draft, typing(draft, 0, "12"));
  expect(refused).toMatchObject({ ok: false, error: { kind: "storage", reason: "quota" } });
  expect(store.saveState.getState()).toEqual({
    kind: "failed",
    reason: { kind: "not-stored", reason: "quota" },
  });
  expect(await planOf(store, draft)).toEqual(before);
  expect(await store.readHistory(draft)).toMatchObject({ canUndo: false });

  await limitQuota(null);
  valueOf(await store.execute(draft, typing(draft, 0, "12")));
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
});

test("an edit whose transaction ends half-way leaves plan and journal as they were", async () => {
  const { store, draft, database, seeds } = await openWithDraft(buildPlan("p", 3));
  const before = await planOf(store, draft);
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    if (this.name === "plans") this.transaction.abort();
    return request;
  });
  const failed = await store.execute(draft, typing(draft, 0, "12"));
  expect(failed).toMatchObject({ ok: false, error: { kind: "storage" } });
  vi.restoreAllMocks();
  expect(await planOf(store, draft)).toEqual(before);
  await store.close();

  const again = await openStore(database, seeds);
  expect(await planOf(again, draft)).toEqual(before);
  expect(await again.undo(draft)).toEqual({ ok: false, error: { kind: "nothing-to-undo" } });
  valueOf(await again.execute(draft, typing(draft, 0, "12")));
});

test("an edit after closing is refused as such", async () => {
  const { store, draft } = await openWithDraft(buildPlan("p", 3));
  await store.close();
  const refused = await store.execute(draft, typing(draft, 0, "12"));
  expect(refused).toMatchObject({ ok: false, error: { kind: "storage", reason: "closed" } });
});
