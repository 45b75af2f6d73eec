import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand, commandSteps } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { readRejected } from "#core/command/read-cell.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { formatAmount } from "#core/indicator/quantity.ts";
import { higherIsBetter } from "#core/plan/concept.ts";
import { indicatorId, year } from "#core/plan/ids.ts";
import { observationAt } from "#core/plan/observation-table.ts";
import type { Field, Plan } from "#core/plan/plan.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { planOf } from "../plan/plan-of.ts";

const row1 = indicatorId("enping-13/row-1");
const target2020: Field = { kind: "target", year: year(2020) };
const observed2015: Field = { kind: "observation", year: year(2015) };

const enping = planOf([
  { name: "国家高新技术企业", unit: "家", observed: { 2015: "9" }, targets: { 2020: "达到33家" } },
  { name: "财政科技投入", unit: "万元", observed: { 2015: "4114" }, targets: { 2020: "超过5000万元" } },
]);
const row2 = indicatorId("enping-13/row-2");

function changesOf(plan: Plan, command: Command): readonly PlanChange[] {
  const result = applyCommand(plan, command);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function cellsOf(changes: readonly PlanChange[]) {
  return changes.flatMap((change) => (change.kind === "cell" ? [change] : []));
}

function edit(plan: Plan, indicator: typeof row1, field: Field, text: string): Plan {
  return applyChanges(plan, changesOf(plan, { type: "editCell", indicator, field, text }));
}

test("a block of many cells is reckoned in steps of a few hundred that add up to it", () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => ({ name: `指标${at}`, unit: "家" }));
  const plan = planOf(rows);
  const edits = plan.indicators.flatMap(({ id: indicator }) => [
    { indicator, field: target2020, text: "达到33家" },
    { indicator, field: observed2015, text: "9" },
  ]);
  const steps = commandSteps(plan, { type: "editCells", edits }, higherIsBetter);
  const sizes: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) sizes.push(step.value);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(edits.length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  expect(step.value.ok && step.value.value.length).toBe(edits.length);
});

