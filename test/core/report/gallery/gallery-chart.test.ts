import { describe, expect, test } from "vitest";
import type { IndicatorId } from "#core/plan/ids.ts";
import { determination } from "#core/report/gallery/fit-chart.ts";
import { gallery } from "#core/report/gallery/gallery-chart.ts";
import { CHART_KINDS } from "#core/report/gallery/gallery-source.ts";
import { IDS } from "../study-of.ts";
import { chartOf, gallerySource, taishanCharts, taishanWith } from "./gallery-of.ts";

// seeds/plans/taishan-13.json: 国家高新技术企业 10, 13, 13, 13, 13 in 2011–2015, 2017年达到35家, 2020年50家.
const chart = taishanCharts();
const of = (name: string) => ({ indicator: `taishan-13/${name}` as IndicatorId });

describe("one indicator", () => {
  test("its path has the plan's figures, its milestone and its target, and names its evidence by lines", () => {
    const path = chartOf(chart("path"), "projection");
    expect(path.history.map(({ value }) => value)).toEqual([10, 13, 13, 13, 13]);
    expect(path.milestones).toMatchObject([{ year: 2017, value: 35, label: "2017年≥35" }]);
    expect(path.target).toEqual({ year: 2020, low: 50, high: null });
    expect(path.unit).toBe("单位：家");
    expect(path.source).toMatch(
      /^来源：《台山市科技创新“十三五”规划》第[\d、]+等?行；2016—2020年为推算值。$/u,
    );
  });

  test("the fit is the line of least squares: 12.4 in the middle year and 0.6 more each year, R² = 3.6 / 7.2", () => {
    const fit = chartOf(chart("fit"), "projection");
    const line = fit.projections[0]?.points ?? [];
    expect(line.find(({ year }) => year === 2013)?.value).toBeCloseTo(12.4, 12);
    expect(line.at(-1)?.year).toBe(2020);
    expect(line.at(-1)?.value).toBeCloseTo(16.6, 12);
    expect(fit.projections[0]?.end).toBe("趋势 16.6 家");
    expect(fit.source).toContain("每年+0.6，R²=0.50");
  });

  test("a line through its points explains all of them, and points without spread need none", () => {
    const points = [1, 2, 3].map((year) => ({ year, value: 2 * year }));
    expect(determination(points, (year) => 2 * year)).toBe(1);
    const flat = points.map(({ year }) => ({ year, value: 5 }));
    expect(determination(flat, () => 5)).toBe(1);
  });

  test("with fewer than three years known there is no fit, and the gallery says so", () => {
    expect(chart("fit", of("small-micro-tech-enterprises"))).toMatchObject({ ok: false });
  });
});

describe("the plan as a whole", () => {
  test("bullets tell the last value as a part of the target: 13 of 50, 1.54 of 2.50", () => {
    const { rows } = chartOf(chart("bullet"), "spans");
    const to = (name: string) => rows.find((row) => row.id === `taishan-13/${name}`);
    expect(to("national-high-tech-enterprises")?.spans).toEqual([{ from: 0, to: 26, role: "own" }]);
    expect(to("national-high-tech-enterprises")?.rightLabel).toBe("26%");
    expect(to("rd-intensity")?.spans[0]?.to).toBeCloseTo(61.6, 12);
    expect(to("rd-intensity")?.marks).toEqual([{ value: 100, kind: "target" }]);
    expect(to("rd-intensity")?.note).toBe("2015年1.54%，2020年2.50%");
  });

  test("the radar has the same parts, and rings up to the target", () => {
    const radar = chartOf(chart("radar"), "radar");
    const at = radar.spokes.findIndex(({ id }) => id === "taishan-13/national-high-tech-enterprises");
    expect(radar.rings).toEqual([50, 100]);
    expect(radar.outlines.find(({ name }) => name === "现状")?.values[at]).toBe(26);
  });

  test("small multiples are at most six, each on a scale of its own", () => {
    const multiples = chartOf(chart("multiples"), "comparison");
    expect(multiples.sharedScale).toBe(false);
    expect(multiples.panels.length).toBeLessThanOrEqual(6);
    const panel = multiples.panels.find(({ title }) => title === "国家高新技术企业（家）");
    expect(panel?.lines[0]?.targets.map(({ year, label }) => [year, label])).toEqual([
      [2017, "≥35"],
      [2020, "≥50"],
    ]);
  });

  test("the matrix judges every target under every scenario", () => {
    const matrix = chartOf(chart("matrix"), "matrix");
    expect(matrix.columns.map(({ name }) => name)).toEqual(["保底", "基准", "力争"]);
    const row = matrix.rows.find(({ id }) => id === "taishan-13/national-high-tech-enterprises 2020");
    expect(row?.note).toBe("2020年50家");
    // The floor leads to the target; growth as before (13/10 in four years, 6.8 % a year) does not: 13·1.068⁵ = 18.
    expect(row?.cells).toEqual([
      { text: "50", state: "met" },
      { text: "18", state: "missed" },
      { text: "50", state: "met" },
    ]);
  });
});

