import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/command/apply-changes.ts";
import { applyCommand } from "#core/command/apply-command.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import { baseValue } from "#core/plan/base-value.ts";
import { copyPlan } from "#core/plan/draft.ts";
import { indicatorId, planId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Plan } from "#core/plan/plan.ts";
import { reportRows } from "#core/report/draft/report-rows.ts";
import { indicatorSheet } from "#core/report/workbook/indicator-sheet.ts";
import { sheetCommand, type SheetEdits, sheetEdits } from "#core/report/workbook/sheet-edits.ts";
import type { WorkbookCell } from "#core/report/workbook/workbook.ts";
import { seedPlan } from "../../seed-plan.ts";
import { sampleContext } from "./sample-report.ts";

const seed = seedPlan("taishan-13");
const planYear = year(2017);
const own = copyPlan(seed, { id: planId("draft"), title: "草案" });

type Lines = (string | null)[][];

/** The sheet of a plan as its cells print it. */
function linesOf(plan: Plan): Lines {
  const { sheet } = indicatorSheet(plan, reportRows(plan, sampleContext(plan), true));
  return sheet.rows.map((row) => row.map((cell) => (cell === null ? "" : printed(cell))));
}

function printed(cell: WorkbookCell): string {
  if (cell.kind === "text") return cell.text;
  const digits = /^0(?:\.(0+))?$/u.exec(cell.format ?? "");
  return digits === null ? String(cell.value) : cell.value.toFixed(digits[1]?.length ?? 0);
}

function read(plan: Plan, lines: Lines): SheetEdits {
  let count = 0;
  const edits = sheetEdits(plan, lines, () => indicatorId(`${plan.id}/new-${(count += 1)}`));
  if (!edits.ok) throw new Error(edits.error.heading);
  return edits.value;
}

function written(plan: Plan, edits: SheetEdits): Plan {
  const command = sheetCommand(edits);
  if (command === null) return plan;
  const done = applyCommand(plan, command);
  if (!done.ok) throw new Error(done.error.kind);
  return applyChanges(plan, done.value);
}

const NOTHING = { edits: [], added: [], unread: [], ignored: [], otherPlan: null };
const columnOf = (lines: Lines, heading: string) => lines[0]?.indexOf(heading) ?? -1;
const set = (lines: Lines, line: number, heading: string, text: string | null): Lines =>
  lines.map((row, at) => (at === line ? row.with(columnOf(lines, heading), text) : row));

/** The first row whose base is observed, or stands in. */
function rowWithBase(plan: Plan, provisional: boolean): number {
  const row = plan.indicators.findIndex((_, at) => baseValue(plan, at)?.provisional === provisional);
  if (row < 0) throw new Error("no such row");
  return row;
}

describe("lines of a sheet", () => {
  test("a copied line is a row of its own, wherever it was put", () => {
    const lines = linesOf(own);
    const copy = set(lines, 1, "指标", "科普基地")[1] ?? [];
    for (const place of [1, 2, lines.length]) {
      const edits = read(own, lines.toSpliced(place, 0, copy));
      expect(edits.added.map(({ name }) => name)).toEqual(["科普基地"]);
      const after = written(own, edits);
      expect(after.indicators.length).toBe(own.indicators.length + 1);
      expect(after.indicators.slice(0, -1)).toEqual(own.indicators);
      expect(after.indicators.at(-1)?.targets.map(({ target }) => target)).toEqual(
        own.indicators[0]?.targets.map(({ target }) => target),
      );
    }
  });

  test("of a plan are known in its copy, whose ids differ", () => {
    const lines = linesOf(seed);
    expect(read(own, lines)).toEqual({ ...NOTHING, otherPlan: "taishan-13" });
    const edits = read(own, set(lines, 1, "2020年目标", "达到3%"));
    expect(edits.added).toEqual([]);
    expect(edits.edits).toMatchObject([{ indicator: own.indicators[0]?.id, text: "达到3%" }]);
  });

  test("are known by name and unit where no part of the id is, if only one row has them", () => {
    const id = columnOf(linesOf(own), "编号");
    const foreign = linesOf(own).map((row, at) => (at === 0 ? row : row.with(id, `elsewhere/i${at}`)));
    const names = own.indicators.map(({ name, unit }) => `${name} ${unit}`);
    expect(new Set(names).size).toBe(names.length);
    expect(read(own, foreign)).toEqual({ ...NOTHING, otherPlan: "elsewhere" });
    const twice: Plan = { ...own, indicators: [...own.indicators, ...own.indicators.slice(0, 1)] };
    expect(read(twice, foreign).added.map(({ name }) => name)).toEqual([own.indicators[0]?.name]);
  });

  test("that name another plan and match nothing are told of as such", () => {
    const other = linesOf(seedPlan("shaoguan-2017")).map((row, at) =>
      at === 0 ? row : row.with(1, `shaoguan-2017/x${at}`).with(2, `别的指标${at}`),
    );
    const edits = read(own, other);
    expect(edits.otherPlan).toBe("shaoguan-2017");
    expect(edits.added.length).toBe(other.length - 1);
  });
});

