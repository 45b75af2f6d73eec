import { expect, test } from "vitest";
import type { CellChange, MoveChange, RowChange } from "#core/command/plan-change.ts";
import { touchKeys } from "#core/history/touched-cells.ts";
import { indicatorId, year } from "#core/plan/ids.ts";

const row = indicatorId("enping-13/row-1");
const other = indicatorId("enping-13/row-2");
const text = (said: string) => ({ kind: "text", text: said, rejected: null }) as const;
const renamed: CellChange = {
  ...{ kind: "cell", indicator: row, field: { kind: "name" } },
  ...{ before: text("旧"), after: text("新") },
};

const targetIn = (at: number): CellChange => ({
  ...renamed,
  field: { kind: "target", year: year(at) },
  before: { kind: "target", planned: null, rejected: null },
  after: { kind: "target", planned: null, rejected: "约" },
});

test("a cell is found by its own key, once however often it changed", () => {
  expect(touchKeys([renamed, targetIn(2030), renamed, targetIn(2028)])).toEqual([
    "enping-13/row-1 name",
    "enping-13/row-1 target 2030",
    "enping-13/row-1 target 2028",
  ]);
});

test("a row that came is found by the row, and a move touches nothing", () => {
  const came: RowChange = { kind: "row", indicator: other, before: null, after: null };
  const moved: MoveChange = { kind: "move", indicator: row, from: 0, to: 1 };
  expect(touchKeys([moved, came])).toEqual(["enping-13/row-2"]);
});

test("a block of more than 200 cells is found by its rows", () => {
  const block = Array.from({ length: 201 }, (_, step) => targetIn(1950 + (step % 100)));
  expect(touchKeys([...block, { ...renamed, indicator: other }])).toEqual([row, other]);
  expect(touchKeys(block.slice(0, 200))).toHaveLength(100);
});
