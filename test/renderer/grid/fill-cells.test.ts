import { describe, expect, test } from "vitest";
import {
  type FillSource,
  fillTexts,
  gapCells,
  type GapShape,
  gapTexts,
  usualFill,
} from "#renderer/features/grid/fill-cells.ts";
import type { CellPlace } from "#renderer/ui/sheet/cell-move.ts";
import type { Rect } from "#renderer/ui/sheet/selection.ts";

const rect = (top: number, left: number, bottom: number, right: number): Rect => ({
  top,
  left,
  bottom,
  right,
});

/** A sheet of texts; columns are of the given years, rows have the given unit. */
function sheet(
  texts: readonly (readonly string[])[],
  years: readonly (number | null)[] = [],
  unit = "%",
): FillSource {
  const textAt = ({ row, column }: { row: number; column: number }) => texts[row]?.[column] ?? "";
  return {
    textAt,
    numberAt: (place) => {
      const text = textAt(place);
      if (text === "" || !Number.isFinite(Number(text))) return null;
      return { value: Number(text), decimals: text.split(".")[1]?.length ?? 0 };
    },
    yearAt: (column) => years[column] ?? null,
    unitAt: () => unit,
    canWrite: () => true,
  };
}
const texts = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text);

describe("a fill", () => {
  const down = { source: rect(0, 0, 1, 0), target: rect(2, 0, 4, 0) };

  test.each([
    ["copy", ["1", "3"], ["1", "3", "1"]],
    ["linear", ["1", "3"], ["5", "7", "9"]],
    ["geometric", ["1", "3"], ["9", "27", "81"]],
    ["linear", ["甲", "3"], ["甲", "3", "甲"]],
    ["geometric", ["0", "3"], ["0", "3", "0"]],
    ["linear", ["1.5", "2.0"], ["2.5", "3.0", "3.5"]],
  ] as const)("%s of %j downwards is %j", (kind, known, expected) => {
    expect(texts(fillTexts(down, kind, sheet(known.map((text) => [text]))))).toEqual(expected);
  });

  test("upwards goes on backwards", () => {
    const up = { source: rect(2, 0, 3, 0), target: rect(0, 0, 1, 0) };
    const source = sheet([[""], [""], ["5"], ["7"]]);
    expect(fillTexts(up, "linear", source)).toEqual([
      { place: { row: 1, column: 0 }, text: "3" },
      { place: { row: 0, column: 0 }, text: "1" },
    ]);
  });

  test("along years counts years, not columns", () => {
    const right = { source: rect(0, 0, 0, 1), target: rect(0, 2, 0, 3) };
    const source = sheet([["10", "20"]], [2015, 2020, 2025, 2028]);
    expect(texts(fillTexts(right, "linear", source))).toEqual(["30", "36"]);
  });

  test("down ten times as many rows looks at its cells ten times as often", () => {
    const looks = (rows: number) => {
      let read = 0;
      const seen = new WeakSet<CellPlace>();
      // A cell that was handed out counts how often its place is looked at from then on.
      const watch = (place: CellPlace) => {
        const { row } = place;
        if (seen.has(place)) return;
        seen.add(place);
        Object.defineProperty(place, "row", { get: () => ((read += 1), row) });
      };
      const half = rows / 2;
      const plain = sheet(Array.from({ length: half }, (_, row) => [String(row)]));
      const source: FillSource = {
        ...plain,
        numberAt: (place) => {
          watch(place);
          return plain.numberAt(place);
        },
      };
      fillTexts({ source: rect(0, 0, half - 1, 0), target: rect(half, 0, rows - 1, 0) }, "linear", source);
      return read;
    };
    expect(looks(400)).toBeGreaterThan(0);
    expect(looks(4_000) / looks(400)).toBeLessThan(11);
  });

  test("is a series by itself where two numbers begin it, else a copy", () => {
    expect(usualFill(down, sheet([["1"], ["3"]]))).toBe("linear");
    expect(usualFill(down, sheet([["1"], ["甲"]]))).toBe("copy");
    expect(usualFill({ ...down, source: rect(0, 0, 0, 0) }, sheet([["1"]]))).toBe("copy");
  });
});

describe("years between two filled ones", () => {
  const years = [2020, 2021, 2022, 2023, 2024, 2025];
  const block = rect(0, 0, 0, 5);
  const filled = (row: readonly string[], shape: GapShape, unit?: string) => {
    const source = sheet([row], years, unit);
    return texts(gapTexts(gapCells(block, source), block, shape, source));
  };

  // domain.md section 4; shares of the way after k of 5 years: k/5, (L/b)^(k/5), √(k/5), (k/5)², ⌊2k/5⌋/2.
  test.each([
    ["linear", ["12", "14", "16", "18"]],
    ["geometric", ["11.5", "13.2", "15.2", "17.4"]],
    ["front-loaded", ["14.5", "16.3", "17.7", "18.9"]],
    ["back-loaded", ["10.4", "11.6", "13.6", "16.4"]],
    ["stepwise", ["10", "10", "15", "15"]],
  ] as const)("by a %s path from 10 to 20 are %j", (shape, expected) => {
    expect(filled(["10", "", "", "", "", "20"], shape)).toEqual(expected);
  });

  test("by an s-curve are symmetric around the middle", () => {
    const [a = "", b = "", c = "", d = ""] = filled(["10", "", "", "", "", "20"], "s-curve");
    expect(Number(a) + Number(d)).toBeCloseTo(30, 9);
    expect(Number(b) + Number(c)).toBeCloseTo(30, 9);
    expect(Number(a)).toBeLessThan(12);
  });

  test("keep a year that is filled, and the rest spreads between", () => {
    expect(filled(["10", "", "20", "", "", "50"], "linear")).toEqual(["15", "30", "40"]);
  });

  test("are whole numbers of things", () => {
    expect(filled(["33", "", "", "", "", "64"], "linear", "家")).toEqual(["39", "45", "52", "58"]);
  });

  test("are none before the first and behind the last filled year, and none without two", () => {
    expect(gapCells(block, sheet([["", "10", "", "20", "", ""]], years))).toEqual([{ row: 0, column: 2 }]);
    expect(gapCells(block, sheet([["10", "", "", "", "", ""]], years))).toEqual([]);
    expect(gapCells(rect(0, 0, 0, 1), sheet([["10", "20"]], years))).toEqual([]);
  });
});
