import { expect, test, vi } from "vitest";
import type { BackupRequest } from "#bridge/backup.ts";
import { writeArchive } from "#exchange/archive/archive.ts";
import { BACKUP_LIMITS, PLAN_FILE_LIMITS } from "#exchange/archive/archive-limits.ts";
import { readPlanArchive, writePlanArchive } from "#exchange/plan-file/plan-archive.ts";
import { MAX_FILE_BYTES } from "#bridge/argument-guards.ts";
import { MAX_OPENED_BYTES } from "#bridge/open-limits.ts";
import { savePlanFile } from "#renderer/data/backup/export-plans.ts";
import { writeReadableBackup } from "#renderer/data/backup/write-readable-backup.ts";
import { buildPlan } from "../../../storage/build-plan.ts";

/** An archive of so many empty entries, with its manifest as one more. */
const archiveOf = (entries: number) =>
  writeArchive(
    new Map(Array.from({ length: entries }, (_, at) => [`plans/p${at}.json`, new Uint8Array()] as const)),
  );

const bridgeOf = () => ({
  saveFile: vi.fn(() => Promise.resolve({ ok: true, value: { kind: "cancelled" } } as const)),
  writeBackup: vi.fn(() => Promise.resolve({ ok: true, value: { kind: "empty" } } as const)),
});

test("what may be written may also be opened and handed over", () => {
  expect(PLAN_FILE_LIMITS.packed).toBeLessThanOrEqual(MAX_OPENED_BYTES);
  expect(PLAN_FILE_LIMITS.packed).toBeLessThanOrEqual(MAX_FILE_BYTES);
  expect(BACKUP_LIMITS.packed).toBeLessThanOrEqual(MAX_FILE_BYTES);
});

test.each(["plan file", "backup"])("a plan that repeats itself comes back from a %s", async (kind) => {
  const plan = buildPlan("p", 1);
  const runs = [{ kind: "words", text: "一".repeat(2_000_000), strong: false }] as const;
  const wordy = {
    ...plan,
    origin: "own" as const,
    narrative: [{ section: "goals" as const, blocks: [{ kind: "paragraph" as const, runs }] }],
  };
  const bytes = await writePlanArchive({ plans: [wordy], workbench: null });
  // A design that names 200 as the most would lock the planner's own file out.
  expect(6_000_000 / bytes.length).toBeGreaterThan(200);
  const read = await readPlanArchive(bytes, ...(kind === "backup" ? [BACKUP_LIMITS] : []));
  expect(read.ok && read.value.plans.map(({ narrative }) => narrative)).toEqual([wordy.narrative]);
});

test("an export that no program could read again is not written, and the reason is told", async () => {
  const bridge = bridgeOf();
  expect(await savePlanFile(bridge, "x", await archiveOf(PLAN_FILE_LIMITS.entries))).toMatchObject({
    ok: false,
    code: "too-large",
  });
  expect(bridge.saveFile).not.toHaveBeenCalled();
  const most = await archiveOf(PLAN_FILE_LIMITS.entries - 1);
  expect((await savePlanFile(bridge, "x", most)).ok).toBe(true);
});

test("a backup that could not come back is not written", async () => {
  const bridge = bridgeOf();
  const request = (bytes: Uint8Array): BackupRequest => ({
    ...{ store: "main", sequence: 1, reason: "manual", plans: 1, bytes },
  });
  const many = await archiveOf(BACKUP_LIMITS.entries);
  expect(await writeReadableBackup(bridge, request(many))).toMatchObject({ ok: false, code: "too-large" });
  expect(bridge.writeBackup).not.toHaveBeenCalled();
  expect((await writeReadableBackup(bridge, request(await archiveOf(3)))).ok).toBe(true);
});
