import type {} from "@vitest/browser-playwright";
import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { attachFiles } from "#renderer/data/sources/attach-files.ts";
import { sha256Hex } from "#exchange/sha256.ts";
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

test("an original that does not fit on the disk is refused with that reason, and with room again is attached", async () => {
  const { origin } = location;
  await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize: ROOM });
  const text = Array.from({ length: 40 }, longText).join("");
  const original = { file: "a.txt", sha256: await sha256Hex(text) };
  const { store } = await openWithDraft({ ...buildPlan("p", 3), documents: [original] });
  const file = { kind: "read", name: "副本.txt", bytes: new TextEncoder().encode(text) } as const;
  expect(await attachFiles(store, [file])).toMatchObject([
    { kind: "not-stored", name: "副本.txt", error: { kind: "storage", reason: "quota" } },
  ]);
  expect(await store.hasSource(original.sha256)).toBe(false);
  await cdp().send("Storage.overrideQuotaForOrigin", { origin });
  expect(await attachFiles(store, [file])).toMatchObject([{ kind: "attached" }]);
});
