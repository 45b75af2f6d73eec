import { describe, expect, test } from "vitest";
import { PALETTE_NAMES, type PaletteName } from "#core/report/chart-look.ts";
import { CHART_PALETTES } from "#exchange/chart/chart-palette.ts";

type Triple = readonly [number, number, number];

const linear = (hex: string): Triple => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
/** CIE 1976 L*a*b*, white point D65. */
const lab = ([r, g, b]: Triple): Triple => {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const lightness = (hex: string) => lab(linear(hex))[0];
const contrast = (hex: string) => 1.05 / (luminance(linear(hex)) + 0.05);

/** Machado, Oliveira and Fernandes 2009, severity 1. */
const BLINDNESS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const seen = (hex: string, matrix: readonly [Triple, Triple, Triple]): Triple => {
  const [r, g, b] = linear(hex);
  const row = ([x, y, z]: Triple) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return lab([row(matrix[0]), row(matrix[1]), row(matrix[2])]);
};
const linesOf = (name: PaletteName) => Object.values(CHART_PALETTES[name].lines);

describe.each(PALETTE_NAMES)("the palette %s", (name) => {
  test("keeps neighbouring series 11 steps of L* apart, as they are when printed in grey", () => {
    const steps = linesOf(name).map(lightness);
    for (const [at, step] of steps.slice(1).entries())
      expect(step - (steps[at] ?? Number.NaN)).toBeGreaterThanOrEqual(11);
  });

  test("has a contrast of 3 to the paper in every line, and of 4.5 in every text (WCAG 2.2)", () => {
    for (const colour of linesOf(name)) expect(contrast(colour)).toBeGreaterThanOrEqual(3);
    const { text1, text2, text3 } = CHART_PALETTES[name];
    for (const colour of [text1, text2, text3]) expect(contrast(colour)).toBeGreaterThanOrEqual(4.5);
  });
});

test.each(Object.entries(BLINDNESS))(
  "readers with %s see any two series of the colour-blind palette well apart (ΔE*ab 30)",
  (_name, matrix) => {
    const colours = linesOf("colourBlind").map((hex) => seen(hex, matrix));
    for (const [at, one] of colours.entries()) {
      for (const other of colours.slice(at + 1))
        expect(Math.hypot(...one.map((part, k) => part - (other[k] ?? 0)))).toBeGreaterThanOrEqual(30);
    }
  },
);

test("the grey palette holds nothing but greys", () => {
  for (const colour of Object.values(CHART_PALETTES.grey.lines)) expect(colour).toMatch(/^#(..)\1\1$/u);
});