describe("a target whose year has an actual value", () => {
  // seeds/plans/taishan-13.json: R&D强度 2017年达到2.1%, 2020年2.50%, 1.54 in 2015.
  const RD = of("rd-intensity");
  const halfway = taishanCharts(taishanWith("rd-intensity", { year: 2017, value: 2.2, decimals: 1 }));
  const done = taishanCharts(taishanWith("rd-intensity", { year: 2020, value: 2.6, decimals: 1 }));
  const panelOf = (charts: typeof halfway) =>
    chartOf(charts("multiples"), "comparison").panels.find(({ lines }) => lines[0]?.id === RD.indicator);

  test("stays in the course beside it", () => {
    const path = chartOf(halfway("path", RD), "projection");
    expect(path.base.year).toBe(2017);
    expect(path.milestones).toMatchObject([{ year: 2017, value: 2.1 }]);
    expect(chartOf(done("path", RD), "projection").target).toEqual({ year: 2020, low: 2.5, high: null });
    expect(chartOf(done("fit", RD), "projection").target).toEqual({ year: 2020, low: 2.5, high: null });
  });

  test("stays in the small multiples", () => {
    for (const charts of [halfway, done])
      expect(panelOf(charts)?.lines[0]?.targets.map(({ year, low }) => [year, low])).toEqual([
        [2017, 2.1],
        [2020, 2.5],
      ]);
  });

  test("is told there together with the value of its year, as two numbers have no room", () => {
    const line = panelOf(done)?.lines[0];
    expect(line?.targets.at(-1)?.label).toBe("2.6（≥2.50）");
    expect(line?.history.at(-1)).toMatchObject({ year: 2020, label: null });
    expect(panelOf(halfway)?.lines[0]?.history.at(-1)).toMatchObject({ year: 2017, label: "2.2" });
  });

  test("is what bullet and radar measure the actual value against: 2.6 of 2.5 is 104 %", () => {
    const row = chartOf(done("bullet"), "spans").rows.find(({ id }) => id === RD.indicator);
    expect(row?.spans[0]?.to).toBeCloseTo(104, 12);
    const radar = chartOf(done("radar"), "radar");
    const at = radar.spokes.findIndex(({ id }) => id === RD.indicator);
    expect(radar.outlines.find(({ name }) => name === "现状")?.values[at]).toBeCloseTo(104, 12);
  });

  test("has the actual value in every column of the matrix", () => {
    const matrix = chartOf(halfway("matrix"), "matrix");
    expect(matrix.rows.find(({ id }) => id === `${RD.indicator} 2017`)?.cells).toEqual(
      Array.from({ length: 3 }, () => ({ text: "2.2", state: "met" })),
    );
  });
});

describe("beside other plans", () => {
  test("ranks targets by level and by the growth that they ask for", () => {
    const level = chartOf(chart("ranking"), "spans");
    expect(level.rows.map(({ name, rightLabel }) => [name, rightLabel])).toEqual([
      ["台山“十三五”", "≥50"],
      ["恩平“十三五”", "≥33"],
    ]);
    expect(level.rows[0]?.spans[0]?.role).toBe("own");
    const growth = chartOf(chart("ranking", { measure: "growth" }), "spans");
    // (50/13)^(1/5) − 1 and (33/9)^(1/5) − 1.
    expect(growth.rows.map(({ rightLabel }) => rightLabel)).toEqual(["30.9%", "29.7%"]);
  });

  test("slopes go from each plan's base to its target", () => {
    const slope = chartOf(chart("slope"), "slope");
    expect(slope.lines.map(({ name, own, from, to }) => [name, own, from.value, to.value])).toEqual([
      ["台山“十三五”", true, 13, 50],
      ["恩平“十三五”", false, 9, 33],
    ]);
  });

  test("the small pictures of plans share a scale, the plan's own first", () => {
    const peers = chartOf(chart("peers"), "comparison");
    expect(peers.sharedScale).toBe(true);
    expect(peers.panels.map(({ title }) => title)).toEqual(["台山“十三五”", "恩平“十三五”"]);
  });

  test("an indicator that no other plan has says so", () => {
    const alone = gallery({
      ...gallerySource("taishan-13"),
      peers: gallerySource("taishan-13").peers.slice(2, 3),
    });
    const wish = {
      ...of("national-high-tech-enterprises"),
      measure: "level",
      scenario: IDS.floor,
      from: IDS.floor,
    } as const;
    for (const kind of ["ranking", "slope", "peers"] as const) {
      expect(alone({ ...wish, kind })).toEqual({ ok: false, error: "no-peers" });
    }
  });
});

describe("under scenarios", () => {
  test("the waterfall leads from one scenario's value to the other's", () => {
    const { rows, stepped } = chartOf(chart("waterfall"), "spans");
    expect(stepped).toBe(true);
    expect(rows.map(({ name }) => name)).toEqual(["保底", "国家高新技术企业", "基准"]);
    const [from, part, to] = rows.map(({ spans }) => spans[0]);
    expect(from?.to).toBeCloseTo(50, 9);
    expect((part?.to ?? 0) - (part?.from ?? 0)).toBeCloseTo((to?.to ?? 0) - (from?.to ?? 0), 9);
  });

  test("two names of one scenario have nothing between them", () => {
    expect(chart("waterfall", { from: IDS.baseline })).toEqual({ ok: false, error: "same-scenario" });
  });

  test("the tornado moves one number at a time around the present value", () => {
    const { rows, lines } = chartOf(chart("tornado"), "spans");
    expect(rows.length).toBeGreaterThan(0);
    for (const { spans } of rows)
      expect(spans.map(({ from }) => from)).toEqual([lines[0]?.value, lines[0]?.value]);
  });
});

test("every kind of every bundled plan and indicator is a chart or a reason", () => {
  for (const id of ["jiangmen-14", "heshan-14", "taishan-13", "enping-13", "shaoguan-2017"]) {
    const source = gallerySource(id);
    const make = gallery(source);
    for (const { id: indicator } of source.plan.indicators) {
      for (const kind of CHART_KINDS) {
        const made = make({ kind, indicator, measure: "level", scenario: IDS.stretch, from: IDS.floor });
        if (made.ok) expect(made.value.chart.title).not.toBe("");
        else expect(made.error).toMatch(/^[a-z-]+$/u);
      }
    }
  }
});
