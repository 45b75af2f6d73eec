import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { casesOf } from "../../backtest/backtest-cases.ts";
import { BACKTEST_METHODS, backtest } from "../../backtest/backtest-methods.ts";
import { errorOf } from "../../backtest/backtest-page.ts";
import { seedBacktestPage, seedHistories } from "../../backtest/seed-histories.ts";

const methodOf = (name: string) => {
  const method = BACKTEST_METHODS.find((each) => each.name === name);
  if (method === undefined) throw new Error(`No method ${name}`);
  return method;
};

describe("backtests on the bundled plans", () => {
  test("the page in the documents is what the plans give (npm run backtest writes it)", () => {
    const page = readFileSync(new URL("../../../docs/backtests.md", import.meta.url), "utf8");
    expect(page).toBe(seedBacktestPage());
  });

  // Taishan's table 1: 0.94, 1.01, 1.25, 1.38 from 2011 to 2014, then 1.54; each worked out by hand.
  test.each([
    ["hold", 1.38],
    ["growth", 1.38 * (1.38 / 0.94) ** (1 / 3)],
    ["step", 1.38 + (1.38 - 0.94) / 3],
    // Slope 0.78 / 5 through the mean 1.145 of the middle of 2012 and 2013.
    ["linear", 1.145 + 2.5 * 0.156],
    // The median of 0.07, 0.24, 0.13, 0.155, 0.1466…, 0.185 is 0.1508…; levels at 2015 1.5433…, 1.4625, 1.5516…, 1.5308….
    ["Theil–Sen", (0.94 + 4 * 0.15083333 + 1.38 + 0.15083333) / 2],
    ["damped", 1.38 + 0.8 * 0.156],
  ])("%s from 2011–2014 gives R&D intensity in 2015", (name, value) => {
    const history = seedHistories().find(
      ({ jurisdiction, concept }) => jurisdiction === "台山市" && concept === "研发经费投入强度",
    );
    const [last] = history === undefined ? [] : casesOf(history).slice(-1);
    if (last === undefined) throw new Error("no history");
    expect(last.became).toEqual({ year: 2015, value: 1.54 });
    expect(backtest(methodOf(name), last.known, 2015)).toBeCloseTo(value, 7);
    expect(errorOf(methodOf(name), last)).toBeCloseTo((value / 1.54 - 1) * 100, 5);
  });

  test("a method asks no later year and needs its observations", () => {
    for (const each of seedHistories().flatMap(casesOf)) {
      expect(each.known.every(({ year }) => year < each.became.year)).toBe(true);
      for (const method of BACKTEST_METHODS) {
        if (each.known.length < method.needs) expect(errorOf(method, each)).toBeNull();
      }
    }
  });
});
