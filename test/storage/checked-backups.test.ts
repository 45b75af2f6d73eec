import { expect, test } from "vitest";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { checkBackup } from "#renderer/data/backup/check-backup.ts";
import { readBackupContents } from "#renderer/data/backup/read-backup.ts";
import { takeRawDatabase } from "#renderer/data/db/raw-database.ts";
import { buildPlan } from "./build-plan.ts";
import { openWithDraft, valueOf } from "./open-for-test.ts";

/** A machine whose one backup lies there as it was written. */
function holding(bytes: Uint8Array): Pick<DesktopBridge, "verifyBackup" | "readBackup"> {
  const check = { own: "good", second: "missing", mended: [], verifiedAt: 1 } as const;
  return {
    verifyBackup: () => Promise.resolve({ ok: true, value: check }),
    readBackup: () => Promise.resolve({ ok: true, value: bytes }),
  };
}

async function rawOf(change: { readonly version?: number } = {}) {
  const { store, database } = await openWithDraft(buildPlan("p", 3));
  await store.close();
  const raw = await takeRawDatabase(database);
  return writePlanArchive({ plans: [], workbench: { ...raw, ...change } });
}

test("a backup of a newer program is called that, and not damaged", async () => {
  expect(await checkBackup(holding(await rawOf()), "b")).toEqual({ kind: "good" });
  expect(await checkBackup(holding(await rawOf({ version: 1_000 })), "b")).toEqual({ kind: "newer" });
  expect(await checkBackup(holding(Uint8Array.of(1, 2, 3)), "b")).toEqual({ kind: "damaged" });
});

test("a machine that refuses to give a backup does not make it damaged", async () => {
  const refusal = { ok: false, code: "not-writable", message: "EBUSY" } as const;
  const bridge = { ...holding(Uint8Array.of(1)), readBackup: () => Promise.resolve(refusal) };
  expect(await checkBackup(bridge, "b")).toEqual({ kind: "refused", code: "not-writable" });
});

test("while the database in a backup is laid out and read, a word is given again and again", async () => {
  const bytes = await rawOf();
  let words = 0;
  let read = 0;
  valueOf(await readBackupContents(bytes, () => (words += 1)));
  // The same archive as one that is refused before it is laid out: what is left is said by the laying out.
  await readBackupContents(await rawOf({ version: 1_000 }), () => (read += 1));
  // One word a table with rows and one a plan of the planner's own, at least.
  expect(words).toBeGreaterThanOrEqual(read + 6);
});
