import { describe, expect, test } from "vitest";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import type { DraftOptions } from "#core/report/draft/draft-context.ts";
import { draftReport, usualOptions } from "#core/report/draft/draft-report.ts";
import { PLAIN_DESIGN } from "#core/report/gallery/chart-design.ts";
import { CHART_KINDS, type ChartWish, isSameChart } from "#core/report/gallery/gallery-source.ts";
import {
  designOf,
  type KeptDesign,
  PLAIN_CHARTS,
  redesigned,
  withPlaced,
} from "#core/report/gallery/kept-charts.ts";
import type { Report, ReportChart } from "#core/report/report.ts";
import { runText } from "#core/report/report.ts";
import { indicatorId } from "#core/plan/ids.ts";
import { scenarioId } from "#core/scenario/scenario.ts";
import { seedPlan } from "../../seed-plan.ts";
import { seedPeers } from "./gallery/gallery-of.ts";
import { sampleContext, sampleReport } from "./sample-report.ts";
import { IDS } from "./study-of.ts";

const PLAN = "taishan-13";
const FIRMS = indicatorId(`${PLAN}/national-high-tech-enterprises`);
const wish = (kind: ChartWish["kind"], change: Partial<ChartWish> = {}): ChartWish => ({
  ...{ kind, indicator: FIRMS, measure: "level", scenario: IDS.baseline, from: IDS.floor },
  ...change,
});
const chartsOf = ({ blocks }: Report) =>
  blocks.filter((block): block is ReportChart => block.kind === "chart");
const reportOf = (change: Partial<DraftOptions>) => sampleReport(PLAN, change, seedPeers());
const designs = (design: Partial<KeptDesign>) => ({
  look: { ...PLAIN_LOOK, palette: "colourBlind" } as const,
  designs: { [`path ${FIRMS}`]: { ...PLAIN_DESIGN, look: null, ...design } },
});

describe("the course of an indicator", () => {
  test("has the plan's figures, and its unit and evidence below it", () => {
    // seeds/plans/taishan-13.json: 10, 13, 13, 13, 13 in 2011–2015, 2017年达到35家, 2020年50家.
    const report = reportOf({ charts: new Set([FIRMS]) });
    const [chart, ...more] = chartsOf(report);
    expect(more).toEqual([]);
    expect(chart?.caption).toBe("图1　国家高新技术企业（家）");
    if (chart?.drawing.kind !== "projection") throw new Error("no course");
    expect(chart.drawing.chart.history.map(({ value }) => value)).toEqual([10, 13, 13, 13, 13]);
    const note = report.blocks[report.blocks.indexOf(chart) + 1];
    expect(note?.kind === "note" ? note.text : "").toMatch(/^来源：《台山.+第[\d、]+等?行/u);
  });

  test("is as it was designed: title, unit, source, years, series, and the look of all", () => {
    const report = reportOf({
      charts: new Set([FIRMS]),
      designs: designs({
        ...{ title: "高企", unit: "户", source: "来源：甲。\n乙。", hidden: ["baseline"] },
        years: { first: 2013, last: 2018 },
      }),
    });
    const [chart] = chartsOf(report);
    if (chart?.drawing.kind !== "projection") throw new Error("no course");
    expect(chart.caption).toBe("图1　高企（户）");
    expect(chart.drawing.chart.years).toEqual({ first: 2013, last: 2018 });
    expect(chart.drawing.chart.projections.map(({ id }) => id)).not.toContain("baseline");
    expect(chart.look).toEqual({ ...PLAIN_LOOK, palette: "colourBlind" });
    const at = report.blocks.indexOf(chart);
    expect(report.blocks.slice(at + 1, at + 3)).toEqual([
      { kind: "note", text: "来源：甲。" },
      { kind: "note", text: "乙。" },
    ]);
  });

  test("has its own look where it was given one, in a size that it can be read in", () => {
    const own = { ...PLAIN_LOOK, size: "half", text: "large" } as const;
    const placed = [wish("matrix")];
    const kept = { ...designs({ look: own }), look: own };
    const looks = chartsOf(reportOf({ charts: new Set([FIRMS]), placed, designs: kept })).map(
      ({ look }) => look,
    );
    expect(looks).toEqual([own, { ...own, size: "full" }]);
  });
});

