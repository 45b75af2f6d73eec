import { describe, expect, test } from "vitest";
import { CHART_SIZES, EXPORT_PIXELS_PER_METRE, exportPixels } from "#exchange/chart/chart-size.ts";

describe("export sizes", () => {
  // millimetres / 25.4 × 300; 156 mm = 1843 px is experience.md's own figure
  test.each([
    ["full", 1843, 1087],
    ["half", 898, 803],
    ["slide", 3000, 1688],
  ] as const)("%s is %i × %i pixels at 300 dpi", (name, width, height) => {
    expect(exportPixels(CHART_SIZES[name])).toEqual({ width, height });
  });

  test("a slide is 16:9", () => {
    const { widthMm, heightMm } = CHART_SIZES.slide;
    expect(widthMm / heightMm).toBeCloseTo(16 / 9, 6);
  });

  test("300 dots an inch are 11811 pixels a metre", () => {
    expect(EXPORT_PIXELS_PER_METRE).toBe(11811);
  });

  test.each(["full", "half"] as const)("text of 12 px is 9 pt on paper in %s", (name) => {
    const size = CHART_SIZES[name];
    const pointsPerPixel = ((size.widthMm / 25.4) * 72) / size.width;
    expect(12 * pointsPerPixel).toBeCloseTo(9, 1);
  });
});
