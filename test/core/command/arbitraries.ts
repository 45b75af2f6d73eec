import fc from "fast-check";
import { applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { conceptId, indicatorId, planId, statementId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import type { Assumption } from "#core/projection/assumption.ts";
import type { Driver } from "#core/scenario/driver.ts";
import { scenarioId, type SeriesOverride } from "#core/scenario/scenario.ts";
import { anyField, planArbitrary } from "../plan/arbitraries.ts";

/** What random commands may be refused for: what they speak of is gone, or would be no tree. */
const REFUSALS = new Set(["unknown-indicator", "unknown-scenario", "unknown-driver", "no-such-tree"]);

/** The changes of a command; none where it is refused because what it speaks of is gone. */
export function changesOf(plan: Plan, command: Command): readonly PlanChange[] {
  const result = applyCommand(plan, command);
  if (result.ok) return result.value;
  if (!REFUSALS.has(result.error.kind)) throw new Error(result.error.kind);
  return [];
}

/** What numbers, units and wordings are made of: put together at random they come close to being read. */
const SIGNS = "0123456789.,%家万亿元个百分点达到提高约左右以上以内年均增长累计新增保底力争，（）±超下降—-";

const typed = fc.oneof(
  fc.constantFrom(
    "",
    "—",
    "33",
    "33家",
    "2.3亿",
    "达到50%",
    "3—2家",
    "保底100，力争130",
    "提高3个百分点",
    "%",
    "万元",
    "约束性",
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...Array.from(SIGNS)), maxLength: 10 }),
);

const newIds = ["draft-1/new-1", "draft-1/new-2", "draft-1/new-3"].map(indicatorId);
const short = fc.string({ maxLength: 4 });

const scenarioIds = ["floor", "baseline", "stretch", "new"].map(scenarioId);
const anyScenario = fc.constantFrom(...scenarioIds);
const rate = fc.integer({ min: -20, max: 20 });
const parts: fc.Arbitrary<SeriesOverride> = fc.record(
  {
    assumption: fc.oneof(
      rate.map((value): Assumption => ({ method: "growth", rate: value, byYear: [] })),
      rate.map((value): Assumption => ({ method: "step", delta: 1, byYear: [{ year: 2018, value }] })),
      fc.constant<Assumption>({ method: "formula", text: "[draft-1/row-0] × 2" }),
    ),
    shocks: fc.array(
      fc.record({
        kind: fc.constantFrom("add" as const, "multiply" as const),
        from: fc.constant(2017),
        to: fc.constant(2019),
        amount: rate,
      }),
      { maxLength: 1 },
    ),
    clamp: fc.boolean(),
    uncertainty: fc.constantFrom(null, {
      distribution: { kind: "normal" as const, sd: 1 },
      drawn: "once" as const,
    }),
  },
  { requiredKeys: [] },
);
const anyDriver: fc.Arbitrary<Driver> = fc.record({
  id: fc.constantFrom("gdp", "population"),
  name: short,
  unit: fc.constantFrom("亿元", "万人"),
  concept: fc.option(fc.constant(conceptId("gdp"))),
  known: fc.uniqueArray(
    fc.record({
      year: fc.integer({ min: 2014, max: 2016 }),
      value: fc.integer({ min: 1, max: 900 }),
      derivation: fc.option(fc.constant({ formula: "1 ÷ 1", from: [statementId("draft-1/s000")] })),
    }),
    { maxLength: 2, selector: ({ year }) => year },
  ),
  note: fc.option(short),
});

