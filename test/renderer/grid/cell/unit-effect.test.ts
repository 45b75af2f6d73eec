import { describe, expect, test } from "vitest";
import { ambiguousUnits, unitEffects, withUnitChange } from "#renderer/features/grid/cell/unit-effect.ts";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { CellEdit, Command } from "#core/command/command.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import { year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import { planOf } from "../../../core/plan/plan-of.ts";

const plan = planOf([
  { name: "财政投入", unit: "万元", observed: { 2015: "4114" }, targets: { 2020: "达到5000万元" } },
  { name: "空", unit: "万元" },
  { name: "企业", unit: "家", observed: { 2015: "33" } },
  { name: "投资", unit: "万元", observed: { 2015: "100" } },
]);
const row = (at: number) => {
  const indicator = plan.indicators[at];
  if (indicator === undefined) throw new Error(`No row ${at}`);
  return indicator;
};
const unit = (at: number, text: string): CellEdit => ({
  indicator: row(at).id,
  field: { kind: "unit" },
  text,
});

describe("what a new unit does to a row", () => {
  test("is shown before: amounts stay, or digits stay", () => {
    // 4114 万元 = 0.4114 亿元; 5000 万元 = 0.5 亿元
    expect(unitEffects(plan, 0, "亿元", "convert").map(({ after }) => after)).toEqual([
      "0.4114 亿元",
      "达到0.5亿元",
    ]);
    expect(unitEffects(plan, 0, "亿元", "relabel").map(({ after }) => after)).toEqual([
      "4114 亿元",
      "达到5000亿元",
    ]);
  });

  test("is asked only where it can mean two things", () => {
    const asked = (at: number, text: string) =>
      ambiguousUnits(plan, { type: "editCell", ...unit(at, text) }).map(({ example }) => example);
    expect(asked(0, "亿元")).toEqual([{ before: "4114 万元", convert: "0.4114 亿元", relabel: "4114 亿元" }]);
    for (const text of ["万元", "%"]) expect(asked(0, text)).toEqual([]);
    expect(asked(1, "亿元")).toEqual([]);
    // 家 and 个 count the same things with the same digits.
    expect(asked(2, "个")).toEqual([]);
  });
});

describe("the units of a block", () => {
  const block: Command = {
    type: "batch",
    commands: [
      { type: "editCells", edits: [unit(0, "亿元"), unit(1, "亿元"), unit(3, "亿元")], origin: "paste" },
    ],
  };

  test("are asked about once, without rows that have no value and without values that the block writes", () => {
    expect(ambiguousUnits(plan, block).map(({ name }) => name)).toEqual(["财政投入", "投资"]);
    const writing: Command = {
      type: "editCells",
      edits: [
        unit(3, "亿元"),
        { indicator: row(3).id, field: { kind: "observation", year: year(2015) }, text: "2" },
      ],
    };
    expect(ambiguousUnits(plan, writing)).toEqual([]);
  });

  test.each([
    // 4114 万元 = 0.4114 亿元, 100 万元 = 0.01 亿元
    ["convert", ["0.4114", "0.01"]],
    ["relabel", ["4114", "100"]],
  ] as const)("%s all of their rows in one command", (how, expected) => {
    const units = new Set(ambiguousUnits(plan, block).map(({ indicator }) => indicator));
    const decided = withUnitChange(block, units, how);
    expect(ambiguousUnits(plan, decided)).toEqual([]);
    const changes = applyCommand(plan, decided);
    if (!changes.ok) throw new Error(changes.error.kind);
    const after = applyChanges(plan, changes.value);
    expect(after.indicators.map((indicator) => indicator.unit)).toEqual(["亿元", "亿元", "家", "亿元"]);
    const shown = [0, 3].map((at) => {
      const observation = observationAt(after.observations, at, year(2015));
      return observation === null ? null : formatAmount({ ...observation, unit: "亿元" });
    });
    expect(shown).toEqual(expected);
  });
});
