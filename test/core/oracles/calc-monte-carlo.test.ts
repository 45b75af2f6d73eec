import { describe, expect, test } from "vitest";
import { BAND_PERCENTS, bandOf } from "#core/projection/monte-carlo/band.ts";
import { closedFormBand } from "#core/projection/monte-carlo/closed-form-band.ts";
import { normalShareBelow } from "#core/projection/monte-carlo/normal-distribution.ts";
import { RankSelector } from "#core/projection/monte-carlo/rank-selector.ts";
import table from "../../oracles/calc.json" with { type: "json" };

const placeOf = (percent: number) => BAND_PERCENTS.findIndex((each) => each === percent);

describe(`as ${table.origin}: quantiles`, () => {
  test.each(table.quantiles)("$percent % of $sample.length values", ({ sample, percent, value }) => {
    const { quantiles } = bandOf(new RankSelector(), Float64Array.from(sample));
    expect(quantiles[placeOf(percent)]).toBeCloseTo(value, 12);
  });

  test.each(table.normal)("the share of normal draws below $z", ({ z, value }) => {
    // In the far tail Calc loses digits: its Φ(−6) is 2e−21 off.
    expect(Math.abs(normalShareBelow(z) - value)).toBeLessThan(1e-15);
  });

  test.each(table.lognormal)("$percent % of a lognormal path after $years years", (path) => {
    const { last, rate, sd, years, percent, value } = path;
    const band = closedFormBand({
      last: { year: 2020, value: last },
      years,
      hidden: 0,
      move: { kind: "log-growth", centres: new Float64Array(years).fill(Math.log(1 + rate / 100)), sd },
      yearly: true,
    });
    const at = (years - 1) * BAND_PERCENTS.length + placeOf(percent);
    expect((band?.[at] ?? Number.NaN) / value).toBeCloseTo(1, 12);
  });
});
