import type {} from "@vitest/browser-playwright";
import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import type { EditResult } from "#renderer/data/workbench-store.ts";
import { buildPlan } from "./build-plan.ts";
import { openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const ROOM = 1_000_000;

/** Text that the browser cannot press together on its disk. */
function longText(): string {
  const codes = crypto.getRandomValues(new Uint16Array(30_000)).map((code) => 0x4e00 + (code % 0x5000));
  return Array.from(codes, (code) => String.fromCharCode(code)).join("");
}

afterEach(async () => {
  await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin });
});

test("an edit that does not fit on the disk is refused and changes nothing; with room again the next is stored", async () => {
  const { origin } = location;
  // The browser asks for the quota when it opens its files, and then not for half a minute; so it starts without any.
  await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize: ROOM });
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3));
  let before = await planOf(store, draft);
  let refused: EditResult = { ok: true, value: [] };
  while (refused.ok) {
    before = await planOf(store, draft);
    refused = await store.execute(draft, typed(0, longText()));
  }
  expect(refused).toMatchObject({ ok: false, error: { kind: "storage", reason: "quota" } });
  expect(store.saveState.getState()).toEqual({
    kind: "failed",
    reason: { kind: "not-stored", reason: "quota" },
  });
  expect(await planOf(store, draft)).toEqual(before);

  await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin });
  valueOf(await store.execute(draft, typed(0, "12")));
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
});