describe("applyCommand", () => {
  const SCENARIO = scenarioId("baseline");
  const kept: Command = {
    type: "keepScenarios",
    scenarios: [{ id: SCENARIO, name: "基准", note: null, parent: null, overrides: new Map() }],
    drivers: [],
  };
  const assumed = (delta: number): Command => ({
    type: "setOverride",
    scenario: SCENARIO,
    series: row1,
    parts: { assumption: { method: "step", delta, byYear: [{ year: 2016, value: 1 }] } },
  });
  // JSON has no infinity: JSON.stringify(1e305 * 1e8) is null.
  test.each([[1e305 * 1e8], [Number.NaN], [-1e100]])(
    "a scenario's %d is refused, by itself and in a batch",
    (delta) => {
      const refused = { ok: false, error: { kind: "number-too-large" } };
      const plan = applyChanges(enping, changesOf(enping, kept));
      expect(applyCommand(plan, assumed(delta))).toEqual(refused);
      expect(applyCommand(enping, { type: "batch", commands: [kept, assumed(delta)] })).toEqual(refused);
      expect(applyCommand(plan, assumed(9e99))).toMatchObject({ ok: true });
    },
  );

  // XML 1.0, section 2.2: the characters that a document can hold.
  test.each([
    ["科技\u0000局", "科技局"],
    ["科技\u000b局", "科技 局"],
    ["\u0001科\ufffe技\ud800局\u009f", "科技局"],
    ["科技局😀", "科技局😀"],
    ["\ufeff科技\u200b局\u202e", "科技局"],
  ])("keeps of a name only what a document can hold: %j", (typed, kept) => {
    expect(edit(enping, row1, { kind: "name" }, typed).indicators[0]?.name).toBe(kept);
    const rejected = edit(enping, row1, observed2015, typed).indicators[0]?.rejected;
    expect(rejected).toEqual([{ field: observed2015, text: kept }]);
  });

  test("reads a number that a web page has parted by a space without width", () => {
    const after = edit(enping, row1, observed2015, "1\u200b2");
    expect(observationAt(after.observations, 0, year(2015))?.value).toBe(12);
  });

  test.each([
    ["一百五", 150],
    ["一百零五家", 105],
    ["二〇〇", 200],
  ])("reads the numeral %s as %d", (typed, value) => {
    expect(observationAt(edit(enping, row1, observed2015, typed).observations, 0, year(2015))?.value).toBe(
      value,
    );
  });

  test("reads a target in its official wording, without evidence", () => {
    const after = edit(enping, row1, target2020, "保底100家，力争130家");
    expect(after.indicators[0]?.targets).toEqual([
      {
        year: 2020,
        target: {
          form: "floorStretch",
          floor: { value: 100, unit: "家", decimals: 0 },
          stretch: { value: 130, unit: "家", decimals: 0 },
        },
        statement: null,
      },
    ]);
  });

  test("reads an observation in the unit of its row as the planner's own", () => {
    const after = edit(enping, row2, observed2015, "0.5亿");
    const expected = { value: 50_000_000, basis: "estimated", decimals: 0 };
    expect(observationAt(after.observations, 1, year(2015))).toEqual(expected);
    expect(after.indicators[1]?.sources).toEqual([]);
  });

  test("keeps what cannot be read, with its reason, in place of the value", () => {
    const after = edit(enping, row1, target2020, "3—2家");
    const indicator = after.indicators[0];
    expect(indicator?.targets).toEqual([]);
    expect(indicator?.rejected).toEqual([{ field: target2020, text: "3—2家" }]);
    const [input] = indicator?.rejected ?? [];
    if (indicator === undefined || input === undefined) throw new Error("nothing is kept");
    expect(readRejected(indicator, input)).toMatchObject({ kind: "low-above-high", mend: "2—3家" });
  });

  test("a readable text takes the place of a rejected one", () => {
    const after = edit(edit(enping, row1, target2020, "3—2家"), row1, target2020, "2—3家");
    expect(after.indicators[0]?.rejected).toEqual([]);
    expect(after.indicators[0]?.targets).toHaveLength(1);
  });

  test.each(["", "  ", "—", "--"])("clears a cell by %j", (text) => {
    const after = edit(edit(enping, row1, target2020, text), row1, observed2015, text);
    expect(after.indicators[0]?.targets).toEqual([]);
    expect(after.indicators[0]?.sources).toEqual([]);
    expect(observationAt(after.observations, 0, year(2015))).toBeNull();
  });

  test.each([
    ["约束性", "binding"],
    ["预期性", "anticipatory"],
    ["Binding", "binding"],
    ["—", "unspecified"],
  ])("reads %s as an attribute", (text, attribute) => {
    const marked = edit(enping, row1, { kind: "attribute" }, "预期性");
    expect(edit(marked, row1, { kind: "attribute" }, text).indicators[0]?.attribute).toBe(attribute);
  });

  test.each([
    [{ kind: "name" } as const, "", { kind: "empty-name" }],
    [{ kind: "attribute" } as const, "必须", { kind: "not-an-attribute", text: "必须" }],
    [observed2015, "33%", { kind: "unit-does-not-convert", from: "%", to: "家" }],
    [observed2015, "三十多", { kind: "not-a-number", text: "三十多" }],
    [observed2015, "三四家", { kind: "ambiguous-number", text: "三四家", mends: ["34家"] }],
    [target2020, "三四家", { kind: "ambiguous-number", text: "三四家", mends: ["3—4家", "34家"] }],
  ])("rejects in %j the text %j", (field, text, reason) => {
    const indicator = edit(enping, row1, field, text).indicators[0];
    if (indicator === undefined) throw new Error("the row is gone");
    expect(indicator.rejected).toEqual([{ field, text }]);
    expect(readRejected(indicator, { field, text })).toEqual(reason);
  });

  test("refuses a plan that ships with the program", () => {
    const bundled = { ...enping, origin: "bundled" } as const;
    const command = { type: "editCell", indicator: row1, field: target2020, text: "34" } as const;
    expect(applyCommand(bundled, command)).toEqual({ ok: false, error: { kind: "read-only" } });
  });

  test("refuses an indicator that the plan does not have", () => {
    const indicator = indicatorId("enping-13/none");
    expect(applyCommand(enping, { type: "editCell", indicator, field: target2020, text: "1" })).toEqual({
      ok: false,
      error: { kind: "unknown-indicator", indicator },
    });
  });

  test("makes one change a cell of a block, read in the block's new unit", () => {
    const changes = changesOf(enping, {
      type: "editCells",
      edits: [
        { indicator: row2, field: observed2015, text: "0.5" },
        { indicator: row2, field: { kind: "unit" }, text: "亿元" },
        { indicator: row2, field: observed2015, text: "0.6" },
      ],
    });
    expect(
      cellsOf(changes)
        .map(({ field }) => field.kind)
        .sort(),
    ).toEqual(["observation", "target", "unit"]);
    const after = applyChanges(enping, changes);
    expect(observationAt(after.observations, 1, year(2015))?.value).toBe(60_000_000);
  });

  test("reads the floor above the stretch where the concept says lower is better", () => {
    const command = { type: "editCell", indicator: row1, field: target2020, text: "保底5，力争3" } as const;
    const result = applyCommand(enping, command, () => "lower");
    expect(result.ok && cellsOf(result.value)[0]?.after.rejected).toBeNull();
  });
});