describe("charts that were put in", () => {
  test("stand in sections of their own, in the order of the gallery, and are counted through", () => {
    const placed = CHART_KINDS.filter((kind) => kind !== "path").map((kind) => wish(kind));
    const report = reportOf({ charts: new Set([FIRMS]), placed: placed.toReversed() });
    const headings = report.blocks.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [block.text] : [],
    );
    expect(headings.slice(headings.indexOf("指标走势"))).toEqual(
      expect.arrayContaining(["指标走势", "目标与现状", "与其他规划比较", "情景分析"]),
    );
    expect(chartsOf(report).map(({ id }) => id.replace(FIRMS, "x"))).toEqual([
      ...["chart-x", "chart-fit-x", "chart-bullet", "chart-multiples", "chart-matrix", "chart-radar"],
      ...["chart-ranking-x-level", "chart-slope-x", "chart-peers-x"],
      ...["chart-waterfall-x-floor-baseline", "chart-tornado-x-baseline"],
    ]);
    expect(chartsOf(report).map(({ caption }) => /^图\d+/u.exec(caption)?.[0])).toEqual(
      Array.from({ length: 11 }, (_, at) => `图${at + 1}`),
    );
    const leads = report.blocks.flatMap((block) => (block.kind === "paragraph" ? [runText(block.runs)] : []));
    expect(leads).toContain("各项假设对国家高新技术企业的影响见图11。");
  });

  test("are left out where what they are about is gone, and come back with it", () => {
    const gone = [
      wish("tornado", { scenario: scenarioId("gone") }),
      wish("waterfall", { from: scenarioId("gone") }),
      wish("fit", { indicator: indicatorId("gone") }),
      wish("ranking"),
    ];
    // Without other plans at hand nothing can be ranked.
    expect(chartsOf(sampleReport(PLAN, { charts: new Set(), placed: gone }))).toEqual([]);
    expect(chartsOf(reportOf({ charts: new Set(), placed: gone })).map(({ id }) => id)).toEqual([
      `chart-ranking-${FIRMS}-level`,
    ]);
  });

  test("about the whole plan stay when the indicator is gone that was chosen when they were put in", () => {
    const plan = seedPlan(PLAN);
    const context = sampleContext(plan);
    const placed = [wish("bullet", { indicator: indicatorId("gone") })];
    const options = { ...usualOptions(plan, context), charts: new Set<never>(), placed };
    expect(chartsOf(draftReport(plan, context, options)).map(({ id }) => id)).toEqual(["chart-bullet"]);
  });

  test("are not there without the part of the charts", () => {
    const parts = new Set(["goals"] as const);
    expect(chartsOf(reportOf({ parts, placed: [wish("bullet")] }))).toEqual([]);
  });
});

describe("putting in and taking out", () => {
  test("a chart is the same whatever is chosen that its kind does not ask for", () => {
    const other = {
      indicator: indicatorId("other"),
      measure: "growth",
      scenario: IDS.stretch,
      from: IDS.stretch,
    } as const;
    expect(isSameChart(wish("matrix"), wish("matrix", other))).toBe(true);
    expect(isSameChart(wish("fit"), wish("fit", { ...other, indicator: FIRMS }))).toBe(true);
    expect(isSameChart(wish("fit"), wish("fit", { indicator: other.indicator }))).toBe(false);
    expect(isSameChart(wish("ranking"), wish("ranking", { measure: "growth" }))).toBe(false);
    expect(isSameChart(wish("tornado"), wish("tornado", { scenario: IDS.stretch }))).toBe(false);
    expect(isSameChart(wish("tornado"), wish("tornado", { from: IDS.stretch }))).toBe(true);
    expect(isSameChart(wish("waterfall"), wish("waterfall", { from: IDS.stretch }))).toBe(false);
    expect(isSameChart(wish("fit"), wish("slope"))).toBe(false);
  });

  test("a design is that of one chart, as far as charts of a kind differ", () => {
    const titled = (chart: ChartWish) => {
      const kept = redesigned(PLAIN_CHARTS, chart, { title: "甲" });
      return (other: ChartWish) => designOf(kept, other).title === "甲";
    };
    const ofLevel = titled(wish("ranking"));
    expect(ofLevel(wish("ranking", { scenario: IDS.stretch, from: IDS.stretch }))).toBe(true);
    expect(ofLevel(wish("ranking", { measure: "growth" }))).toBe(false);
    expect(titled(wish("tornado"))(wish("tornado", { scenario: IDS.stretch }))).toBe(false);
    expect(titled(wish("waterfall"))(wish("waterfall", { from: IDS.stretch }))).toBe(false);
    // A course has all scenarios, whichever it draws strongly, here or in the report.
    expect(titled(wish("path"))(wish("path", { scenario: IDS.stretch }))).toBe(true);
    expect(titled(wish("bullet"))(wish("bullet", { indicator: indicatorId("other") }))).toBe(true);
  });

  test("a design from before charts of a kind had one each is that of all of them, until one gets its own", () => {
    const kept = {
      ...PLAIN_CHARTS,
      designs: { [`ranking ${FIRMS}`]: { ...PLAIN_DESIGN, look: null, title: "甲" } },
    };
    expect(designOf(kept, wish("ranking")).title).toBe("甲");
    const changed = redesigned(kept, wish("ranking", { measure: "growth" }), { title: "乙" });
    expect(designOf(changed, wish("ranking", { measure: "growth" })).title).toBe("乙");
    expect(designOf(changed, wish("ranking")).title).toBe("甲");
  });

  test("puts in once and takes out again", () => {
    const once = withPlaced(
      withPlaced([], wish("matrix"), true),
      wish("matrix", { measure: "growth" }),
      true,
    );
    expect(once).toHaveLength(1);
    expect(withPlaced(once, wish("radar"), false)).toEqual(once);
    expect(withPlaced(once, wish("matrix"), false)).toEqual([]);
  });
});
