import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import { indicatorId } from "#core/plan/ids.ts";
import { columnId, gridColumns } from "#renderer/features/grid/grid-columns.ts";
import { pasteCommand } from "#renderer/features/grid/paste-command.ts";
import { gridRows } from "#renderer/features/grid/row-order.ts";
import { cellPlaces } from "#renderer/features/grid/use-grid-layout.ts";
import { draft, enping } from "./grid-fixtures.ts";

const columns = gridColumns(draft, { predecessor: enping, addedYears: [] });
const places = cellPlaces(gridRows(draft), columns);
const last = places.rows.length - 1;
const column = (id: string) => places.columns.findIndex((candidate) => columnId(candidate) === id);
const command = (texts: readonly (readonly [number, string, string])[]) => {
  let made = 0;
  const newId = () => {
    made += 1;
    return indicatorId(`draft/row-${made}`);
  };
  const placed = texts.map(([row, id, text]) => ({ place: { row, column: column(id) }, text }));
  return pasteCommand(places, placed, { newId, name: "新指标", category: "人才" })?.command ?? null;
};

describe("texts that are written into the table", () => {
  test("are edits of its cells, without those of derived columns", () => {
    expect(
      command([
        [last, "department", "统计局"],
        [last, "growth", "12%"],
      ]),
    ).toEqual({
      type: "editCell",
      ...{ indicator: places.rows[last]?.id, field: { kind: "department" }, text: "统计局" },
      origin: "paste",
    });
    expect(command([[last, "growth", "12%"]])).toBeNull();
  });

  test("make rows below the last one, with what stands in each, as one command", () => {
    const made = command([
      [last, "department", "统计局"],
      [last + 1, "name", "科普教育基地"],
      [last + 1, "unit", "个"],
      [last + 1, "observation-2015", "12"],
      [last + 2, "unit", "万人"],
    ]);
    if (made === null) throw new Error("no command");
    const changes = applyCommand(draft, made);
    if (!changes.ok) throw new Error(changes.error.kind);
    const after = applyChanges(draft, changes.value);
    expect(after.indicators.slice(-2).map(({ name, unit, category }) => ({ name, unit, category }))).toEqual([
      { name: "科普教育基地", unit: "个", category: "人才" },
      { name: "新指标", unit: "万人", category: "人才" },
    ]);
    expect(after.indicators).toHaveLength(draft.indicators.length + 2);
  });
});
