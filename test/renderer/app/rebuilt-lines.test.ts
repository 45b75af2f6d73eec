import { describe, expect, test } from "vitest";
import { type RebuiltRecovery, rebuiltLines } from "#renderer/app/rebuilt-lines.ts";
import { createI18n } from "#renderer/i18n/i18n.ts";

const AT = new Date(2026, 10, 30, 1, 12).getTime();
const WHOLE: RebuiltRecovery = {
  because: "damaged",
  edits: 36,
  own: 0,
  plans: 3,
  through: { at: AT, title: "甲市规划" },
  backupAt: new Date(2026, 10, 29, 23, 5).getTime(),
  unattached: [],
  gap: null,
  unproven: false,
  carried: [],
  aside: true,
};

const linesOf = (change: Partial<RebuiltRecovery>, locale: "zh-CN" | "en" = "zh-CN") => {
  const t = createI18n(locale).getFixedT(locale, "safety");
  return rebuiltLines({ ...WHOLE, ...change }, t, locale);
};

describe("a database that was built again", () => {
  test("tells why, from what, and up to which edit", () => {
    expect(linesOf({})).toEqual([
      "规划数据库有损坏，不能完整读取。",
      "已用 2026-11-29 23:05 的备份和其后的 36 条修改记录重新建立：3 部规划。",
      "恢复到最后一次修改：2026-11-30 01:12，《甲市规划》。",
    ]);
  });

  test("counts no edits behind a backup where there are none", () => {
    expect(linesOf({ edits: 0 })[1]).toBe("已用 2026-11-29 23:05 的备份重新建立：3 部规划。");
    expect(linesOf({ edits: 0 }, "en")[1]).toBe(
      "It was rebuilt from the backup of 2026-11-29 23:05. Plans: 3.",
    );
  });

  test.each([
    [
      { from: 210, to: 245, unfit: 3 },
      "第 210—245 条修改没有找回：记载它们的备份已损坏。其后另有 3 条修改因此无法补上。请核对各规划。磁盘上原有的记录仍原样保留。",
    ],
    [
      { from: 210, to: 210, unfit: 0 },
      "第 210 条修改没有找回：记载它的备份已损坏。请核对各规划。磁盘上原有的记录仍原样保留。",
    ],
    [
      { from: 211, to: 210, unfit: 2 },
      "有 2 条修改无法补上：它们所依据的内容在备份中已损坏。请核对各规划。磁盘上原有的记录仍原样保留。",
    ],
  ])("names the edits that are lost or do not fit: %o", (gap, told) => {
    expect(linesOf({ gap })[3]).toBe(told);
  });

  test("keeps sentences and names apart as each language does", () => {
    const change = { damagedEdits: 4, unattached: ["甲.docx", "乙.pdf"] };
    expect(linesOf(change).slice(3)).toEqual([
      "此前未能写入的 4 条修改，其记录已损坏，没有补上。损坏的记录仍保留在磁盘上。请核对各规划，需要时重新输入。",
      "以下原文需重新附上：甲.docx、乙.pdf。",
    ]);
    expect(linesOf(change, "en").slice(3)).toEqual([
      "Earlier edits that waited were not applied, since their record is damaged: 4. The damaged record stays on the disk. Please check your plans and enter them again where needed.",
      "Attach these originals again: 甲.docx, 乙.pdf.",
    ]);
  });

  test.each([
    [
      { title: "乙县规划", kind: "whole", backupAt: AT },
      "《乙县规划》在该备份中已损坏，已用 2026-11-30 01:12 的备份和其后的修改记录完整恢复。",
    ],
    [
      { title: null, kind: "earlier", backupAt: null },
      "一部名称无法读取的规划在该备份中已损坏，已恢复到磁盘上的修改记录所及之处，其后的修改可能缺失。请核对。",
    ],
    [
      { title: "乙县规划", kind: "gone", backupAt: null },
      "《乙县规划》没有找回：它在所有备份中都已损坏。磁盘上原有的记录仍原样保留。",
    ],
  ] as const)("names a plan that is broken in the backup: %o", (carried, told) => {
    expect(linesOf({ carried: [carried] })[3]).toBe(told);
  });
});
