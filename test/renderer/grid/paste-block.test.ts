import { describe, expect, test } from "vitest";
import { gridColumns } from "#renderer/features/grid/grid-columns.ts";
import { pasteEdits } from "#renderer/features/grid/paste-block.ts";
import { gridRows } from "#renderer/features/grid/row-order.ts";
import { draft, enping } from "./grid-fixtures.ts";

describe("a pasted block", () => {
  const rows = gridRows(draft).slice(30);
  const columns = gridColumns(draft, { predecessor: enping, addedYears: [] }).slice(6);

  test("becomes the edits of its cells, as typed", () => {
    const { edits, skipped } = pasteEdits([[" 9 "], ["10"]], { rows, columns });
    expect(skipped).toBe(0);
    expect(edits).toEqual(
      ["9", "10"].map((text, at) => ({
        indicator: rows[at]?.id,
        field: { kind: "observation", year: 2015 },
        text,
      })),
    );
  });

  test("leaves out derived columns and what lies outside of the grid, and says how much", () => {
    // From 2015 on: the predecessor's target comes next and is derived; two rows are left below.
    const { edits, skipped } = pasteEdits([["1", "2", "3"], ["4"], ["5"]], { rows, columns });
    expect(edits.map(({ text }) => text)).toEqual(["1", "3", "4"]);
    expect(skipped).toBe(2);
  });
});
