import { describe, expect, test } from "vitest";
import { CHART_SIZES, exportPixels, pixelsPerMetre } from "#exchange/chart/chart-size.ts";

describe("export sizes", () => {
  // millimetres / 25.4 × 300; 156 mm = 1843 px is experience.md's own figure
  test.each([
    ["full", 300, 1843, 1087],
    ["half", 300, 898, 803],
    ["slide", 300, 3000, 1688],
    ["full", 600, 3685, 2173],
    ["half", 600, 1795, 1606],
    ["slide", 600, 6000, 3375],
  ] as const)("%s at %i dpi is %i × %i pixels", (name, dpi, width, height) => {
    expect(exportPixels(CHART_SIZES[name], dpi)).toEqual({ width, height });
  });

  test("a slide is 16:9", () => {
    const { widthMm, heightMm } = CHART_SIZES.slide;
    expect(widthMm / heightMm).toBeCloseTo(16 / 9, 6);
  });

  test("300 dots an inch are 11811 pixels a metre, 600 are 23622", () => {
    expect([pixelsPerMetre(300), pixelsPerMetre(600)]).toEqual([11811, 23622]);
  });

  test.each(["full", "half"] as const)("text of 12 px is 9 pt on paper in %s", (name) => {
    const size = CHART_SIZES[name];
    const pointsPerPixel = ((size.widthMm / 25.4) * 72) / size.width;
    expect(12 * pointsPerPixel).toBeCloseTo(9, 1);
  });
});
