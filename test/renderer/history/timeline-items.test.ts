import { describe, expect, test } from "vitest";
import type { EntryDeed, JournalEntry } from "#core/history/journal-entry.ts";
import { namedVersions } from "#core/history/named-versions.ts";
import { timelineDays, type TimelineItem } from "#renderer/features/history/timeline-items.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const dayOf = (at: number) => String(Math.floor(at / DAY));

const entry = (seq: number, at: number, deed: EntryDeed, author: string | null = "林晓"): JournalEntry => ({
  ...deed,
  ...{ seq, at, author },
});
const edit: EntryDeed = { kind: "do", deed: { type: "editCell", origin: null }, changes: [] };
const undo: EntryDeed = { kind: "undo", target: 1, deed: { type: "editCell", origin: null }, changes: [] };
const version = (of: number): EntryDeed => ({ kind: "version", of, name: "征求意见稿", note: null });

/** The timeline of entries that are given the oldest first, in short: 5, 4+3, v2. */
function timeline(...oldestFirst: readonly JournalEntry[]): readonly (readonly string[])[] {
  const brief = (item: TimelineItem) => {
    if (item.kind === "entry") return String(item.entry.seq);
    return item.kind === "run" ? item.entries.map(({ seq }) => seq).join("+") : `v${item.version.of}`;
  };
  const days = timelineDays([...oldestFirst].reverse(), namedVersions(oldestFirst), dayOf);
  return days.map(({ items }) => items.map(brief));
}

describe("the timeline", () => {
  test("folds edits that follow one another within ten minutes, the newest first", () => {
    expect(
      timeline(
        entry(1, 0, edit),
        entry(2, 9 * MINUTE, edit),
        entry(3, 19 * MINUTE, edit),
        entry(4, 30 * MINUTE, edit),
      ),
    ).toEqual([["4", "3+2+1"]]);
  });

  test("keeps apart what different people did, and shows undo as such", () => {
    expect(
      timeline(
        entry(1, 0, edit),
        entry(2, 1, edit, "王敏"),
        entry(3, 2, edit, "王敏"),
        entry(4, 3, undo),
        entry(5, 4, edit),
      ),
    ).toEqual([["5", "4", "3+2", "1"]]);
  });

  test("has a line a day", () => {
    expect(timeline(entry(1, DAY - 1, edit), entry(2, DAY, edit), entry(3, DAY + 1, edit))).toEqual([
      ["3+2"],
      ["1"],
    ]);
  });

  test("puts a version above the state that it names, also when that was named later", () => {
    const entries = [entry(1, 0, edit), entry(2, 1, edit), entry(3, 2, edit), entry(4, 3, version(2))];
    expect(timeline(...entries)).toEqual([["3", "v2", "2+1"]]);
    expect(timeline(...entries.slice(0, 2), entry(3, 2, version(2)), entry(4, 3, edit))).toEqual([
      ["4", "v2", "2+1"],
    ]);
  });

  test("keeps the entries of a version whose name was taken away", () => {
    expect(
      timeline(
        entry(1, 0, edit),
        entry(2, 1, version(1)),
        entry(3, 2, { kind: "removeVersion", version: 2 }),
      ),
    ).toEqual([["3", "2", "1"]]);
  });
});

test("a version has its last name, and none when it was taken away", () => {
  const entries = [
    entry(1, 0, version(0)),
    entry(2, 1, { kind: "renameVersion", version: 1, name: "送审稿", note: "二" }),
    entry(3, 2, version(0)),
    entry(4, 3, { kind: "removeVersion", version: 3 }),
  ];
  expect(namedVersions(entries)).toMatchObject([{ seq: 1, of: 0, name: "送审稿", note: "二" }]);
});