describe("cells that are neither text nor number", () => {
  test("are named and change nothing", () => {
    const lines = linesOf(own);
    const column = columnOf(lines, "2020年目标");
    const letter = String.fromCharCode(65 + column);
    expect(column).toBeLessThan(26);
    expect(read(own, set(lines, 1, "2020年目标", null))).toEqual({
      ...NOTHING,
      unread: [{ address: `${letter}2`, indicator: own.indicators[0]?.name, heading: "2020年目标" }],
    });
    expect(read(own, set(lines, 1, "基期值", null)).unread).toMatchObject([{ heading: "基期值" }]);
  });
});

describe("the base of a line", () => {
  test("is read back as the value of its year", () => {
    const row = rowWithBase(own, false);
    const base = baseValue(own, row);
    const after = written(own, read(own, set(linesOf(own), row + 1, "基期值", "7.25")));
    const now = baseValue(after, row);
    expect(now && { year: now.year, amount: formatAmount(now.quantity) }).toEqual({
      ...{ year: base?.year, amount: "7.25" },
    });
  });

  test("confirms one that stands in by another value alone", () => {
    const plan: Plan = {
      ...own,
      indicators: own.indicators.map((indicator, row) =>
        row !== rowWithBase(own, false) || indicator.base === null
          ? indicator
          : { ...indicator, base: { ...indicator.base, year: planYear } },
      ),
    };
    const row = rowWithBase(plan, true);
    const lines = linesOf(plan);
    expect(read(plan, lines)).toEqual(NOTHING);
    const digits = lines[row + 1]?.[columnOf(lines, "基期值")] ?? "";
    const longer = digits.includes(".") ? `${digits}0` : `${digits}.0`;
    expect(read(plan, set(lines, row + 1, "基期值", longer))).toEqual(NOTHING);
    expect(read(plan, set(lines, row + 1, "基期值", ""))).toMatchObject({
      ...{ edits: [], ignored: [{ heading: "基期值" }] },
    });
    const own2 = set(set(lines, row + 1, "基期值", "7.25"), row + 1, "基期", String(planYear));
    const after = written(plan, read(plan, own2));
    expect(observationAt(after.observations, row, planYear)?.decimals).toBe(2);
    expect(baseValue(after, row)?.provisional).toBe(false);
  });

  test("leaves a year out that is not the row's, and gives way to the column of its year", () => {
    const row = rowWithBase(own, false);
    const year = baseValue(own, row)?.year ?? 0;
    const lines = linesOf(own);
    expect(read(own, set(lines, row + 1, "基期", "2019"))).toMatchObject({
      ...{ edits: [], ignored: [{ heading: "基期" }] },
    });
    const both = set(set(lines, row + 1, "基期值", "7.25"), row + 1, `${year}年`, "8.5");
    const edits = read(own, both);
    expect(edits.edits.map(({ text }) => text)).toEqual(["8.5"]);
    expect(edits.ignored.map(({ heading }) => heading)).toEqual(["基期值"]);
  });

  test("comes with a new line", () => {
    const lines = linesOf(own);
    const added = (lines[0] ?? []).map(
      (heading) => ({ 指标: "科普基地", 单位: "个", 基期: "2014", 基期值: "12" })[heading ?? ""] ?? "",
    );
    const after = written(own, read(own, [...lines, added]));
    const last = after.indicators.length - 1;
    expect(after.indicators[last]).toMatchObject({ name: "科普基地", unit: "个" });
    expect(baseValue(after, last)).toMatchObject({ year: 2014, quantity: { value: 12, unit: "个" } });
  });
});
