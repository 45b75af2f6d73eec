import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges, applyCommand } from "#core/command/apply-command.ts";
import type { Comparison, Difference } from "#core/compare/beside/comparison.ts";
import { countSides, type SidePair } from "#core/compare/beside/side-by-side.ts";
import { conceptId, indicatorId, jurisdictionCode, planId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { seedPlan } from "../../../seed-plan.ts";
import { planOf, type RowSketch } from "../../plan/plan-of.ts";
import { assuming, enpingDraft, pairOf, tableOf, withTargets } from "./draft-beside.ts";

/** A difference in a few words: its terms and its ends to two digits. */
function told(comparison: Comparison): string {
  switch (comparison.kind) {
    case "none":
    case "missing":
      return comparison.kind;
    case "blocked":
      return comparison.block.kind;
    case "difference": {
      const [low, high] = [comparison.low, comparison.high].map((end) => Number(end.toFixed(2)));
      return `${comparison.of} ${comparison.order} ${low === high ? low : `${low} to ${high}`} ${comparison.in}`;
    }
  }
}
const toldOf = ({ comparison }: SidePair) => told(comparison);
const difference = ({ comparison }: SidePair): Difference => {
  if (comparison.kind !== "difference") throw new Error(told(comparison));
  return comparison;
};
const blockOf = ({ comparison }: SidePair) => (comparison.kind === "blocked" ? comparison : null);

/** One row of a concept in a plan of Enping unless said otherwise. */
const sketch = (id: string, concept: string, row: RowSketch, changes: Partial<Plan> = {}): Plan => {
  const plan = planOf([row], { id: planId(id), ...changes });
  const indicators = plan.indicators.map((each) => ({ ...each, concept: conceptId(concept) }));
  return { ...plan, indicators };
};
const TAISHAN = { jurisdiction: jurisdictionCode("440781") };

const draft = enpingDraft({
  "rd-intensity": "达到2.92%以上",
  "national-high-tech-enterprises": "保底100家，力争130家",
  "high-tech-product-output-share": "达到52%",
  "rd-institution-coverage-scale-industry": "达到65%以上",
  "engineering-centres-all-levels": "达到56家",
  "invention-patent-applications": "达到355件以上",
  "invention-patent-grants": "达到73件以上",
  "professional-talents": "1.5万人以上",
  "rd-expenditure": "年均增长12%以上",
  "new-rd-institutions-municipal-and-above": "3—2家",
});

describe("the draft beside its predecessor", () => {
  const table = tableOf(draft, ["enping-13"]);

  // Enping lines 62 (2.5 %), 64 (33), 64 (37 %), 66 (50 %, 40, 150, 42, 1.5万).
  test.each([
    ["rd-intensity", "level higher 0.42 points"],
    // 100/33 − 1 and 130/33 − 1.
    ["national-high-tech-enterprises", "level higher 203.03 to 293.94 percent"],
    ["high-tech-product-output-share", "level higher 15 points"],
    ["rd-institution-coverage-scale-industry", "level higher 15 points"],
    ["engineering-centres-all-levels", "level higher 40 percent"],
    // 355/150 − 1 and 73/42 − 1.
    ["invention-patent-applications", "level higher 136.67 percent"],
    ["invention-patent-grants", "level higher 73.81 percent"],
    ["professional-talents", "level same 0 percent"],
    ["new-rd-institutions-municipal-and-above", "rejected"],
    ["high-tech-enterprise-rd", "none"],
  ])("tells %s in the concept's own terms", (concept, expected) => {
    expect(toldOf(pairOf(table, concept))).toBe(expected);
  });

  test("finds every indicator again, in the draft's order", () => {
    expect(table.rows.map(({ indicator }) => indicator.id)).toEqual(draft.indicators.map(({ id }) => id));
    expect(table.rows.flatMap(({ pairs }) => pairs.map((pair) => pair?.by))).toEqual(
      draft.indicators.map(() => "carried"),
    );
    expect(table.unmatched).toEqual([[]]);
  });
});

test("a caliber that the draft has changed is not compared with the predecessor's", () => {
  const changed: Plan = {
    ...draft,
    indicators: draft.indicators.map((indicator) => ({
      ...indicator,
      carriedFrom: indicator.carriedFrom && {
        ...indicator.carriedFrom,
        fate: "caliber-changed",
        reason: "改按新标准认定",
      },
    })),
  };
  const pair = pairOf(tableOf(changed, ["enping-13"]), "engineering-centres-all-levels");
  expect(blockOf(pair)).toEqual({
    kind: "blocked",
    block: { kind: "caliber-changed", reason: "改按新标准认定" },
    remedies: ["ratio"],
  });
  // Half of the predecessor's 40 would be of the new caliber: 56/20 − 1.
  const half = tableOf(changed, ["enping-13"], assuming({ kind: "ratio", percent: 50 }));
  expect(toldOf(pairOf(half, "engineering-centres-all-levels"))).toBe("level higher 180 percent");
});

describe("the draft beside its superior plan", () => {
  const table = tableOf(draft, ["jiangmen-14"]);

  test("holds the growth of R&D expenditure against the level of its intensity, and says why not", () => {
    const pair = pairOf(table, "rd-intensity");
    expect(pair.by).toBe("numerator");
    expect(pair.theirs.indicator.concept).toBe("rd-expenditure");
    expect(blockOf(pair)).toMatchObject({
      block: { kind: "form", growth: "theirs", part: { id: "rd-expenditure" } },
      remedies: ["denominator-growth"],
    });
  });

  test("turns that growth into intensity with an assumed growth of GDP", () => {
    // Jiangmen line 2: 2.45 % in 2020, 12 % a year to 2025; 2.45·(1.12/1.05)⁵ = 3.3831, and 2.92 − 3.3831.
    const assumed = { kind: "denominator-growth", percent: 5 } as const;
    const pair = pairOf(tableOf(draft, ["jiangmen-14"], assuming(assumed)), "rd-intensity");
    expect(toldOf(pair)).toBe("level lower -0.46 points");
    expect(difference(pair).assumed).toEqual([assumed]);
  });

  test("keeps national enterprises from being compared with all of them", () => {
    expect(blockOf(pairOf(table, "national-high-tech-enterprises"))).toMatchObject({
      block: {
        kind: "caliber",
        mine: { differs: "仅国家级" },
        theirs: { differs: "未限定级别的全部" },
      },
      remedies: ["same-growth"],
    });
  });

  test("compares them by growth if both are assumed to grow alike", () => {
    // (100/33)^(1/5) − 1 = 24.82 %, (130/33)^(1/5) − 1 = 31.55 %; Jiangmen line 2: (2600/1845)^(1/5) − 1 = 7.10 %.
    const pair = pairOf(
      tableOf(draft, ["jiangmen-14"], assuming({ kind: "same-growth" })),
      "national-high-tech-enterprises",
    );
    expect(toldOf(pair)).toBe("growth higher 17.72 to 24.45 points");
    expect(difference(pair).assumed).toEqual([{ kind: "same-growth" }]);
  });

  test("compares promised growth with promised growth, though the draft has only an earlier value to start from", () => {
    // 12 % a year from 2020 in both plans; Enping's last known value is of 2015 (line 62).
    expect(toldOf(pairOf(table, "rd-expenditure"))).toBe("growth same 0 points");
  });

  test("compares shares by their level also with a prefecture", () => {
    expect(toldOf(pairOf(table, "rd-institution-coverage-scale-industry"))).toBe("level same 0 points");
  });

  test("lists what the superior plan promises in figures and the draft does not take up", () => {
    const missing = table.rows.filter(({ mine }) => mine === null);
    expect(missing.map(({ indicator }) => indicator.concept)).toContain("rd-personnel-fte-per-10k");
    expect(missing.map(({ indicator }) => indicator.concept)).toContain("rd-to-revenue-scale-industry");
    expect(missing.every(({ indicator }) => indicator.targets.length > 0)).toBe(true);
    // 实现倍增 is no figure, and what is only observed is no promise.
    expect(missing.map(({ indicator }) => indicator.concept)).not.toContain("domestic-listed-enterprises");
    expect(missing.map(({ indicator }) => indicator.concept)).not.toContain("academician-workstations");
    expect(missing.every(({ pairs }) => pairs[0]?.comparison.kind === "missing")).toBe(true);
    expect(countSides(table).missing).toBe(missing.length);
  });

  test("lists them only while the superior plan stands beside the draft", () => {
    expect(countSides(tableOf(draft, ["taishan-13"])).missing).toBe(0);
  });
});

describe("two issued plans of one period", () => {
  const table = tableOf(seedPlan("heshan-14"), ["jiangmen-14"]);

  // Heshan line 87, Jiangmen line 2: a county-level city in a prefecture, so amounts are compared by growth.
  test.each([
    // (250/215)^(1/5) − (2600/1845)^(1/5).
    ["high-tech-enterprises", "growth lower -4.04 points"],
    // (60/52)^(1/5) − (650/478)^(1/5).
    ["provincial-and-above-innovation-platforms", "growth lower -3.44 points"],
    ["rd-institution-coverage-scale-industry", "level lower -3 points"],
    ["tech-smes", "missing-base"],
    ["rd-intensity", "qualitative"],
  ])("compares %s", (concept, expected) => {
    expect(toldOf(pairOf(table, concept))).toBe(expected);
  });

  test("does not hold 6 % from 2019 against 12 % from 2020", () => {
    expect(blockOf(pairOf(table, "rd-expenditure"))).toEqual({
      kind: "blocked",
      block: { kind: "base-year", mine: 2019, theirs: 2020 },
      remedies: ["even-growth"],
    });
    const even = tableOf(seedPlan("heshan-14"), ["jiangmen-14"], assuming({ kind: "even-growth" }));
    expect(toldOf(pairOf(even, "rd-expenditure"))).toBe("growth lower -6 points");
  });

  test("says which of both lacks its base", () => {
    expect(blockOf(pairOf(table, "tech-smes"))?.block).toEqual({ kind: "missing-base", side: "mine" });
  });
});

describe("a part of what another plan counts", () => {
  const jiangmen = seedPlan("jiangmen-14");

  test("is not subtracted from the whole", () => {
    // Jiangmen line 2: 3.25 of high value; Taishan line 34: 2.5 of all.
    expect(
      blockOf(pairOf(tableOf(jiangmen, ["taishan-13"]), "high-value-invention-patents-per-10k")),
    ).toEqual({
      kind: "blocked",
      block: expect.objectContaining({ kind: "caliber" }) as unknown,
      remedies: ["ratio"],
    });
  });

  test("is compared when the planner says how great a part it is", () => {
    // 40 % of 2.5 is 1, and 3.25/1 − 1 = 225 %.
    const assumed = { kind: "ratio", percent: 40 } as const;
    const pair = pairOf(
      tableOf(jiangmen, ["taishan-13"], assuming(assumed)),
      "high-value-invention-patents-per-10k",
    );
    expect(toldOf(pair)).toBe("level higher 225 percent");
    expect(difference(pair).assumed).toEqual([assumed]);
  });
});

describe("what cannot be compared", () => {
  const money: RowSketch = { name: "研发经费", unit: "亿元", targets: { 2020: "达到2亿元" } };
  const mine = sketch("mine", "rd-expenditure", money);

  test.each<[string, RowSketch, string]>([
    ["a unit that does not convert", { ...money, unit: "%", targets: { 2020: "达到2%" } }, "units"],
    ["a sum over years", { ...money, targets: { 2020: "累计完成9亿元" } }, "sum"],
    ["a growth", { ...money, targets: { 2020: "年均增长12%" } }, "form"],
    ["words", { ...money, targets: { 2020: "大幅提高" } }, "qualitative"],
    ["an increase without a base", { ...money, targets: { 2020: "增加1亿元" } }, "missing-base"],
    ["nothing", { ...money, targets: {} }, "none"],
    ["nothing to be a percentage of", { ...money, targets: { 2020: "达到0亿元" } }, "not-computable"],
  ])("a level beside %s", (_, row, expected) => {
    expect(
      toldOf(pairOf(tableOf(mine, [sketch("theirs", "rd-expenditure", row, TAISHAN)]), "rd-expenditure")),
    ).toBe(expected);
  });

  test("amounts in other units of one dimension are compared", () => {
    // 20000 万元 is 2 亿元.
    const other = sketch("theirs", "rd-expenditure", {
      ...money,
      unit: "万元",
      targets: { 2020: "达到16000万元" },
    });
    expect(toldOf(pairOf(tableOf(mine, [other]), "rd-expenditure"))).toBe("level higher 25 percent");
  });

  test("a growth beside a level is compared by what the level asks for, if that is assumed", () => {
    // (2/1)^(1/5) − 1 = 14.87 % beside 12 %.
    const based = sketch("mine", "rd-expenditure", { ...money, observed: { 2015: "1" } });
    const other = sketch("theirs", "rd-expenditure", { ...money, targets: { 2020: "年均增长12%" } });
    const pair = pairOf(tableOf(based, [other], assuming({ kind: "required-growth" })), "rd-expenditure");
    expect(toldOf(pair)).toBe("growth higher 2.87 points");
  });

  test("spans of different length are compared by growth a year", () => {
    // (2/1)^(1/5) beside (3/1)^(1/4): Shaoguan's kind of plan has four years.
    const based = sketch("mine", "rd-expenditure", { ...money, observed: { 2015: "1" } });
    const other = sketch("theirs", "rd-expenditure", {
      ...money,
      base: 2016,
      observed: { 2016: "1" },
      targets: { 2020: "达到3亿元" },
    });
    const assumed = assuming({ kind: "even-growth" });
    expect(toldOf(pairOf(tableOf(based, [other], assumed), "rd-expenditure"))).toBe(
      "growth lower -16.74 points",
    );
  });

  test("increases and sums are compared with their like", () => {
    const theirs = (text: string) =>
      sketch("theirs", "rd-expenditure", { ...money, targets: { 2020: text } });
    const own = (text: string) => sketch("mine", "rd-expenditure", { ...money, targets: { 2020: text } });
    expect(toldOf(pairOf(tableOf(own("增加3亿元"), [theirs("增加2亿元")]), "rd-expenditure"))).toBe(
      "increase higher 50 percent",
    );
    expect(toldOf(pairOf(tableOf(own("累计完成9亿元"), [theirs("累计完成10亿元")]), "rd-expenditure"))).toBe(
      "sum lower -10 percent",
    );
  });
});

describe("matches by hand", () => {
  const own = planOf([{ name: "创新平台", unit: "家", targets: { 2020: "达到12家" } }]);
  const other = planOf([{ name: "科技平台数", unit: "个", targets: { 2020: "达到10个" } }], {
    id: planId("other"),
    ...TAISHAN,
  });

  const matched = (plan: Plan, indicator: string): Plan => {
    const done = applyCommand(plan, {
      type: "matchIndicator",
      indicator: indicatorId("enping-13/row-1"),
      plan: planId("other"),
      with: indicatorId(indicator),
    });
    if (!done.ok) throw new Error(done.error.kind);
    return applyChanges(plan, done.value);
  };

  test("are needed where neither concept nor name agree", () => {
    const table = tableOf(own, [other]);
    expect(table.rows[0]?.pairs).toEqual([null]);
    expect(table.unmatched).toEqual([[0]]);
  });

  test("put the two beside each other and compare them", () => {
    const table = tableOf(matched(own, "other/row-1"), [other]);
    expect(table.rows[0]?.pairs[0]).toMatchObject({ by: "hand" });
    expect(table.unmatched).toEqual([[]]);
    const [pair] = table.rows[0]?.pairs ?? [];
    expect(pair ? toldOf(pair) : null).toBe("level higher 20 percent");
  });

  test("that lead to an indicator which is gone are as if they were not", () => {
    expect(tableOf(matched(own, "other/gone"), [other]).rows[0]?.pairs).toEqual([null]);
  });

  test("the same name is enough without a concept", () => {
    const named = planOf([{ name: "创新平台", unit: "家", targets: {} }], { id: planId("other") });
    expect(tableOf(own, [named]).rows[0]?.pairs[0]).toMatchObject({ by: "name" });
  });
});

describe("laws", () => {
  const level = fc.integer({ min: 1, max: 100_000 });

  test("points change their sign when the sides change", () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const at = (id: string, value: number) =>
          sketch(id, "rd-intensity", {
            name: "强度",
            unit: "%",
            targets: { 2020: `达到${value / 1000}%` },
          });
        const one = difference(pairOf(tableOf(at("a", a), [at("b", b)]), "rd-intensity"));
        const two = difference(pairOf(tableOf(at("b", b), [at("a", a)]), "rd-intensity"));
        expect(one.low).toBeCloseTo(-two.high, 9);
        expect(one.order === "higher").toBe(two.order === "lower");
      }),
      { numRuns: 60 },
    );
  });

  test("an order is that of the levels", () => {
    fc.assert(
      fc.property(level, level, (a, b) => {
        const at = (id: string, value: number) =>
          sketch(id, "patent-grants", { name: "授权", unit: "件", targets: { 2020: `达到${value}件` } });
        const { order } = difference(pairOf(tableOf(at("a", a), [at("b", b)]), "patent-grants"));
        expect(order).toBe(a > b ? "higher" : a < b ? "lower" : "same");
      }),
      { numRuns: 60 },
    );
  });
});

test("a floor below and a stretch above are told as such", () => {
  // Shaoguan line 20: 保底100家，力争130家 beside a draft of 120.
  const shaoguan = seedPlan("shaoguan-2017");
  const other: Plan = { ...shaoguan, id: planId("copy"), origin: "own" };
  const level = withTargets(other, { "high-tech-enterprises": "达到120家" });
  expect(toldOf(pairOf(tableOf(level, [shaoguan]), "high-tech-enterprises"))).toBe(
    "level across -7.69 to 20 percent",
  );
});

test("counts rows and cells", () => {
  const table = tableOf(draft, ["enping-13", "jiangmen-14", "taishan-13"]);
  const counts = countSides(table);
  const cells = table.rows.flatMap(({ pairs }) => pairs);
  expect(counts.all).toBe(table.rows.length);
  expect(counts.all - counts.missing).toBe(draft.indicators.length);
  expect(counts.blocked).toBe(cells.filter((pair) => pair?.comparison.kind === "blocked").length);
  expect(counts.aligned).toBe(draft.indicators.length);
});
