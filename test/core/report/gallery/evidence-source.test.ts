import { describe, expect, test } from "vitest";
import { type IndicatorId, planId, year } from "#core/plan/ids.ts";
import { nextPlan } from "#core/plan/draft.ts";
import type { Plan, Remark } from "#core/plan/plan.ts";
import { evidenceSource } from "#core/report/gallery/evidence-source.ts";
import { seedPlan } from "../../../seed-plan.ts";
import { seedPeers, taishanWith } from "./gallery-of.ts";

const next = (plan: Plan, id: string, title: string) => nextPlan(plan, null, { id: planId(id), title });
const sourceOf = (plan: Plan, row: string, others: readonly Plan[] = seedPeers().map((peer) => peer.plan)) =>
  evidenceSource(
    { plan, peers: [plan, ...others].map((each) => ({ plan: each, name: each.title })) },
    new Set([`${plan.id}/${row}` as IndicatorId]),
  );

describe("the document behind a chart", () => {
  const taishan = seedPlan("taishan-13");
  const draft = next(taishan, "draft-1", "台山市科技创新“十四五”规划");

  test("is the predecessor's in a draft that was rolled forward, and in the draft after that", () => {
    expect(sourceOf(taishan, "rd-intensity")).toMatch(
      /^来源：《台山市科技创新“十三五”规划》第[\d、]+等?行。$/u,
    );
    expect(sourceOf(draft, "rd-intensity")).toMatch(
      /^来源：《台山市科技创新“十三五”规划》第[\d、]+等?行。$/u,
    );
    const second = next(draft, "draft-2", "台山市科技创新“十五五”规划");
    expect(sourceOf(second, "rd-intensity", [taishan, draft])).toContain("《台山市科技创新“十三五”规划》第");
  });

  test("is named by its file where the predecessor is not at hand", () => {
    expect(sourceOf(draft, "rd-intensity", [])).toMatch(/^来源：001_b8e96dbffd0fa9f8\.txt第/u);
  });

  test("is the plan's own where the predecessor has another one", () => {
    const jiangmen: Plan = { ...seedPlan("jiangmen-14"), predecessor: taishan.id, status: "draft" };
    const row = "high-tech-enterprises";
    expect(jiangmen.indicators.some(({ id }) => id === `jiangmen-14/${row}`)).toBe(true);
    expect(sourceOf(jiangmen, row)).toMatch(/^来源：《江门市科技创新“十四五”规划》第/u);
  });

  test("has its title between marks once", () => {
    const plan = { ...taishan, title: "《台山市科技创新规划》" };
    expect(sourceOf(plan, "rd-intensity")).toContain("来源：《台山市科技创新规划》第");
  });
});

describe("a value that no document states", () => {
  const known = { year: 2017, value: 2.2, decimals: 1 };
  const typed = taishanWith("rd-intensity", known);
  const noted = (remark: Remark): Plan => ({
    ...typed,
    indicators: typed.indicators.map((each) =>
      each.id === "taishan-13/rd-intensity" ? { ...each, remarks: [remark] } : each,
    ),
  });
  const remark = { field: { kind: "observation", year: year(2017) }, note: null } as const;

  test("is the planner's own", () => {
    expect(sourceOf(typed, "rd-intensity")).toMatch(/行；部分数值由规划编制单位填写。$/u);
  });

  test("has the source that the planner has named", () => {
    expect(sourceOf(noted({ ...remark, source: "2017年统计公报" }), "rd-intensity")).toMatch(
      /行；2017年统计公报。$/u,
    );
  });

  test("is still the planner's own where only a note stands at it", () => {
    const plan = noted({ ...remark, note: "待核", source: null });
    expect(sourceOf(plan, "rd-intensity")).toMatch(/部分数值由规划编制单位填写。$/u);
  });
});
