import { describe, expect, test } from "vitest";
import type { CellChange } from "#core/command/plan-change.ts";
import { indicatorId, planId, year } from "#core/plan/ids.ts";
import type { Field } from "#core/plan/plan.ts";
import { toWaitingRow, waitingSchema } from "#renderer/data/journal/waiting-row.ts";

const ROWS = 1_000;
const FIELDS: readonly Field[] = [
  { kind: "department" },
  ...Array.from({ length: 9 }, (_, at): Field => ({ kind: "observation", year: year(2016 + at) })),
];

/** A block of every row and field, pasted into cells that were empty. */
function pastedBlock() {
  const cells = Array.from({ length: ROWS }, (_, row) =>
    FIELDS.map((field) => ({ indicator: indicatorId(`p/${row}`), field, name: `第 ${row} 项指标` })),
  ).flat();
  const changes = cells.map(({ indicator, field }, at): CellChange => {
    const value = at % 1_000;
    const observation = { value, basis: "estimated", decimals: 0 } as const;
    return field.kind === "observation"
      ? {
          ...{ kind: "cell", indicator, field },
          before: { kind: "observation", observation: null, source: null, rejected: null },
          after: { kind: "observation", observation, source: null, rejected: null },
        }
      : {
          ...{ kind: "cell", indicator, field },
          before: { kind: "text", text: null, rejected: null },
          after: { kind: "text", text: String(value), rejected: null },
        };
  });
  const typed = cells.map((cell, at) => ({ ...cell, text: String(at % 1_000) }));
  return { id: "w:1", plan: planId("p"), command: null, changes, typed };
}

describe("a waiting edit on the machine", () => {
  test("comes back with what was typed into which cell of which row", () => {
    const { plan, changes, typed } = pastedBlock();
    const json = JSON.stringify(toWaitingRow({ ...{ id: "w:1", command: null }, plan, changes, typed }));
    expect(waitingSchema.parse(JSON.parse(json))).toEqual({ plan, changes, typed });
  });

  test("takes a few characters for each cell of a pasted block, since the disk may be full", () => {
    const edit = pastedBlock();
    const lengthOf = (typed: typeof edit.typed) => JSON.stringify(toWaitingRow({ ...edit, typed })).length;
    // A text of three digits in quotes and a step, each with its comma, and a tenth of a row's name and id.
    expect((lengthOf(edit.typed) - lengthOf([])) / edit.typed.length).toBeLessThan(6 + 3 + 3);
  });
});
