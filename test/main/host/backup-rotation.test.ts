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

/** Ids of what is kept at a time, the newest first; without one after all of them. */
function kept(backups: readonly RotatedBackup[], now: number = Number.POSITIVE_INFINITY): readonly string[] {
  const gone = expiredBackups(backups, now);
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
    const last = backup("last", NOON, { sequence: 9 });
    expect(kept([before, later, last])).toEqual(expect.arrayContaining(["later", "last"]));
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

  test("none of before goes for backups of a clock that ran ahead by years, nor those made after it was set right", () => {
    const ahead = fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 150 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), ahead, (count, hours) => {
        const right = series(count, HOUR);
        const wrong = hours.map((hour, index) =>
          // Its edits come after those before it and before those after it.
          backup(`w${index}`, NOON + hour * HOUR, { sequence: NOON - (count >> 1) * HOUR + index }),
        );
        const alone = kept(right, NOON);
        expect(kept([...right, ...wrong], NOON)).toEqual(expect.arrayContaining([...alone]));
      }),
    );
  });

  test("a clock that was set back by years lets the backups made meanwhile and before stand", () => {
    const before = series(60, HOUR);
    const sequenceBehind = (at: number) => NOON + 1 + at;
    const back = series(60, HOUR, Date.parse("2001-01-03T00:00:00Z")).map((found) => ({
      ...found,
      id: `back-${found.id}`,
      sequence: sequenceBehind(found.at),
    }));
    const now = back[0]?.at ?? 0;
    const ids = kept([...before, ...back], now);
    expect(ids).toEqual(expect.arrayContaining([...kept(before), ...kept(back)]));
    // Set right again, the last of both are there still.
    const later = kept([...before, ...back, backup("right", NOON + DAY, { sequence: 4 * NOON })], NOON + DAY);
    expect(later).toEqual(expect.arrayContaining(["right", "back-b0", "b0"]));
  });

  test("those of the course that is gone on with stand as if the course that was left had never been, however far its numbers went", () => {
    const courses = fc.record({
      left: fc.integer({ min: 1, max: 150 }),
      ahead: fc.integer({ min: 0, max: 1_000 }),
      step: fc.integer({ min: 60_000, max: DAY }),
      main: fc.integer({ min: 1, max: 150 }),
    });
    fc.assert(
      fc.property(courses, ({ left, ahead, step, main }) => {
        const fork = NOON - main * step;
        const abandoned = Array.from({ length: left }, (_, index) =>
          backup(`l${index}`, fork - index * step, { sequence: 1_000 + ahead - index }),
        );
        const ours = Array.from({ length: main }, (_, index) =>
          backup(`m${index}`, NOON - index * step, { sequence: 1_000 + main - index }),
        );
        const both = kept([...abandoned, ...ours], NOON);
        expect(both).toEqual(expect.arrayContaining([...kept(ours, NOON)]));
      }),
    );
  });

  test("the last verified one of a course that was left stays, through years of backups of the other", () => {
    let held: readonly RotatedBackup[] = series(30, HOUR).map((found, index) => ({
      ...found,
      id: `left-${index}`,
      sequence: 500 - index,
    }));
    for (let week = 1; week <= 150; week += 1) {
      const now = NOON + week * 7 * DAY;
      const all = [...held, backup(`m${week}`, now, { sequence: 400 + week * 10 })];
      const gone = expiredBackups(all, now);
      held = all.filter(({ id }) => !gone.includes(id));
    }
    expect(held.map(({ id }) => id)).toContain("left-0");
    expect(held.length).toBeLessThan(24 + 14 + 12 + 12 + 4);
  });

  test("whatever clocks and courses did: the newest two proven ones by time and by number stay, and a second thinning takes no more", () => {
    const any = fc.record({
      at: fc.integer({ min: NOON - 800 * DAY, max: NOON + 100 * DAY }),
      sequence: fc.nat({ max: 300 }),
      plans: fc.nat({ max: 2 }),
      verified: fc.boolean(),
      store: fc.constantFrom("main", "other"),
      reason: fc.constantFrom<BackupReason>("periodic", "periodic", "manual", "before-merge"),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 200 }), (made) => {
        const backups = made.map(({ verified, ...found }, index) =>
          backup(`b${index}`, found.at, { ...found, verifiedAt: verified ? found.at : null }),
        );
        const ids = kept(backups, NOON);
        for (const store of ["main", "other"]) {
          const sound = backups.filter(
            (found) =>
              found.store === store && found.plans > 0 && found.verifiedAt !== null && found.at <= NOON,
          );
          const byTime = [...sound].sort((a, b) => b.at - a.at || b.sequence - a.sequence);
          const byNumber = [...sound].sort((a, b) => b.sequence - a.sequence || b.at - a.at);
          const proven = [...byTime.slice(0, 2), ...byNumber.slice(0, 2)].map(({ id }) => id);
          expect(ids).toEqual(expect.arrayContaining(proven));
        }
        const again = backups.filter(({ id }) => ids.includes(id));
        expect(expiredBackups(again, NOON)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
