import type {} from "@vitest/browser-playwright";
import { afterEach, expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { READ_ONLY_DISK_BYTES } from "#bridge/disk-space.ts";
import { year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { attachFiles } from "#renderer/data/sources/attach-files.ts";
import { sha256Hex } from "#exchange/sha256.ts";
import { buildPlan } from "./build-plan.ts";
import { memoryMachine } from "./memory-machine.ts";
import { openStore, openWithDraft, planOf, valueOf } from "./open-for-test.ts";

const ROOM = 1_000_000;

/** Text that the browser cannot press together on its disk. */
function longText(): string {
  const codes = crypto.getRandomValues(new Uint16Array(30_000)).map((code) => 0x4e00 + (code % 0x5000));
  return Array.from(codes, (code) => String.fromCharCode(code)).join("");
}

/** Types texts until one does not fit; from then on the smallest edit does not either, so that nothing gets in later by chance. */
async function fillUp({ store, draft, typed }: Awaited<ReturnType<typeof openWithDraft>>): Promise<void> {
  while (store.waiting.getState().edits.length === 0) {
    valueOf(await store.execute(draft, typed(0, longText())));
  }
  await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin, quotaSize: 1 });
}

afterEach(async () => {
  await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin });
});

test("an edit that does not fit on the disk stays on top and in the machine's hands; with room again it is stored", async () => {
  const { origin } = location;
  // The browser asks for the quota when it opens its files, and then not for half a minute; so it starts without any.
  await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize: ROOM });
  const machine = memoryMachine();
  const opened = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const { store, draft, typed } = opened;
  await fillUp(opened);
  expect(store.saveState.getState()).toEqual({
    kind: "failed",
    reason: { kind: "not-stored", reason: "quota", waiting: 1, held: true },
  });
  valueOf(await store.execute(draft, typed(1, "11")));
  valueOf(await store.execute(draft, typed(0, "12")));
  expect(await store.undo(draft)).toMatchObject({ ok: false, error: { kind: "storage", reason: "quota" } });
  const shown = await planOf(store, draft);
  expect([0, 1].map((row) => observationAt(shown.observations, row, year(2016))?.value)).toEqual([12, 11]);
  expect(store.waiting.getState().edits).toHaveLength(3);

  await cdp().send("Storage.overrideQuotaForOrigin", { origin: location.origin });
  await store.tryAgain();
  await expect.poll(() => store.saveState.getState().kind).toBe("saved");
  expect(await planOf(store, draft)).toEqual(shown);
  expect([...machine.journals.keys()]).toHaveLength(1);
  valueOf(await store.undo(draft));
});

test("edits that waited when the window was closed are carried out at the next start", async () => {
  const { origin } = location;
  await cdp().send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await cdp().send("Storage.overrideQuotaForOrigin", { origin, quotaSize: ROOM });
  const machine = memoryMachine();
  const opened = await openWithDraft(buildPlan("p", 3), machine.bridge);
  const { store, draft, typed, database, seeds } = opened;
  await fillUp(opened);
  valueOf(await store.execute(draft, typed(1, "11")));
  const shown = await planOf(store, draft);
  await store.close();
  await cdp().send("Storage.overrideQuotaForOrigin", { origin });
  const next = await openStore(database, seeds, machine.bridge);
  expect(await planOf(next, draft)).toEqual(shown);
  expect(next.recovery).toMatchObject({ because: "behind", edits: 2 });
  expect([...machine.journals.keys()]).toHaveLength(1);
});

test("on a nearly full disk nothing new is edited, and with room again it is", async () => {
  const machine = memoryMachine();
  const { store, draft, typed } = await openWithDraft(buildPlan("p", 3), machine.bridge);
  machine.free = READ_ONLY_DISK_BYTES - 1;
  await store.tryAgain();
  const before = await planOf(store, draft);
  expect(await store.execute(draft, typed(0, "12"))).toMatchObject({
    ok: false,
    error: { kind: "storage", reason: "disk-low" },
  });
  expect(await planOf(store, draft)).toEqual(before);
  expect(store.diskSpace.getState()).toEqual({ free: machine.free, level: "read-only" });
  machine.free = READ_ONLY_DISK_BYTES;
  await store.tryAgain();
  valueOf(await store.execute(draft, typed(0, "12")));
  expect(store.diskSpace.getState()?.level).toBe("low");
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
