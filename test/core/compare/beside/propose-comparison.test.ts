import { describe, expect, test } from "vitest";
import { proposeComparison, roleOf } from "#core/compare/beside/propose-comparison.ts";
import { planId } from "#core/plan/ids.ts";
import { seedPlan } from "../../../seed-plan.ts";
import { CATALOGUES, enpingDraft } from "./draft-beside.ts";

const PLANS = ["shaoguan-2017", "jiangmen-14", "heshan-14", "taishan-13", "enping-13"].map(seedPlan);
const { jurisdictions } = CATALOGUES;
const draft = enpingDraft({});

describe("the plans beside a draft", () => {
  test("are its predecessor, its superior plan and the peer that promises most of its concepts", () => {
    // Taishan's plan has figures for more of Enping's concepts than Heshan's, see the plans' tables.
    expect(proposeComparison(draft, [...PLANS, draft], jurisdictions)).toEqual([
      "enping-13",
      "jiangmen-14",
      "taishan-13",
    ]);
  });

  test("are only those that are there", () => {
    expect(proposeComparison(draft, [seedPlan("shaoguan-2017")], jurisdictions)).toEqual([]);
  });

  test.each([
    ["enping-13", "predecessor"],
    ["jiangmen-14", "superior"],
    ["taishan-13", "peer"],
    ["shaoguan-2017", "above"],
  ] as const)("%s is its %s", (id, role) => {
    expect(roleOf(draft, seedPlan(id), jurisdictions)).toBe(role);
  });

  test("a prefecture's plan sees counties below it, and another plan of its own", () => {
    const jiangmen = seedPlan("jiangmen-14");
    expect(roleOf(jiangmen, seedPlan("heshan-14"), jurisdictions)).toBe("below");
    expect(roleOf(jiangmen, { ...jiangmen, id: planId("copy") }, jurisdictions)).toBe("own");
  });
});
