import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand, invertChanges } from "#core/command/apply-command.ts";
import type { Command } from "#core/command/command.ts";
import { type IndicatorId, indicatorId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { gridRows } from "#renderer/features/grid/row-order.ts";
import { moveRows, stepDrop } from "#renderer/features/grid/rows/move-rows.ts";
import { blankRow, insertRows, nextStaying } from "#renderer/features/grid/rows/new-rows.ts";
import { planOf } from "../../../core/plan/plan-of.ts";

/** A plan of one row a letter, in the field that the letter names: "aab". */
function planOfFields(fields: string): Plan {
  const plan = planOf(Array.from(fields, (field, at) => ({ name: `${field}${at}`, unit: "家" })));
  const indicators = plan.indicators.map((row, at) => ({ ...row, category: fields[at] ?? null }));
  return { ...plan, indicators };
}

const orderOf = (plan: Plan, grouped = true) => gridRows(plan, { grouped, held: new Map() });
const namesOf = (plan: Plan, grouped = true) =>
  orderOf(plan, grouped)
    .map(({ index }) => plan.indicators[index]?.name)
    .join(" ");
const idOf = (plan: Plan, name: string): IndicatorId =>
  plan.indicators.find((row) => row.name === name)?.id ?? indicatorId("");

function done(plan: Plan, command: Command | null): Plan {
  if (command === null) return plan;
  const changes = applyCommand(plan, command);
  if (!changes.ok) throw new Error(JSON.stringify(changes.error));
  const after = applyChanges(plan, changes.value);
  expect(applyChanges(after, invertChanges(changes.value))).toEqual(plan);
  return after;
}

describe("rows that are moved", () => {
  test("stand where they were dropped, and take the field of that place in one step", () => {
    const plan = planOfFields("aabbc");
    const command = moveRows(plan, [idOf(plan, "b3")], { row: idOf(plan, "a1"), side: "before" }, true);
    const after = done(plan, command);
    expect(namesOf(after)).toBe("a0 b3 a1 b2 c4");
    expect(after.indicators.find(({ name }) => name === "b3")?.category).toBe("a");
    expect(command?.type).toBe("batch");
  });

  test("keep their field where rows are not grouped", () => {
    const plan = planOfFields("ab");
    const after = done(
      plan,
      moveRows(plan, [idOf(plan, "b1")], { row: idOf(plan, "a0"), side: "before" }, false),
    );
    expect(namesOf(after, false)).toBe("b1 a0");
    expect(after.indicators.find(({ name }) => name === "b1")?.category).toBe("b");
  });

  test("leave the order of the fields alone when the first row of a field goes", () => {
    // As the plan lists them b would now begin after c.
    const plan = planOfFields("abcb");
    const after = done(
      plan,
      moveRows(plan, [idOf(plan, "b1")], { row: idOf(plan, "a0"), side: "after" }, true),
    );
    expect(namesOf(after)).toBe("a0 b1 b3 c2");
  });

  test("go step by step: over the line of a field they only change the field", () => {
    const plan = planOfFields("aabb");
    const step = (from: Plan, name: string, way: 1 | -1) => {
      const rows = [idOf(from, name)];
      const shown = orderOf(from).map(({ id }) => id);
      const drop = stepDrop(from, shown, rows, { step: way, grouped: true });
      return drop === null ? from : done(from, moveRows(from, rows, drop, true));
    };
    const once = step(plan, "b2", -1);
    expect(namesOf(once)).toBe("a0 a1 b2 b3");
    expect(once.indicators.map(({ category }) => category).join("")).toBe("aaab");
    expect(namesOf(step(once, "b2", -1))).toBe("a0 b2 a1 b3");
    expect(namesOf(step(plan, "a0", 1))).toBe("a1 a0 b2 b3");
    expect(step(plan, "a0", -1)).toBe(plan);
    expect(step(plan, "b3", 1)).toBe(plan);
  });

  test("always stand where they were dropped, whatever moves where", () => {
    const fields = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(
        fields,
        fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
        fc.boolean(),
        fc.boolean(),
        (text, dice, up, grouped) => {
          const plan = planOfFields(text);
          const shown = orderOf(plan, grouped).map(({ id }) => id);
          let rolled = 0;
          const roll = () => dice[rolled++] ?? 0;
          const target = shown[roll() % shown.length] ?? indicatorId("");
          const rows = shown.filter((id) => id !== target && roll() % 2 === 0);
          const drop = { row: target, side: up ? "before" : "after" } as const;
          const after = done(plan, moveRows(plan, rows, drop, grouped));
          const rest = shown.filter((id) => !rows.includes(id));
          const at = rest.indexOf(target) + (up ? 0 : 1);
          expect(orderOf(after, grouped).map(({ id }) => id)).toEqual([
            ...rest.slice(0, at),
            ...rows,
            ...rest.slice(at),
          ]);
        },
      ),
    );
  });
});

describe("rows that come and go", () => {
  const plan = planOfFields("ab");

  test("come above or below a row, in its field", () => {
    const row = blankRow(plan, indicatorId("new"), idOf(plan, "a0"));
    expect(namesOf(done(plan, insertRows(plan, [row], idOf(plan, "a0"), "above")))).toBe(" a0 b1");
    expect(namesOf(done(plan, insertRows(plan, [row], idOf(plan, "a0"), "below")))).toBe("a0  b1");
  });

  test("leave the planner on the next row that stays, else on the one before", () => {
    const ids = ["1", "2", "3"].map(indicatorId);
    expect(nextStaying(ids, [indicatorId("2")])).toBe("3");
    expect(nextStaying(ids, [indicatorId("2"), indicatorId("3")])).toBe("1");
    expect(nextStaying(ids, ids)).toBeNull();
  });
});
