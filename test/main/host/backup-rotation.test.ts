import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BackupReason } from "#bridge/backup.ts";
import { expiredBackups, type RotatedBackup } from "#main/host/backup-rotation.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday at noon in Beijing. */
const NOON = Date.parse("2026-11-25T12:00:00+08:00");

function backup(id: string, at: number, more: Partial<RotatedBackup> = {}): RotatedBackup {
  return { id, at, sequence: at, store: "main", reason: "periodic", plans: 1, verifiedAt: at, ...more };
}

/** Ids of what is kept, the newest first. */
function kept(backups: readonly RotatedBackup[]): readonly string[] {
  const gone = expiredBackups(backups);
  return backups
    .filter(({ id }) => !gone.includes(id))
    .sort((a, b) => b.at - a.at)
    .map(({ id }) => id);
}

const series = (count: number, step: number, from = NOON) =>
  Array.from({ length: count }, (_, index) => backup(`b${index}`, from - index * step));

describe("which backups are kept", () => {
  test("of every five minutes over two days: one an hour for 24 hours, and one a day", () => {
    const backups = series((2 * DAY) / 300_000, 300_000);
    const times = kept(backups).map((id) => backups.find((found) => found.id === id)?.at ?? 0);
    const hours = new Set(times.map((at) => Math.floor(at / HOUR)));
    // 24 hours (that of noon with one backup alone), and the last of the day before yesterday.
    expect(times).toHaveLength(25);
    expect(hours.size).toBe(25);
    expect(times.at(-1)).toBe(Date.parse("2026-11-23T23:55:00+08:00"));
  });

  test("of one an hour over three years: 24 hours, 14 days, 12 weeks and 12 months", () => {
    const backups = series(3 * 365 * 24, HOUR);
    const times = kept(backups).map((id) => backups.find((found) => found.id === id)?.at ?? 0);
    const oldest = times.at(-1) ?? 0;
    expect(new Date(oldest + 8 * HOUR).toISOString().slice(0, 13)).toBe("2025-12-31T23");
    // 24 hours hold today's and yesterday's; 12 further days; of the 12 weeks two ends lie among the days; of the months one.
    expect(times.length).toBeGreaterThanOrEqual(24 + 12 + 9 + 9);
    expect(times.length).toBeLessThanOrEqual(24 + 14 + 12 + 12);
  });

  test("every one from before an upgrade, however old", () => {
    const old = [1, 2, 3].map((years) =>
      backup(`u${years}`, NOON - years * 365 * DAY, { reason: "before-upgrade" satisfies BackupReason }),
    );
    expect(kept([...series(2000, HOUR), ...old])).toEqual(expect.arrayContaining(["u1", "u2", "u3"]));
  });

  test("the last ten that were asked for and the last ten from before a large change, beside the later ones of their hour", () => {
    const every = (reason: BackupReason) =>
      Array.from({ length: 12 }, (_, index) =>
        backup(`${reason}-${index}`, NOON - index * 60_000, { reason, verifiedAt: null }),
      );
    const [asked, before] = [every("manual"), every("before-bulk-edit")];
    const ids = kept([...asked, ...before, ...series(3, 300_000, NOON + 10 * 60_000)]);
    expect(ids.filter((id) => id.startsWith("manual"))).toEqual(asked.slice(0, 10).map(({ id }) => id));
    expect(ids.filter((id) => id.startsWith("before"))).toEqual(before.slice(0, 10).map(({ id }) => id));
  });

  test("of an hour the newest verified one, before a newer one that is damaged", () => {
    const good = [backup("good", NOON + 60_000), backup("old", NOON)];
    const damaged = backup("damaged", NOON + 120_000, { verifiedAt: null });
    const others = series(5, DAY, NOON - DAY);
    expect(kept([damaged, ...good, ...others])).not.toContain("damaged");
    expect(kept([damaged, ...good, ...others])).toContain("good");
  });

  test("of an hour the one with the most edits, though the clock was set back before it was made", () => {
    const before = backup("before", NOON + 2 * 60_000, { sequence: 7 });
    const later = backup("later", NOON + 60_000, { sequence: 8 });
    expect(kept([before, later, ...series(3, DAY, NOON - DAY)])).toContain("later");
    expect(kept([before, later, backup("last", NOON, { sequence: 9 })])).toEqual(["later", "last"]);
  });

  test("those of a store by themselves, so that a new database cannot push out those of an old one", () => {
    const old = series(3, 300_000, NOON - 900 * DAY).map((found) => ({
      ...found,
      store: "old",
      id: `o${found.id}`,
    }));
    const before = kept(old);
    expect(kept([...old, ...series(5000, 600_000)])).toEqual(expect.arrayContaining([...before]));
  });

  test("always the two newest verified ones with plans; and what is kept once is kept again", () => {
    const any = fc.record({
      at: fc.integer({ min: NOON - 800 * DAY, max: NOON }),
      plans: fc.nat({ max: 2 }),
      verified: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 120 }), (made) => {
        const backups = made.map(({ at, plans, verified }, index) =>
          backup(`b${index}`, at, { plans, verifiedAt: verified ? at : null }),
        );
        const ids = kept(backups);
        const sound = backups
          .filter(({ plans, verifiedAt }) => plans > 0 && verifiedAt !== null)
          .sort((a, b) => b.at - a.at);
        expect(ids).toEqual(expect.arrayContaining(sound.slice(0, 2).map(({ id }) => id)));
        expect(kept(backups.filter(({ id }) => ids.includes(id)))).toEqual(ids);
        expect(ids.length).toBeLessThanOrEqual(24 + 14 + 12 + 12 + 2);
        if (backups.length > 0) expect(ids.length).toBeGreaterThan(0);
      }),
    );
  });
});
