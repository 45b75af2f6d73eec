import { expect, test } from "vitest";
import { growthPercent, growthPoints } from "#renderer/ui/growth-figures.ts";

test.each([
  [0.2965, "29.6"],
  [-0.05, "-5.0"],
  [0.006, "0.6"],
  // One digit would print 0.0.
  [0.0003, "0.03"],
  [0, "0.0"],
])("a growth of %s is printed as %s %%", (rate, text) => {
  expect(growthPercent(rate)).toBe(text);
});

test("points are printed with two digits", () => {
  expect(growthPoints(0.196)).toBe("0.20");
});
