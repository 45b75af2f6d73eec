import { describe, expect, test } from "vitest";
import { year } from "#core/plan/ids.ts";
import { columnWidths } from "#renderer/features/grid/column-widths.ts";
import { columnId, type GridColumn } from "#renderer/features/grid/grid-columns.ts";
import type { PrintedCell } from "#renderer/features/grid/printed-cell.ts";

const printed = (text: string, more: Partial<PrintedCell> = {}): PrintedCell => ({
  ...{ text, tone: "plain", second: null, boxed: null, dot: null, marks: [], tip: null },
  ...more,
});
const base: GridColumn = { kind: "observation", year: year(2020), role: "base" };
const contents = (names: readonly string[], values: readonly PrintedCell[]) => [
  { column: { kind: "name" } as const, header: ["指标名称"], cells: names.map((name) => printed(name)) },
  { column: base, header: ["2020", "基期"], cells: values },
];

describe("the widths that columns begin with", () => {
  test("are what the widest cell needs: a value with the year in its box", () => {
    // Digits and the box at 13 and 12 px: 4 × 7.5 + 4 × 7 + 12 + 14 of padding is 84.
    const widths = columnWidths(contents([], [printed("1419", { boxed: "2015" })]), 900);
    expect(widths.get("observation-2020")).toBe(84);
  });

  test("leave room for a percent sign, which is nearly as wide as a character", () => {
    const target: GridColumn = { kind: "predecessorTarget", year: year(2025) };
    const widths = columnWidths(
      [{ column: target, header: ["2025", "前期目标"], cells: [printed("年均增长12%")] }],
      900,
    );
    // Four characters of 13 px, two digits of 7.5, a sign of 12, 14 of padding.
    expect(widths.get(columnId(target))).toBeGreaterThanOrEqual(4 * 13 + 2 * 7.5 + 12 + 14);
  });

  test("leave room for a drawn mark, none for one that is only named", () => {
    const marks = [{ kind: "derived", label: "推算" }] as const;
    const italic = [{ kind: "estimated", label: "估计" }] as const;
    const width = (cell: PrintedCell) => columnWidths(contents([], [cell]), 900).get("observation-2020");
    const plain = width(printed("141900")) ?? 0;
    expect(width(printed("141900", { marks }))).toBe(plain + 13);
    expect(width(printed("141900", { marks: italic }))).toBe(plain);
  });

  test("give the name column what its names need, within what is left", () => {
    const long = "运用新工艺新技术新装备的规模以上工业企业占比";
    const roomy = columnWidths(contents([long], [printed("1")]), 900).get("name");
    expect(roomy).toBe(long.length * 13 + 14);
    expect(columnWidths(contents([long], [printed("1")]), 250).get("name")).toBe(250 - 44);
    expect(columnWidths(contents([long], [printed("1")]), 100).get("name")).toBe(160);
  });

  test("leave the last column in sight of an office laptop where the growth of shares is printed with two figures", () => {
    // 962 px is what rail, strip, evidence panel and scroll bar leave of 1366.
    const growth = printed("34.1 %", { second: "20.00 个百分点" });
    const final: GridColumn = { kind: "target", year: year(2025), role: "final" };
    const columns: readonly (readonly [GridColumn, PrintedCell])[] = [
      [{ kind: "number" }, printed("32")],
      [{ kind: "category" }, printed("投入")],
      [{ kind: "name" }, printed("全社会研究与开发（R&D）投入占GDP比重")],
      [{ kind: "unit" }, printed("亿元")],
      [{ kind: "attribute" }, printed("—")],
      [
        { kind: "observation", year: year(2010), role: "actual" },
        printed("0.28", { marks: [{ kind: "derived", label: "" }] }),
      ],
      [
        { kind: "observation", year: year(2015), role: "actual" },
        printed("1419", { marks: [{ kind: "inferred", label: "" }] }),
      ],
      [{ kind: "predecessorTarget", year: year(2020) }, printed("超过30%")],
      [base, printed("1419", { boxed: "2015" })],
      [final, printed("保底100家，力争130家")],
      [{ kind: "growth" }, growth],
      [{ kind: "department" }, printed("市科工商务局")],
    ];
    const widths = columnWidths(
      columns.map(([column, cell]) => ({ column, header: [], cells: [cell] })),
      962,
    );
    expect([...widths.values()].reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(962);
  });
});
