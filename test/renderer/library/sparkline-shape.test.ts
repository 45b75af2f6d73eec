import { describe, expect, test } from "vitest";
import { indicatorId, year } from "#core/plan/ids.ts";
import type { Highlight } from "#core/plan/summary.ts";
import { highlightText } from "#renderer/features/library/highlight-text.ts";
import { SPARKLINE, sparklineShape } from "#renderer/features/library/sparkline-shape.ts";

const span = { first: 2011, last: 2025 };
const at = (when: number, value: number) => ({ year: year(when), value });
const to = (when: number, level: number, stretch: number | null = null) => ({
  year: year(when),
  level,
  stretch,
});

function highlight(facts: Partial<Highlight>): Highlight {
  return {
    indicator: indicatorId("p/i"),
    name: "",
    unit: "",
    points: [],
    base: null,
    targets: [],
    ...facts,
  };
}

// Taishan's R&D intensity: 0.94 in 2011, 1.54 in the base year 2015, targets 2.1 in 2017 and 2.5 in 2020.
const taishan = highlight({
  points: [at(2011, 0.94), at(2015, 1.54)],
  base: at(2015, 1.54),
  targets: [to(2017, 2.1), to(2020, 2.5)],
});
// Shaoguan's high-tech enterprises: no base value, at least 100 and at best 130 by 2020.
const shaoguan = highlight({ targets: [to(2020, 100, 130)] });

describe("a sparkline", () => {
  test("goes from the base through the targets, later ones further right and higher ones further up", () => {
    const { history, projection, base, targets } = sparklineShape(taishan, span);
    expect(history).toHaveLength(2);
    expect(projection).toHaveLength(3);
    expect(projection[0]).toEqual(base);
    const [first, second] = targets;
    expect(first?.x).toBeLessThan(second?.x ?? 0);
    expect(first?.y).toBeGreaterThan(second?.y ?? 0);
  });

  test("draws floor and stretch as a bar, and no line without a base", () => {
    const shape = sparklineShape(shaoguan, span);
    expect(shape).toMatchObject({ base: null, projection: [], targets: [] });
    expect(shape.ranges).toHaveLength(1);
    expect(shape.ranges[0]?.floor.y).toBeGreaterThan(shape.ranges[0]?.stretch.y ?? Number.POSITIVE_INFINITY);
  });

  test("puts the same year at the same place in every row", () => {
    const [bar] = sparklineShape(shaoguan, span).ranges;
    expect(bar?.floor.x).toBe(sparklineShape(taishan, span).targets[1]?.x);
  });

  test("stays inside its frame, even when base and target are equal", () => {
    const flat = highlight({ base: at(2015, 13), points: [at(2015, 13)], targets: [to(2020, 13)] });
    for (const one of [taishan, shaoguan, flat]) {
      const { history, projection, targets, ranges } = sparklineShape(one, span);
      const points = [...history, ...projection, ...targets, ...ranges.flatMap((r) => [r.floor, r.stretch])];
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(SPARKLINE.width);
        expect(y).toBeGreaterThanOrEqual(4);
        expect(y).toBeLessThanOrEqual(SPARKLINE.height - 4);
      }
    }
  });
});

test.each([
  [taishan, "1.54 → 2.1 → 2.5"],
  [shaoguan, "保底 100，力争 130"],
  [highlight({ base: at(2020, 0.1 + 0.2), targets: [to(2025, 1845)] }), "0.3 → 1845"],
  [highlight({ base: at(2020, 2.5) }), "2.5 → —"],
])("the numbers beside it read as printed: %#", (one, text) => {
  expect(highlightText(one, (floor, stretch) => `保底 ${floor}，力争 ${stretch}`)).toBe(text);
});
