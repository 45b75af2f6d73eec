import fc from "fast-check";
import { applyCommand } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import type { PlanChange } from "#core/command/plan-change.ts";
import { conceptId, indicatorId, planId, statementId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { anyField, planArbitrary } from "../plan/arbitraries.ts";

/** The changes of a command; none where it is refused because a row is gone. */
export function changesOf(plan: Plan, command: Command): readonly PlanChange[] {
  const result = applyCommand(plan, command);
  if (result.ok) return result.value;
  if (result.error.kind !== "unknown-indicator") throw new Error(result.error.kind);
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
