import { describe, expect, test } from "vitest";
import { planId } from "#core/plan/ids.ts";
import type { Command } from "#renderer/app/commands/command.ts";
import { findInPalette } from "#renderer/app/palette-search.ts";
import { FIVE_PLANS } from "../library/library-entries.ts";

const copy: Command = { id: "copyPlan", label: "建立副本", run: () => undefined };
const find = (query: string, current: string | null = null) =>
  findInPalette(query, [copy], FIVE_PLANS, current === null ? null : planId(current));

describe("the palette", () => {
  test("finds an indicator by its pinyin initials", () => {
    const { indicators } = find("dqsczz");
    expect(indicators.map(({ indicator, plan }) => [indicator.name, String(plan.id)])).toEqual([
      ["地区生产总值", "jiangmen-14"],
    ]);
  });

  test("finds commands and plans", () => {
    expect(find("jlfb").commands).toEqual([copy]);
    expect(find("韶关").plans.map(({ id }) => String(id))).toEqual(["shaoguan-2017"]);
  });

  test("puts the indicators of the current plan first, then shorter names", () => {
    const { indicators } = find("高新技术企业", "jiangmen-14");
    expect(indicators.map(({ plan }) => String(plan.id))).toEqual(["jiangmen-14", "heshan-14", "enping-13"]);
  });

  test("lists commands and plans, but no indicators, before anything is typed", () => {
    expect(find("")).toMatchObject({ commands: [copy], plans: FIVE_PLANS, indicators: [] });
  });
});