/** Commands on the scenarios of a plan; the first that are kept are three. */
const scenarioCommand = (plan: Plan): fc.Arbitrary<Command> => {
  const series = fc.constantFrom("gdp", ...plan.indicators.map(({ id }) => id));
  const override = fc.record({ scenario: anyScenario, series, parts });
  const overrides = fc
    .array(fc.tuple(series, parts), { maxLength: 2 })
    .map((drawn) => new Map(drawn.filter(([, each]) => Object.keys(each).length > 0)));
  const kept = fc.tuple(overrides, overrides, fc.array(anyDriver, { maxLength: 1 }));
  const [floor, baseline, stretch] = scenarioIds;
  return fc.oneof(
    {
      weight: 4,
      arbitrary: kept.map(([own, other, drivers]): Command => {
        if (floor === undefined || baseline === undefined || stretch === undefined) throw new Error("no ids");
        const below = { note: null, parent: baseline };
        return {
          type: "keepScenarios",
          scenarios: [
            { id: floor, name: "保底", ...below, overrides: own },
            { id: baseline, name: "基准", note: "延续", parent: null, overrides: new Map() },
            { id: stretch, name: "力争", ...below, overrides: other },
          ],
          drivers,
        };
      }),
    },
    { weight: 2, arbitrary: override.map((each): Command => ({ type: "setOverride", ...each })) },
    fc
      .array(
        fc.record({
          scenario: anyScenario,
          series,
          part: fc.constantFrom("assumption" as const, "clamp" as const),
        }),
        { maxLength: 3 },
      )
      .map((places): Command => ({ type: "dropOverrides", places })),
    fc.tuple(short, anyScenario, overrides).map(
      ([name, parent, own]): Command => ({
        type: "addScenario",
        scenario: { id: scenarioId("new"), name, note: null, parent, overrides: own },
      }),
    ),
    fc.record({ type: fc.constant("renameScenario" as const), scenario: anyScenario, name: short }),
    fc.record({ type: fc.constant("noteScenario" as const), scenario: anyScenario, note: fc.option(short) }),
    fc.record({
      type: fc.constant("duplicateScenario" as const),
      scenario: anyScenario,
      id: fc.constant(scenarioId("new")),
      name: short,
    }),
    fc.record({
      type: fc.constant("rebaseScenario" as const),
      scenario: anyScenario,
      parent: anyScenario,
    }),
    fc.record({ type: fc.constant("removeScenario" as const), scenario: anyScenario }),
    fc.record({ type: fc.constantFrom("addDriver" as const, "editDriver" as const), driver: anyDriver }),
    fc.record({
      type: fc.constant("removeDriver" as const),
      driver: fc.constantFrom("gdp", "population"),
    }),
  );
};

/** Commands on the rows of a plan and on rows that other commands may have added. */
const command = (plan: Plan): fc.Arbitrary<Command> => {
  const old = fc.constantFrom(...plan.indicators.map((row) => row.id));
  const id = fc.oneof(old, fc.constantFrom(...newIds));
  const ids = fc.uniqueArray(id, { maxLength: 4 });
  const before = fc.option(id);
  const cell = fc.record({ indicator: id, field: anyField, text: typed });
  const newRow = fc.record({
    id: fc.constantFrom(...newIds),
    concept: fc.constant(null),
    name: short,
    unit: fc.constantFrom("", "家", "万元", "%"),
    attribute: fc.constantFrom("binding" as const, "unspecified" as const),
    department: fc.constant(null),
    category: fc.constant(null),
  });
  const one = fc.oneof(
    cell.map((edit): Command => ({ type: "editCell", ...edit })),
    fc.array(cell, { maxLength: 6 }).map((edits): Command => ({ type: "editCells", edits })),
    fc.record({
      type: fc.constant("changeUnit" as const),
      indicator: id,
      unit: fc.constantFrom("亿元", "万元", "家", "%"),
      how: fc.constantFrom("convert" as const, "relabel" as const),
    }),
    fc.record({
      type: fc.constant("addIndicators" as const),
      rows: fc.uniqueArray(newRow, { maxLength: 3, selector: (row) => row.id }),
      before,
    }),
    fc.record({
      type: fc.constant("duplicateIndicators" as const),
      copies: fc.uniqueArray(fc.record({ of: old, id: fc.constantFrom(...newIds) }), {
        maxLength: 3,
        selector: (copy) => copy.id,
      }),
    }),
    ids.map((indicators): Command => ({ type: "removeIndicators", indicators })),
    fc.record({ type: fc.constant("moveIndicators" as const), indicators: ids, before }),
    fc.record({
      type: fc.constant("remark" as const),
      indicator: id,
      remark: fc.record({ field: anyField, note: fc.option(short), source: fc.option(short) }),
    }),
    fc.record({
      type: fc.constant("cite" as const),
      indicator: id,
      field: anyField.filter((field) => "year" in field),
      statement: fc.option(fc.constantFrom(...plan.statements.map((each) => each.id), statementId("none"))),
    }),
    fc.record({
      type: fc.constant("matchIndicator" as const),
      indicator: id,
      plan: fc.constantFrom(planId("jiangmen-14"), planId("taishan-13")),
      with: fc.option(fc.constant(indicatorId("jiangmen-14/rd-intensity"))),
    }),
    fc.record({
      type: fc.constant("setConcept" as const),
      indicator: id,
      concept: fc.option(fc.constant(conceptId("rd-intensity"))),
    }),
    scenarioCommand(plan),
  );
  return fc.oneof(
    { weight: 4, arbitrary: one },
    {
      weight: 1,
      arbitrary: fc.array(one, { maxLength: 4 }).map((commands): Command => ({ type: "batch", commands })),
    },
  );
};

/** A plan and commands to be given to it one after the other. */
export const walk = planArbitrary().chain((plan) =>
  fc.record({ plan: fc.constant(plan), commands: fc.array(command(plan), { maxLength: 6 }) }),
);
