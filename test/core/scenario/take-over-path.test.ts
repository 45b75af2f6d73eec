import { expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { conceptId, year } from "#core/plan/ids.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { shownScenarios } from "#core/scenario/shown-scenarios.ts";
import { takenPath } from "#core/scenario/take-over-path.ts";
import { seedConcepts } from "../../seed-plan.ts";
import { planOf } from "../plan/plan-of.ts";

const concepts = new Map(seedConcepts().map((concept) => [concept.id, concept]));
const plan = planOf([
  { name: "高新技术企业", unit: "家", observed: { 2015: "50" }, targets: { 2020: "保底100家，力争130家" } },
]);
const [row] = plan.indicators;
if (row === undefined) throw new Error("no row");
const count = concepts.get(conceptId("high-tech-enterprises")) ?? null;

test("a path becomes targets year by year, in whole things, and says what stands there now", () => {
  // 50 · 2^(1/5) = 57.43…, and 100 in 2020.
  const path = [
    { year: 2016, value: 50 * 2 ** 0.2 },
    { year: 2020, value: 100 },
  ];
  expect(takenPath(row, count, path, 0)).toEqual([
    { indicator: row.id, year: 2016, before: null, after: "达到57家" },
    { indicator: row.id, year: 2020, before: "保底100家，力争130家", after: "达到100家" },
  ]);
});

test("what is taken over is one edit that the plan reads, and what it says already is left out", () => {
  const [cell] = takenPath(row, count, [{ year: 2018, value: 76.4 }], 0);
  const edit = applyCommand(plan, {
    type: "editCell",
    indicator: row.id,
    field: { kind: "target", year: year(2018) },
    text: cell?.after ?? "",
  });
  if (!edit.ok) throw new Error(edit.error.kind);
  const [after] = applyChanges(plan, edit.value).indicators;
  expect(after?.rejected).toEqual([]);
  expect(after && takenPath(after, count, [{ year: 2018, value: 76.4 }], 0)).toEqual([]);
});

const named = (id: string) => ({ id: scenarioId(id), name: id, note: null });
const identities = { floor: named("floor"), baseline: named("baseline"), stretch: named("stretch") };

test("kept scenarios follow the plan's targets when these change, each at its level", () => {
  const proposed = shownScenarios(plan, concepts, identities);
  const kept = { ...plan, scenarios: proposed.scenarios, drivers: proposed.drivers };
  const target = applyCommand(kept, {
    type: "editCell",
    indicator: row.id,
    field: { kind: "target", year: year(2020) },
    text: "保底120家，力争150家",
  });
  if (!target.ok) throw new Error(target.error.kind);
  const later = shownScenarios(applyChanges(kept, target.value), concepts, identities);
  const levels = later.scenarios.map(({ overrides }) => {
    const assumption = overrides.get(row.id)?.assumption;
    return assumption?.method === "toTarget" ? assumption.level : null;
  });
  expect(levels).toEqual([null, 120, 150]);
  expect(shownScenarios(kept, concepts, identities).scenarios).toBe(kept.scenarios);
});
