import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlanPromise, promiseOf } from "#core/compare/beside/promise.ts";
import { takeOver } from "#core/compare/beside/take-over.ts";
import { formatTarget } from "#core/indicator/format-target.ts";
import { parseTarget } from "#core/indicator/parse-target.ts";
import type { Plan } from "#core/plan/plan.ts";
import { targetIn } from "../../indicator/arbitraries.ts";
import { planOf, type RowSketch } from "../../plan/plan-of.ts";
import { CATALOGUES, enpingDraft, pairOf, tableOf } from "./draft-beside.ts";

const draft = enpingDraft({});
const promiseIn = (plan: Plan): PlanPromise => {
  const promise = promiseOf(plan, 0, CATALOGUES.concepts);
  if (promise === null) throw new Error("There is no row");
  return promise;
};
const sketch = (row: Partial<RowSketch>) => promiseIn(planOf([{ name: "指标", unit: "家", ...row }]));
const taken = (what: "value" | "rule", concept: string, from: string) => {
  const table = tableOf(draft, [from]);
  const { theirs } = pairOf(table, concept);
  const mine = table.rows.find(({ indicator }) => indicator.concept === concept)?.mine;
  if (mine === null || mine === undefined) throw new Error(concept);
  const result = takeOver(what, mine, theirs);
  return result.ok ? `${result.value.year} ${result.value.text}` : result.error.kind;
};

describe("what the draft takes over from another plan", () => {
  test.each([
    // Taishan lines 34 (50家, 2.50 %) and 13; Jiangmen line 2 (65 %).
    ["value", "national-high-tech-enterprises", "taishan-13", "2025 50家"],
    ["value", "rd-intensity", "taishan-13", "2025 2.50%"],
    ["value", "rd-institution-coverage-scale-industry", "jiangmen-14", "2025 65%"],
    ["value", "national-high-tech-enterprises", "jiangmen-14", "caliber"],
    // 33·(50/13) = 126.9: Taishan's growth over five years from Enping's 33.
    ["rule", "national-high-tech-enterprises", "taishan-13", "2025 达到127家"],
    // 2.5 + (2.50 − 1.54) = 3.46, with the one digit of 2.5.
    ["rule", "rd-intensity", "taishan-13", "2025 达到3.5%"],
    // 37 + (36 − 24.53) = 48.47, with no digit as 37 has none.
    ["rule", "high-tech-product-output-share", "taishan-13", "2025 达到48%"],
    ["rule", "invention-patent-applications", "taishan-13", "no-growth"],
  ] as const)("the %s of %s from %s", (what, concept, from, expected) => {
    expect(taken(what, concept, from)).toBe(expected);
  });

  test("converts the unit and keeps the wording", () => {
    const mine = sketch({ unit: "亿元" });
    const theirs = sketch({ unit: "万元", targets: { 2020: "不低于5000万元" } });
    expect(takeOver("value", mine, theirs)).toEqual({
      ok: true,
      value: { year: 2020, text: "不低于0.5000亿元" },
    });
  });

  test("does not write what the row's unit cannot hold", () => {
    const theirs = sketch({ unit: "%", targets: { 2020: "达到5%" } });
    expect(takeOver("value", sketch({}), theirs)).toEqual({ ok: false, error: { kind: "units" } });
    const all = sketch({ unit: "%", targets: { 2020: "全覆盖" } });
    expect(takeOver("value", sketch({}), all)).toEqual({ ok: false, error: { kind: "units" } });
  });

  test("makes floor and stretch of a growth that has both, and goes not beyond all of a share", () => {
    // 10·(20/10) = 20 and 10·(40/10) = 40 over the same five years.
    const theirs = sketch({ observed: { 2015: "10" }, targets: { 2020: "保底20家，力争40家" } });
    expect(takeOver("rule", sketch({ observed: { 2015: "10" } }), theirs)).toEqual({
      ok: true,
      value: { year: 2020, text: "保底20家，力争40家" },
    });
    const share = sketch({ unit: "%", observed: { 2015: "10" }, targets: { 2020: "达到60%" } });
    expect(takeOver("rule", sketch({ unit: "%", observed: { 2015: "80" } }), share)).toEqual({
      ok: true,
      value: { year: 2020, text: "达到100%" },
    });
  });

  test.each<[string, Partial<RowSketch>, Partial<RowSketch>, string]>([
    ["nothing promised", {}, {}, "no-target"],
    ["words", {}, { targets: { 2020: "显著提高" } }, "no-growth"],
    [
      "a base of zero",
      { observed: { 2015: "0" } },
      { observed: { 2015: "1" }, targets: { 2020: "达到2家" } },
      "not-positive",
    ],
    ["no base of one's own", {}, { observed: { 2015: "1" }, targets: { 2020: "达到2家" } }, "no-base"],
  ])("has no rule for %s", (_, mine, theirs, reason) => {
    expect(takeOver("rule", sketch(mine), sketch(theirs))).toEqual({ ok: false, error: { kind: reason } });
  });

  test("is read back as the other plan's target, whatever its form", () => {
    fc.assert(
      fc.property(targetIn("个"), (target) => {
        const mine = sketch({ unit: "家" });
        const theirs = sketch({ unit: "家", targets: { 2020: "达到1家" } });
        const [planned] = theirs.indicator.targets;
        if (planned === undefined) throw new Error("There is no target");
        const result = takeOver("value", mine, { ...theirs, target: { ...planned, target } });
        if (!result.ok) return;
        const read = parseTarget(result.value.text, "家", "neither");
        expect(read.ok ? formatTarget(read.value) : read.error).toBe(result.value.text);
      }),
    );
  });
});
