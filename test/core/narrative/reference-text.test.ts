import { describe, expect, test } from "vitest";
import type { IndicatorReference } from "#core/narrative/narrative.ts";
import { lostReferences, referenceText } from "#core/narrative/reference-text.ts";
import { indicatorId, year } from "#core/plan/ids.ts";
import { planOf } from "../plan/plan-of.ts";

const plan = planOf([
  {
    ...{ name: "国家高新技术企业", unit: "家" },
    ...{ observed: { 2015: "9" }, targets: { 2018: "20家", 2020: "33家" } },
  },
]);
const [row] = plan.indicators;
if (row === undefined) throw new Error("The plan has no row");

const said = (says: IndicatorReference["says"], of: number | null) =>
  referenceText(plan, { indicator: row.id, says, year: of === null ? null : year(of) });

describe("a reference to an indicator", () => {
  test.each([
    ["value", null, "9家"],
    ["value", 2015, "9家"],
    ["value", 2016, null],
    ["target", null, "达到33家"],
    ["target", 2018, "达到20家"],
    ["target", 2019, null],
    ["goal", null, "国家高新技术企业达到33家（其中2018年达到20家）"],
    ["goal", 2018, "国家高新技术企业达到20家"],
  ] as const)("says %s of %s", (says, of, text) => {
    expect(said(says, of)).toBe(text);
  });

  test("is lost with its indicator, and counted", () => {
    const gone = { indicator: indicatorId("enping-13/gone"), says: "value", year: null } as const;
    expect(referenceText(plan, gone)).toBeNull();
    const runs = [gone, { ...gone, indicator: row.id }].map(
      (reference) => ({ kind: "reference", reference, strong: false }) as const,
    );
    const narrative = [{ section: "goals", blocks: [{ kind: "paragraph", runs }] }] as const;
    expect(lostReferences({ ...plan, narrative })).toBe(1);
  });
});