describe("a new unit", () => {
  const unit: Field = { kind: "unit" };

  test("of the same dimension shows the same values in it and keeps their evidence", () => {
    const after = edit(enping, row2, unit, "亿元");
    const observation = observationAt(after.observations, 1, year(2015));
    expect(observation === null ? "" : formatAmount({ ...observation, unit: "亿元" })).toBe("0.4114");
    expect(observation?.basis).toBe("stated");
    expect(after.indicators[1]?.sources).toHaveLength(1);
    expect(after.indicators[1]?.targets.map(({ target }) => formatTarget(target))).toEqual(["超过0.5亿元"]);
  });

  test("of another dimension keeps the printed numbers as the planner's own", () => {
    const after = edit(enping, row2, unit, "家");
    expect(observationAt(after.observations, 1, year(2015))).toEqual({
      value: 4114,
      basis: "estimated",
      decimals: 0,
    });
    expect(after.indicators[1]?.sources).toEqual([]);
    expect(after.indicators[1]?.targets.map(({ target }) => formatTarget(target))).toEqual(["超过5000家"]);
    expect(after.indicators[1]?.targets[0]?.statement).toBeNull();
  });

  test.each(["33家", "家以上", "，", "万元—"])(
    "that is none (%s) is kept and marked, and the old one stays",
    (text) => {
      const after = edit(enping, row2, unit, text);
      expect(after.indicators[1]).toMatchObject({ unit: "万元", rejected: [{ field: unit, text }] });
      expect(after.observations).toEqual(enping.observations);
      expect(edit(after, row2, unit, "万元").indicators[1]?.rejected).toEqual([]);
    },
  );

  test("reads again what could not be read in the old one", () => {
    const rejected = edit(enping, row1, target2020, "达到50%");
    expect(rejected.indicators[0]?.rejected).toHaveLength(1);
    const after = edit(rejected, row1, unit, "%");
    expect(after.indicators[0]?.rejected).toEqual([]);
    expect(after.indicators[0]?.targets.map(({ target }) => formatTarget(target))).toEqual(["达到50%"]);
  });
});

describe("an edit that means what is there", () => {
  test("typing what a cell shows changes nothing and keeps the evidence", () => {
    expect(changesOf(enping, { type: "editCell", indicator: row1, field: observed2015, text: "9" })).toEqual(
      [],
    );
    expect(
      changesOf(enping, { type: "editCell", indicator: row2, field: observed2015, text: "4114 万元" }),
    ).toEqual([]);
    expect(
      changesOf(enping, { type: "editCell", indicator: row1, field: target2020, text: "达到33家" }),
    ).toEqual([]);
  });
});
